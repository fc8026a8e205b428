import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Document } from '../data/report.js';
import { showHits } from '../marks/hits.js';
import { marksOf } from '../marks/mark.js';
import { segmentsOf, type LanedMark, type Segment } from '../marks/segments.js';
import { visible } from '../marks/visible.js';
import { useStore } from '../store/store.js';
import { colorOf } from './Category.js';
import { MarkName } from './MarkName.js';

const deepestLane = 5;

/** A text with its marks: the first lane a background, the others lines below it; each mark's name stands where it ends. */
export function MarkedText({ document, text }: { document: Document; text: string }) {
  const element = useRef<HTMLDivElement>(null);
  const filter = useStore(state => state.filter);
  const pointed = useStore(state => state.pointed);
  useEffect(() => showHits(element.current, filter.search));

  const segments = segmentsOf(text.length, marksOf(document, filter));
  const lanes = Math.max(0, ...segments.map(segment => segment.marks[0]?.lane ?? 0));
  return (
    <div ref={element} class={`text lanes${Math.min(lanes, deepestLane)}`} dir="auto">
      {segments.map(segment => (
        <>
          {segment.marks.reduceRight<ComponentChildren>(
            (inner, mark) => <Marked mark={mark} segment={segment} inner={inner} pointed={pointed === mark.key} />,
            visible(text.slice(segment.start, segment.end)),
          )}
          {segment.marks
            .filter(mark => mark.end === segment.end)
            .sort((a, b) => b.start - a.start)
            .map(mark => (
              <MarkName mark={mark} />
            ))}
        </>
      ))}
    </div>
  );
}

interface MarkedProperties {
  mark: LanedMark;
  segment: Segment;
  inner: ComponentChildren;
  pointed: boolean;
}

function Marked({ mark, segment, inner, pointed }: MarkedProperties) {
  const beginning = mark.start === segment.start;
  const classes = [
    'mark', `lane${Math.min(mark.lane, deepestLane)}`, colorOf(mark.category), mark.verdict,
    beginning ? 'begins' : '', mark.end === segment.end ? 'ends' : '', pointed ? 'pointed' : '',
  ];
  return (
    <span id={beginning ? mark.key : undefined} class={classes.filter(Boolean).join(' ')}>
      {inner}
    </span>
  );
}
