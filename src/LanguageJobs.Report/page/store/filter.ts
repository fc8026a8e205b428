import { hasWarnings, isFailed, rowOf } from '../data/documents.js';
import type { Difference, Document, Report, Result, Row } from '../data/report.js';

export const statuses = ['any', 'succeeded', 'failed', 'warnings', 'mistakes', 'changes', 'no text'] as const;

export type Status = (typeof statuses)[number];

/** What is shown. An empty list leaves nothing out. */
export interface Filter {
  /** Text that a document, its id or its entities contain; upper and lower case are the same. */
  search: string;
  /** Text that a document's id contains. */
  id: string;
  status: Status;
  tasks: readonly number[];
  categories: readonly number[];
  minimum: number;
  maximum: number;
}

export const everything: Filter = { search: '', id: '', status: 'any', tasks: [], categories: [], minimum: 0, maximum: 1 };

/** True when nothing is left out. */
export function isEverything(filter: Filter): boolean {
  return JSON.stringify(filter) === JSON.stringify(everything);
}

/** True for an entity or a class that is shown. A row without a score passes only where every score does. */
export function passes(row: Row, filter: Filter): boolean {
  return (
    isOfCategory(row, filter) &&
    (row.score === undefined ? filter.minimum === 0 && filter.maximum === 1 : row.score >= filter.minimum && row.score <= filter.maximum)
  );
}

/** True for a row of a category that is shown, whatever its score. Labels have none. */
export function isOfCategory(row: Row, filter: Filter): boolean {
  return filter.categories.length === 0 || filter.categories.includes(row.category);
}

/** True for a difference that is shown: one of its two rows is. */
export function isShown(difference: Difference, result: Result, filter: Filter): boolean {
  const row = rowOf(result, difference);
  return (row !== undefined && passes(row, filter)) || (difference.reference !== undefined && isOfCategory(difference.reference, filter));
}

/** The documents that are shown, by their index. A filter of rows leaves out documents without a row that passes. */
export function documentsThatPass(report: Report, filter: Filter, textsToSearch: () => readonly string[]): number[] {
  const search = filter.search.toLowerCase();
  const texts = search === '' ? undefined : textsToSearch();
  const id = filter.id.toLowerCase();
  const rowsMatter = filter.categories.length > 0 || filter.minimum > 0 || filter.maximum < 1;
  const passing: number[] = [];
  report.documents.forEach((document, index) => {
    if (
      hasStatus(document, filter) &&
      (id === '' || document.id.toLowerCase().includes(id)) &&
      (texts === undefined || texts[index]!.includes(search)) &&
      results(document, filter).length > 0 &&
      (!rowsMatter || countRows(document, filter) > 0 || countDifferences(document, 'mistakes', filter) > 0)
    )
      passing.push(index);
  });
  return passing;
}

/** How many rows of a document are shown. */
export function countRows(document: Document, filter: Filter): number {
  let count = 0;
  eachRow(document, filter, () => count++);
  return count;
}

/** How many mistakes or changes of a document are shown. */
export function countDifferences(document: Document, kind: 'mistakes' | 'changes', filter: Filter): number {
  let count = 0;
  for (const result of results(document, filter))
    for (const difference of result[kind] ?? []) if (isShown(difference, result, filter)) count++;
  return count;
}

/** The results of a document whose tasks are shown. */
export function results(document: Document, filter: Filter): readonly Result[] {
  return filter.tasks.length === 0 ? document.results : document.results.filter(result => filter.tasks.includes(result.task));
}

/** Visits every entity and class of a document that is shown. */
export function eachRow(document: Document, filter: Filter, visit: (row: Row) => void): void {
  for (const result of results(document, filter)) {
    for (const row of result.entities) if (passes(row, filter)) visit(row);
    for (const row of result.classes) if (passes(row, filter)) visit(row);
  }
}

function hasStatus(document: Document, filter: Filter): boolean {
  switch (filter.status) {
    case 'any':
      return true;
    case 'succeeded':
      return !isFailed(document);
    case 'failed':
      return isFailed(document);
    case 'warnings':
      return hasWarnings(document);
    case 'mistakes':
      return countDifferences(document, 'mistakes', filter) > 0;
    case 'changes':
      return countDifferences(document, 'changes', filter) > 0;
    case 'no text':
      return document.text === undefined;
  }
}
