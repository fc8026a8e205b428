import { visibleLine } from '../marks/visible.js';
import { change } from '../store/actions.js';
import { report } from '../store/store.js';
import { number } from './count.js';
import { Table } from './Table.js';

/** How often each warning of the service occurs. */
export function WarningTable() {
  const counts = new Map<string, number>();
  for (const document of report.documents)
    for (const result of document.results)
      for (const warning of result.warnings) counts.set(warning.code ?? '', (counts.get(warning.code ?? '') ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <Table caption="Warnings" columns={['Warning', { number: 'Times' }]}>
      {[...counts].map(([code, times]) => (
        <tr key={code}>
          <th scope="row">
            <button type="button" class="link" onClick={() => change({ status: 'warnings' })}>
              <bdi>{visibleLine(code) || 'without a code'}</bdi>
            </button>
          </th>
          <td class="number">{number(times)}</td>
        </tr>
      ))}
    </Table>
  );
}
