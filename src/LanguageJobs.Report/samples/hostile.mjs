/** @import { Report } from '../page/data/report.js' */

/** What must show as text and do nothing. */
export const attacks = [
  '<script>window.attacked = 1</script>',
  '<img src=x onerror="window.attacked = 1">',
  '</script><script>window.attacked = 1</script>',
  '--><!--title--><!--data-->{script}$&',
  '\u001b[31mred\u001b[0m\u0007\u0000\u009b31m',
  '\u202egnp.exe\u202c and \u2066isolated',
  'line\u2028separator\u2029and\rreturn',
  'lone \ud800 and \udc00 surrogates',
  'javascript:window.attacked=1',
  '__proto__',
];

/** @returns {Report} A report in which every text is an attack. */
export function hostile() {
  return {
    title: attacks.join(' '),
    created: '2026-11-25T08:00:00Z',
    generator: 'LanguageJobs 0.2.0',
    textExcluded: false,
    jobs: [{ id: attacks.join(' '), name: attacks.join(' '), status: attacks.join(' ') }],
    tasks: attacks.map(attack => ({ kind: attack, name: attack })),
    categories: attacks,
    documents: attacks.map((attack, index) => ({
      id: attack,
      job: 0,
      text: `before ${attack} after`,
      results: [
        {
          task: index,
          entities: [
            { category: index, score: 0.5, offset: 7, length: attack.length },
            { category: index, score: 0.5, offset: 0, length: 3, text: attack, subcategory: attack },
            { category: index, score: 0.5, offset: 5, length: 1_000_000 },
          ],
          classes: [{ category: index }],
          warnings: [{ code: attack, message: attack }],
          error: { code: attack, message: attack },
          redactedText: attack,
          members: [{ name: attack, json: attack }],
          mistakes: [{ change: 'Removed', reference: { category: index, offset: 1, length: 2 } }],
          changes: [{ change: 'Relabelled', row: 0, reference: { category: index, offset: 1, length: 2, text: attack } }],
        },
      ],
    })),
    errors: [{ job: 0, code: attacks.join(' '), message: attacks.join(' ') }],
    scores: [{ task: 0, category: 0, support: 1, precision: 0, recall: 0, f1: 0 }],
    confusion: [{ task: 0, expected: 0, count: 1 }],
    referenceJobs: [{ id: attacks.join(' ') }],
  };
}
