import { visibleLine } from '../marks/visible.js';
import { taskName } from '../store/hash.js';
import { report } from '../store/store.js';
import { ConfusionTable } from './ConfusionTable.js';
import { ScoreTable } from './ScoreTable.js';

/** The results against the labels, task by task. */
export function Scores() {
  const { scores = [], confusion = [] } = report;
  const tasks = [...new Set(scores.map(score => score.task))];
  return (
    <article aria-labelledby="scores">
      <h2 id="scores">Scores</h2>
      {tasks.map(task => {
        const name = visibleLine(taskName(report, task));
        const cells = confusion.filter(cell => cell.task === task);
        return (
          <section key={task} aria-labelledby={`scores-${task}`}>
            <h3 id={`scores-${task}`}>
              Task <bdi>{name}</bdi>
            </h3>
            <ScoreTable task={name} scores={scores.filter(score => score.task === task)} />
            {cells.length > 0 && <ConfusionTable task={name} cells={cells} />}
            {cells.length > 0 && <p class="soft">The labels are in rows, the results in columns.</p>}
          </section>
        );
      })}
    </article>
  );
}
