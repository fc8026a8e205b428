import type { Result } from '../data/report.js';
import { mistakesByRow } from '../marks/mark.js';
import { passes } from '../store/filter.js';
import { useStore } from '../store/store.js';
import { Category, colorOf } from './Category.js';
import { Confidence } from './Confidence.js';
import { Table } from './Table.js';
import { Verdict } from './Verdict.js';

/** The classes of a document, with bars. */
export function ClassTable({ result }: { result: Result }) {
  const filter = useStore(state => state.filter);
  const mistakes = mistakesByRow(result);
  return (
    <Table caption="Classes" columns={['Category', 'Confidence', result.mistakes && 'Labels']}>
      {result.classes.map((row, index) =>
        passes(row, filter) ? (
          <tr key={index}>
            <th scope="row">
              <Category category={row.category} />
            </th>
            <td>
              <Confidence score={row.score} color={colorOf(row.category)} />
            </td>
            {result.mistakes && <Verdict mistake={mistakes.get(index)} />}
          </tr>
        ) : null,
      )}
    </Table>
  );
}
