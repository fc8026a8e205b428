import { draws } from './draws.mjs';

/** @import { Difference, Document, Entity, Report, Result } from '../page/data/report.js' */

const categories = ['Party', 'Date', 'Amount', 'Place', 'Number', 'Billing', 'Access', 'Delivery'];
const [Party, Date, Amount, Place, Number, Billing, Access, Delivery] = /** @type {const} */ ([0, 1, 2, 3, 4, 5, 6, 7]);

/**
 * An entity of a text, by what it says.
 * @param {string} text
 * @param {string} part
 * @param {number} category
 * @param {number} score
 * @param {number} [from]
 * @returns {Entity}
 */
function entity(text, part, category, score, from = 0) {
  return { category, score, offset: text.indexOf(part, from), length: part.length };
}

/**
 * @param {number} task
 * @param {Partial<Result>} parts
 * @returns {Result}
 */
function result(task, parts) {
  return { task, entities: [], classes: [], warnings: [], ...parts };
}

const loan =
  'This loan agreement is made on 4 March 2025 between Harbour Street Credit Union and Lucía Ferrer. The credit union lends EUR 12,500, ' +
  'to be paid back in 36 monthly instalments. Signed in Rotterdam.';

const arabic = 'أُبرمت هذه الاتفاقية في 4 مارس 2025 بين مصرف الميناء و ليلى حداد. يُسدد مبلغ 12,500 يورو خلال 36 شهرًا.\nوُقعت في الدار البيضاء.';

const mixed = '契約は2025年3月4日に 👩‍👩‍👧 東京で結ばれました。สัญญานี้ลงนามที่กรุงเทพฯ Ferrer paid €900.';

/** @returns {Report} A report that shows everything at once: overlaps, several tasks, scores, changes, errors, many scripts. */
export function varied() {
  return {
    title: 'Agreements of the first half-year',
    created: '2026-11-25T08:00:00Z',
    generator: 'LanguageJobs 0.2.0',
    textExcluded: false,
    jobs: [{ id: '2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10', name: 'Agreements of the first half-year', status: 'partiallyCompleted', created: '2026-09-02T08:15:04Z' }],
    referenceJobs: [{ id: 'd1a5f7b8-94c3-4e2d-a07b-3f68c05e9b42', name: 'Agreements, model of May', status: 'succeeded', created: '2026-05-02T08:15:04Z' }],
    tasks: [{ kind: 'CustomEntityRecognition', name: 'terms' }, { kind: 'CustomSingleLabelClassification', name: 'queue' }],
    categories,
    documents: [judged(), overlapping(), rightToLeft(), scripts(), failed(), cutOff(), otherText(), withoutText(), long()],
    errors: [{ job: 0, task: 1, code: 'TaskFailed', message: 'Deployment of May is gone; some documents have no class.' }],
    scores: [
      ...[[Party, 12, 10, 2, 2], [Date, 8, 7, 1, 1], [Amount, 6, 6, 0, 0], [Place, 5, 2, 1, 3]].map(([category, support, tp, fp, fn]) => score(category, support, tp, fp, fn)),
      { task: 0, average: 'Micro', support: 31, truePositives: 25, falsePositives: 4, falseNegatives: 6, precision: 0.862, recall: 0.806, f1: 0.833 },
      { task: 0, average: 'Macro', support: 31, precision: 0.844, recall: 0.777, f1: 0.801 },
      { task: 0, average: 'Weighted', support: 31, precision: 0.849, recall: 0.806, f1: 0.822 },
    ],
    confusion: [
      { task: 0, expected: Party, predicted: Party, count: 10 }, { task: 0, expected: Party, predicted: Place, count: 1 }, { task: 0, expected: Party, count: 1 },
      { task: 0, expected: Date, predicted: Date, count: 7 }, { task: 0, expected: Date, count: 1 }, { task: 0, expected: Amount, predicted: Amount, count: 6 },
      { task: 0, expected: Place, predicted: Place, count: 2 }, { task: 0, expected: Place, predicted: Party, count: 3 }, { task: 0, predicted: Date, count: 1 },
    ],
  };
}

/** @returns {import('../page/data/report.js').Score} */
function score(category = 0, support = 0, tp = 0, fp = 0, fn = 0) {
  const [precision, recall] = [tp / (tp + fp), tp / (tp + fn)];
  return {
    task: 0, category, support, truePositives: tp, falsePositives: fp, falseNegatives: fn, precision, recall, f1: (2 * precision * recall) / (precision + recall),
  };
}

