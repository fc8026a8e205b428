interface Span {
  start: number;
  end: number;
}

/** Spans in the order in which they are drawn: by their start, longer ones first. */
export function sorted<T extends Span>(spans: readonly T[]): T[] {
  return [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Gives each span, sorted as above, the lowest lane that is free over its whole extent. */
export function lanesOf(spans: readonly Span[]): number[] {
  const ends: number[] = [];
  return spans.map(span => {
    const free = ends.findIndex(end => end <= span.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.end;
    return lane;
  });
}
