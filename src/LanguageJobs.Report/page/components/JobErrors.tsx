import { visibleLine } from '../marks/visible.js';
import { taskName } from '../store/hash.js';
import { report } from '../store/store.js';
import { ProblemNote } from './ProblemNote.js';

const most = 50;

/** The errors of jobs and tasks. */
export function JobErrors() {
  const { errors } = report;
  return (
    <>
      {errors.slice(0, most).map(error => (
        <ProblemNote
          kind="bad"
          problem={error}
          {...(error.task === undefined ? {} : { task: visibleLine(taskName(report, error.task)) })}
        />
      ))}
      {errors.length > most && <p class="note bad">{errors.length - most} more errors of jobs and tasks are left out.</p>}
    </>
  );
}
