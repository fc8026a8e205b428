import type { Problem } from '../data/report.js';
import { visible } from '../marks/visible.js';

const words = { bad: 'Error', warn: 'Warning' };

/** An error or a warning in the service's words. */
export function ProblemNote({ kind, problem }: { kind: keyof typeof words; problem: Problem }) {
  return (
    <p class={`note ${kind}`}>
      <strong>
        {words[kind]} <bdi>{visible(problem.code ?? '')}</bdi>
      </strong>{' '}
      <bdi>{visible(problem.message ?? '')}</bdi>
    </p>
  );
}
