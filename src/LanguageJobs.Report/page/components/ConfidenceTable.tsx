import { tally } from '../store/derived.js';
import { useStore } from '../store/store.js';
import { Bar } from './Bar.js';
import { number } from './count.js';
import { Table } from './Table.js';

/** How many rows there are in each tenth of confidence: a histogram, the surest first. */
export function ConfidenceTable() {
  const { tenths, unscored } = useStore(tally);
  const most = Math.max(1, ...tenths);
  return (
    <Table caption="Confidence" columns={['Scores', { number: 'Rows' }, '']}>
      {tenths
        .map((rows, tenth) => (
          <tr key={tenth}>
            <th scope="row">
              {(tenth / 10).toFixed(1)}–{((tenth + 1) / 10).toFixed(1)}
            </th>
            <td class="number">{number(rows)}</td>
            <td class="wide">
              <Bar share={rows / most} />
            </td>
          </tr>
        ))
        .reverse()}
      {unscored > 0 && (
        <tr>
          <th scope="row">none</th>
          <td class="number">{number(unscored)}</td>
          <td />
        </tr>
      )}
    </Table>
  );
}
