import { lanesOf, sorted } from './lanes.js';
import type { Mark } from './mark.js';

export interface LanedMark extends Mark {
  lane: number;
}

/** A part of the text over which the marks are the same. */
export interface Segment {
  start: number;
  end: number;
  /** The marks over it, the highest lane first. */
  marks: LanedMark[];
}

/** Cuts a text of this length where marks begin and end. No mark is empty or reaches beyond the text. */
export function segmentsOf(length: number, marks: readonly Mark[]): Segment[] {
  const ordered = sorted(marks);
  const lanes = lanesOf(ordered);
  const laned = ordered.map((mark, index) => ({ ...mark, lane: lanes[index]! }));
  const cuts = [...new Set([0, length, ...laned.flatMap(mark => [mark.start, mark.end])])].sort((a, b) => a - b);

  let next = 0;
  let open: LanedMark[] = [];
  return cuts.slice(0, -1).map((start, index) => {
    open = open.filter(mark => mark.end > start);
    for (let mark = laned[next]; mark?.start === start; mark = laned[++next]) open.push(mark);
    return { start, end: cuts[index + 1]!, marks: [...open].sort((a, b) => b.lane - a.lane) };
  });
}
