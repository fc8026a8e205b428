import type { Mark } from '../marks/mark.js';
import { categoryName, colorOf } from './Category.js';
import { digits } from './Confidence.js';

/** A mark's category and confidence, and what the labels say to it. */
export function MarkName({ mark }: { mark: Mark }) {
  return (
    <bdi class={`name ${colorOf(mark.category)} ${mark.verdict}`}>
      {categoryName(mark.category)}
      {mark.score !== undefined && ` ${digits(mark.score)}`}
      {wordOf(mark)}
    </bdi>
  );
}

function wordOf(mark: Mark): string {
  switch (mark.verdict) {
    case 'spurious':
      return ' · spurious';
    case 'missed':
      return ' · missed';
    case 'moved':
      return ' · other span';
    case 'relabelled':
      return mark.expected === undefined ? '' : ` · labelled ${categoryName(mark.expected)}`;
    case '':
      return '';
  }
}
