import type { Difference } from '../data/report.js';
import { countDifferences, isShown, results } from '../store/filter.js';
import { listed } from '../store/derived.js';
import { report, useStore } from '../store/store.js';
import { number } from './count.js';
import { OpenButton } from './OpenButton.js';
import { Table } from './Table.js';

const most = 100;
const kinds = ['Added', 'Removed', 'Relabelled', 'Moved', 'Rescored'] as const;

/** What changed since the reference job, and in which documents most. */
export function Changes() {
  const filter = useStore(state => state.filter);
  const list = useStore(listed);
  const counts = new Map<Difference['change'], number>();
  for (const index of list)
    for (const result of results(report.documents[index]!, filter))
      for (const change of result.changes ?? [])
        if (isShown(change, result, filter)) counts.set(change.change, (counts.get(change.change) ?? 0) + 1);
  const changed = list
    .map(index => ({ index, changes: countDifferences(report.documents[index]!, 'changes', filter) }))
    .filter(({ changes }) => changes > 0)
    .sort((a, b) => b.changes - a.changes);
  return (
    <article aria-labelledby="changes">
      <h2 id="changes">Changes since the reference job</h2>
      {changed.length === 0 && <p>No document changed.</p>}
      {changed.length > 0 && (
        <div class="columns">
          <Table caption="Kinds of change" columns={['Change', { number: 'Rows' }]}>
            {kinds.map(kind => (
              <tr>
                <th scope="row">{kind}</th>
                <td class="number">{number(counts.get(kind) ?? 0)}</td>
              </tr>
            ))}
          </Table>
          <Table
            caption={`Documents that changed${changed.length > most ? `, the first ${most} of ${changed.length}` : ''}`}
            columns={['Document', { number: 'Changes' }]}
          >
            {changed.slice(0, most).map(({ index, changes }) => (
              <tr>
                <th scope="row">
                  <OpenButton index={index} />
                </th>
                <td class="number">{number(changes)}</td>
              </tr>
            ))}
          </Table>
        </div>
      )}
    </article>
  );
}
