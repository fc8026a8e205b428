import type { Score } from '../data/report.js';
import { visibleLine } from '../marks/visible.js';
import { taskName } from '../store/hash.js';
import { report } from '../store/store.js';
import { ConfusionTable } from './ConfusionTable.js';
import { digits } from './Confidence.js';
import { ScoreTable } from './ScoreTable.js';

/** The results against the labels, for each task and each threshold. */
export function Scores() {
  const { scores = [], confusion = [] } = report;
  const tasks = [...new Set(scores.map(score => score.task))];
  return (
    <article aria-labelledby="scores">
      <h2 id="scores">Scores</h2>
      {tasks.map(task => {
        const ofTask = scores.filter(score => score.task === task);
        const cells = confusion.filter(cell => cell.task === task);
        return (
          <section key={task} aria-labelledby={`scores-${task}`}>
            <h3 id={`scores-${task}`}>
              Task <bdi>{visibleLine(taskName(report, task))}</bdi>
            </h3>
            {[...new Set(ofTask.map(score => score.threshold))].map(threshold => (
              <ScoreTable caption={captionOf(threshold)} scores={ofTask.filter(score => score.threshold === threshold)} />
            ))}
            {cells.length > 0 && <ConfusionTable cells={cells} />}
          </section>
        );
      })}
    </article>
  );
}

function captionOf(threshold: Score['threshold']): string {
  return threshold === undefined ? 'Scores of all rows' : `Scores of rows with a confidence of ${digits(threshold)} or more`;
}
