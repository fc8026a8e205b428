import { toggle } from '../store/actions.js';
import { tally } from '../store/derived.js';
import { useStore } from '../store/store.js';
import { Bar } from './Bar.js';
import { Category, colorOf } from './Category.js';
import { number } from './count.js';
import { Table } from './Table.js';

/** How many rows there are of each category. */
export function CategoryTable() {
  const counts = useStore(tally).categories;
  const most = Math.max(1, ...counts);
  return (
    <Table caption="Categories" columns={['Category', { number: 'Rows' }, '']}>
      {counts.map((rows, category) => (
        <tr key={category}>
          <th scope="row">
            <button type="button" class="link" onClick={() => toggle('categories', category)}>
              <Category category={category} />
            </button>
          </th>
          <td class="number">{number(rows)}</td>
          <td class="wide">
            <Bar share={rows / most} color={colorOf(category)} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
