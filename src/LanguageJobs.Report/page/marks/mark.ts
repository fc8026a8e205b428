import { isPlaced } from '../data/documents.js';
import type { Difference, Document, Result } from '../data/report.js';
import { isOfCategory, passes, type Filter } from '../store/filter.js';

/** What the labels say to a mark: nothing (there are none, or they agree), or what is wrong. */
export type Verdict = '' | 'spurious' | 'missed' | 'relabelled' | 'moved';

/** A part of the text that is drawn: an entity, or a label that the job missed. */
export interface Mark {
  key: string;
  start: number;
  end: number;
  category: number;
  score?: number | undefined;
  verdict: Verdict;
  /** The category that the labels have, where it is another one. */
  expected?: number | undefined;
}

/** The marks of a document that pass the filter. */
export function marksOf(document: Document, filter: Filter): Mark[] {
  const length = document.text?.length ?? 0;
  const marks: Mark[] = [];
  document.results.forEach((result, number) => {
    if (filter.tasks.length > 0 && !filter.tasks.includes(result.task)) return;
    const mistakes = mistakesByRow(result);
    result.entities.forEach((entity, index) => {
      if (!isPlaced(document, entity) || !passes(entity, filter)) return;
      const { offset: start, length, category, score } = entity;
      marks.push({ key: keyOf(number, index), start, end: start + length, category, score, ...judged(mistakes.get(index)) });
    });
    result.mistakes?.forEach((mistake, index) => {
      const label = mistake.reference;
      if (mistake.row !== undefined || label?.offset === undefined || label.length === undefined || !isOfCategory(label, filter)) return;
      marks.push({
        key: `${keyOf(number, index)}m`, start: label.offset, end: label.offset + label.length, category: label.category, verdict: 'missed',
      });
    });
  });
  return marks.filter(mark => mark.start >= 0 && mark.start < mark.end && mark.end <= length);
}

/** The id of a row's mark in the page. */
export function keyOf(result: number, row: number): string {
  return `mark-${result}-${row}`;
}

/** The mistakes of a result by the row that they are about. */
export function mistakesByRow(result: Result): Map<number, Difference> {
  const byRow = new Map<number, Difference>();
  for (const mistake of result.mistakes ?? []) if (mistake.row !== undefined) byRow.set(mistake.row, mistake);
  return byRow;
}

function judged(mistake: Difference | undefined): Pick<Mark, 'verdict' | 'expected'> {
  switch (mistake?.change) {
    case 'Added':
      return { verdict: 'spurious' };
    case 'Relabelled':
      return { verdict: 'relabelled', expected: mistake.reference?.category };
    case 'Moved':
      return { verdict: 'moved' };
    default:
      return { verdict: '' };
  }
}
