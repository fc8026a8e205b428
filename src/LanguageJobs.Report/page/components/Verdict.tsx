import type { Difference } from '../data/report.js';

/** What the labels say, by the difference from them. */
export const mistakeWords = { Added: 'spurious', Removed: 'missed', Relabelled: 'other category', Moved: 'other span', Rescored: '' };

/** A table's cell that says whether the labels have a row. */
export function Verdict({ mistake }: { mistake: Difference | undefined }) {
  return <td class={mistake ? 'bad' : 'good'}>{mistake ? mistakeWords[mistake.change] : 'right'}</td>;
}