/** @returns {Document} */
function judged() {
  const entities = [
    entity(loan, 'Harbour Street Credit Union', Party, 0.91), entity(loan, 'Lucía Ferrer', Party, 0.88), entity(loan, '4 March 2025', Date, 0.97),
    entity(loan, 'EUR 12,500', Amount, 0.98), entity(loan, 'Rotterdam', Party, 0.53), entity(loan, 'monthly', Date, 0.41),
  ];
  /** @type {Difference[]} */
  const mistakes = [
    { change: 'Relabelled', row: 4, reference: { category: Place, offset: loan.indexOf('Rotterdam'), length: 9 } },
    { change: 'Added', row: 5 },
    { change: 'Removed', reference: { category: Number, offset: loan.indexOf('36'), length: 2 } },
  ];
  /** @type {Difference[]} */
  const changes = [
    { change: 'Added', row: 5, right: 'Reference' },
    { change: 'Rescored', row: 1, reference: { category: Party, score: 0.61, offset: 84, length: 12 }, right: 'Both' },
  ];
  return {
    id: 'agreement-01', job: 0, text: loan,
    results: [
      result(0, { entities, mistakes, changes }),
      result(1, { classes: [{ category: Billing, score: 0.72 }, { category: Access, score: 0.21 }, { category: Delivery, score: 0.07 }], mistakes: [] }),
    ],
  };
}

/** @returns {Document} */
function overlapping() {
  const text = 'The Bank of the City of New York, New York branch, lends USD 12,500 to Anna-Maria Roth-Lindqvist on 4 March 2025.';
  return {
    id: 'overlapping-and-nested', job: 0, text,
    results: [
      result(0, {
        entities: [
          entity(text, 'Bank of the City of New York, New York branch', Party, 0.71), entity(text, 'Bank of the City of New York', Party, 0.83),
          entity(text, 'City of New York', Place, 0.64), entity(text, 'New York, New York', Place, 0.58), entity(text, 'New York branch', Party, 0.44),
          entity(text, 'USD 12,500', Amount, 0.97), entity(text, '12,500', Number, 0.93), entity(text, 'Anna-Maria Roth-Lindqvist', Party, 0.9),
          entity(text, '4 March 2025', Date, 0.99), entity(text, '2025', Number, 0.5),
        ],
      }),
    ],
  };
}

/** @returns {Document} */
function rightToLeft() {
  return {
    id: 'اتفاقية-٣', job: 0, text: arabic,
    results: [
      result(0, {
        entities: [
          entity(arabic, '4 مارس 2025', Date, 0.95), entity(arabic, 'مصرف الميناء', Party, 0.82), entity(arabic, 'ليلى حداد', Party, 0.9),
          entity(arabic, '12,500 يورو', Amount, 0.96), entity(arabic, 'الدار البيضاء', Place, 0.81),
        ],
      }),
    ],
  };
}

/** @returns {Document} */
function scripts() {
  return {
    id: '契約-04', job: 0, text: mixed,
    results: [
      result(0, {
        entities: [
          entity(mixed, '2025年3月4日', Date, 0.92), entity(mixed, '👩‍👩‍👧 東京', Place, 0.51), entity(mixed, 'กรุงเทพฯ', Place, 0.77),
          entity(mixed, 'Ferrer', Party, 0.8), entity(mixed, '€900', Amount, 0.99),
        ],
      }),
    ],
  };
}

/** @returns {Document} */
function failed() {
  return { id: 'agreement-05', job: 0, text: '', results: [result(0, { error: { code: 'InvalidDocument', message: 'Document text is empty.' } })] };
}

/** @returns {Document} */
function cutOff() {
  const text = `${loan} The rest was cut off.`;
  return {
    id: 'agreement-06', job: 0, text,
    results: [
      result(0, {
        entities: [entity(text, 'Lucía Ferrer', Party, 0.88)],
        warnings: [{ code: 'LongWordsInDocument', message: 'The document contains very long words, which were cut off.' }],
        redactedText: text.replace('Lucía Ferrer', '************'),
        members: [{ name: 'keyPhrases', json: '["loan agreement","credit union"]' }],
      }),
    ],
  };
}

/** @returns {Document} */
function otherText() {
  return {
    id: 'agreement-07', job: 0, text: 'Something else entirely.',
    results: [result(0, { entities: [{ category: Party, score: 0.9, offset: 3, length: 12, text: 'Tomasz Nowak' }] })],
  };
}

/** @returns {Document} */
function withoutText() {
  return {
    id: 'agreement-08', job: 0,
    results: [result(0, { entities: [{ category: Party, score: 0.9, offset: 3, length: 12, text: 'Tomasz Nowak' }] })],
  };
}

/** @returns {Document} A contract as long as the service takes, with 600 entities. */
function long() {
  const random = draws(3);
  let text = '';
  /** @type {Entity[]} */
  const entities = [];
  for (let section = 1; section <= 600; section++) {
    text += `§ ${section}. The borrower pays `;
    const amount = `EUR ${1 + random.integer(90)},${100 + random.integer(900)}`;
    entities.push({ category: Amount, score: 0.5 + random.next() / 2, offset: text.length, length: amount.length });
    text += `${amount} to the lender before the end of the period that the parties have agreed on, or gives notice of what hinders the payment.\n\n`;
  }
  return { id: 'framework-contract', job: 0, text, results: [result(0, { entities })] };
}
