import type { Problem } from '../data/report.js';
import { visible } from '../marks/visible.js';

const words = { bad: 'Error', warn: 'Warning' };

interface ProblemProperties {
  kind: keyof typeof words;
  problem: Problem;
  /** The name of the task that has it; none for a problem of a document or a job. */
  task?: string;
}

/** An error or a warning in the service's words. */
export function ProblemNote({ kind, problem, task }: ProblemProperties) {
  return (
    <p class={`note ${kind}`}>
      <strong>
        {words[kind]} <bdi>{visible(problem.code ?? '')}</bdi>
      </strong>{' '}
      {task !== undefined && (
        <>
          in task <bdi>{task}</bdi>:{' '}
        </>
      )}
      <bdi>{visible(problem.message ?? '')}</bdi>
    </p>
  );
}
