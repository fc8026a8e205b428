import type { Score } from '../data/report.js';
import { toggle } from '../store/actions.js';
import { Bar } from './Bar.js';
import { Category, colorOf } from './Category.js';
import { number } from './count.js';
import { Table } from './Table.js';

const figures = ['Precision', 'Recall', 'F1', 'Support', 'True positives', 'False positives', 'False negatives'];

const figure = (value: number) => value.toFixed(3);

/** Scores of one task: its categories, then the averages. */
export function ScoreTable({ task, scores }: { task: string; scores: readonly Score[] }) {
  return (
    <div class="scroll" role="region" aria-label={`Scores of task ${task}`} tabIndex={0}>
      <Table name="scores" caption="Scores" columns={['Category', ...figures.map(name => ({ number: name }))]}>
        {scores.map(score => (
          <tr class={score.average ? 'average' : ''}>
            <th scope="row">
              <Name score={score} />
            </th>
            <td class="number">{figure(score.precision)}</td>
            <td class="number">{figure(score.recall)}</td>
            <td class="number">
              {figure(score.f1)} <Bar share={score.f1} {...(score.category === undefined ? {} : { color: colorOf(score.category) })} />
            </td>
            <td class="number">{number(score.support)}</td>
            <Count value={score.truePositives} />
            <Count value={score.falsePositives} />
            <Count value={score.falseNegatives} />
          </tr>
        ))}
      </Table>
      <Accuracy scores={scores} />
    </div>
  );
}

function Name({ score }: { score: Score }) {
  const { category } = score;
  if (category === undefined) return <>{score.average} average</>;
  return (
    <button type="button" class="link" onClick={() => toggle('categories', category)}>
      <Category category={category} />
    </button>
  );
}

function Count({ value }: { value: number | undefined }) {
  return <td class="number">{value === undefined ? '' : number(value)}</td>;
}

function Accuracy({ scores }: { scores: readonly Score[] }) {
  const accuracy = scores.find(score => score.accuracy !== undefined)?.accuracy;
  return accuracy === undefined ? null : <p>Accuracy: {figure(accuracy)}</p>;
}
