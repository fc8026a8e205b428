import { draws } from './draws.mjs';

/** @import { Document, Entity, Report } from '../page/data/report.js' */

const words = (
  'the agreement lender borrower pays amount months interest term repaid signed date place party between under shall notice thirty days ' +
  'property rent deposit insured damages court law written copy each other before after unless year first second payment bank account'
).split(' ');
const names = ['Marta Oyelaran', 'Jon Beck', 'Lucía Ferrer', 'Tomasz Nowak', 'Harbour Street Credit Union', 'Brightwater Lettings Ltd'];
const categories = ['Party', 'Date', 'Amount', 'Place', 'Duration', 'Object'];

/**
 * A report of many documents of about 1,500 characters.
 * @param {number} documents
 * @param {number} entities How many entities each has.
 * @returns {Report}
 */
export function many(documents, entities) {
  const random = draws(20251114);
  return {
    title: `${documents} agreements`,
    created: '2026-11-25T08:00:00Z',
    generator: 'LanguageJobs 0.2.0',
    textExcluded: false,
    jobs: [{ id: '7d1c52f0-03ee-4f7a-b6a9-5e2f4c9d7711', name: 'Agreements', status: 'succeeded', created: '2026-11-24T08:00:00Z' }],
    tasks: [{ kind: 'CustomEntityRecognition', name: 'terms' }],
    categories,
    documents: Array.from({ length: documents }, (_, number) => document(number)),
    errors: [],
  };

  /**
   * @param {number} number
   * @returns {Document}
   */
  function document(number) {
    let text = '';
    /** @type {Entity[]} */
    const found = [];
    while (text.length < 1500 || found.length < entities) {
      if (found.length < entities && text.length > (found.length * 1500) / entities) {
        const name = random.one(names);
        found.push({ category: random.integer(categories.length), score: Math.round(40 + random.next() * 60) / 100, offset: text.length, length: name.length });
        text += `${name} `;
      } else text += `${random.one(words)} `;
    }
    return { id: `agreement-${String(number + 1).padStart(5, '0')}`, job: 0, text, results: [{ task: 0, entities: found, classes: [], warnings: [] }] };
  }
}
