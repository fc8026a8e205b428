import type { Confusion } from '../data/report.js';
import { Category, categoryName } from './Category.js';
import { number } from './count.js';

/** Stands for "none": a label that nothing was found for, or a row that has no label. */
const none = -1;

/** How often each labelled category was found as which; the share of its row shades a cell. */
export function ConfusionTable({ task, cells }: { task: string; cells: readonly Confusion[] }) {
  const counts = new Map(cells.map(cell => [`${cell.expected ?? none} ${cell.predicted ?? none}`, cell.count]));
  const rows = axis(cells.map(cell => cell.expected ?? none));
  const columns = axis(cells.map(cell => cell.predicted ?? none));
  const countOf = (row: number, column: number) => counts.get(`${row} ${column}`) ?? 0;
  return (
    <div class="scroll" role="region" aria-label={`Confusion matrix of task ${task}`} tabIndex={0}>
      <table class="confusion">
        <caption>Confusion matrix</caption>
        <thead>
          <tr>
            <td />
            {columns.map(column => (
              <th scope="col">
                <Heading category={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const total = columns.reduce((sum, column) => sum + countOf(row, column), 0);
            return (
              <tr>
                <th scope="row">
                  <Heading category={row} />
                </th>
                {columns.map(column => {
                  const count = countOf(row, column);
                  return <td class={`number shade${Math.ceil((4 * count) / total)} ${row === column ? 'right' : ''}`}>{number(count)}</td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Heading({ category }: { category: number }) {
  return category === none ? <span class="soft">none</span> : <Category category={category} />;
}

// Categories by name, "none" last.
function axis(categories: readonly number[]): number[] {
  return [...new Set(categories)].sort((a, b) => Number(a === none) - Number(b === none) || categoryName(a).localeCompare(categoryName(b)));
}
