import type { Difference, Document, Entity, Result, Row } from './report.js';

/** An entity's text, wherever it stands; undefined in a report without texts. */
export function textOf(document: Document, entity: Entity): string | undefined {
  return entity.text ?? document.text?.slice(entity.offset, entity.offset + entity.length);
}

/** True for an entity that can be drawn in the document's text. */
export function isPlaced(document: Document, entity: Entity): boolean {
  return document.text !== undefined && entity.text === undefined;
}

export const isFailed = (document: Document) => document.results.some(result => result.error);

export const hasWarnings = (document: Document) => document.results.some(result => result.warnings.length > 0);

/** The row that a difference is about; undefined where only the reference has one. A result has entities or classes, never both. */
export function rowOf(result: Result, difference: Difference): Row | undefined {
  return difference.row === undefined ? undefined : (result.entities[difference.row] ?? result.classes[difference.row]);
}

/** The lowest confidence score of a document's rows; 1 where nothing has one. */
export function lowestScore(document: Document): number {
  let lowest = 1;
  for (const result of document.results) {
    for (const row of result.entities) if (row.score !== undefined && row.score < lowest) lowest = row.score;
    for (const row of result.classes) if (row.score !== undefined && row.score < lowest) lowest = row.score;
  }
  return lowest;
}
