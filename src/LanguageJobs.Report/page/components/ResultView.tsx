import type { Document } from '../data/report.js';
import { visible, visibleLine } from '../marks/visible.js';
import { taskName } from '../store/hash.js';
import { report } from '../store/store.js';
import { ClassTable } from './ClassTable.js';
import { DifferenceTable } from './DifferenceTable.js';
import { EntityTable } from './EntityTable.js';
import { ProblemNote } from './ProblemNote.js';

/** What one task found in a document. */
export function ResultView({ document, number }: { document: Document; number: number }) {
  const result = document.results[number]!;
  return (
    <section aria-labelledby={`task-${number}`}>
      <h3 id={`task-${number}`}>
        Task <bdi>{visibleLine(taskName(report, result.task))}</bdi>
      </h3>
      {result.error && <ProblemNote kind="bad" problem={result.error} />}
      {result.warnings.map(warning => (
        <ProblemNote kind="warn" problem={warning} />
      ))}
      {result.classes.length > 0 && <ClassTable result={result} />}
      {result.entities.length > 0 && <EntityTable document={document} number={number} />}
      {result.entities.length + result.classes.length === 0 && !result.error && <p class="soft">Nothing was found.</p>}
      {result.mistakes && <DifferenceTable kind="mistakes" document={document} result={result} />}
      {result.changes && <DifferenceTable kind="changes" document={document} result={result} />}
      {result.redactedText !== undefined && (
        <details>
          <summary>Redacted text</summary>
          <div class="text" dir="auto">
            {visible(result.redactedText)}
          </div>
        </details>
      )}
      {result.members?.map(member => (
        <details>
          <summary>
            <bdi>{visibleLine(member.name)}</bdi>
          </summary>
          <pre>{visible(member.json)}</pre>
        </details>
      ))}
    </section>
  );
}
