import { isFailed } from '../data/documents.js';
import { visibleLine } from '../marks/visible.js';
import { change } from '../store/actions.js';
import { report } from '../store/store.js';
import { OpenButton } from './OpenButton.js';
import { Table } from './Table.js';

const most = 50;

/** The documents that have errors, and why. */
export function FailedDocuments() {
  const failed = report.documents.map((document, index) => ({ document, index })).filter(({ document }) => isFailed(document));
  if (failed.length === 0) return null;
  return (
    <>
      <Table caption="Failed documents" columns={['Document', 'Error']}>
        {failed.slice(0, most).map(({ document, index }) => {
          const error = document.results.find(result => result.error)?.error;
          return (
            <tr key={index}>
              <th scope="row">
                <OpenButton index={index} />
              </th>
              <td>
                <bdi>{visibleLine(error?.code ?? '')}</bdi> <bdi>{visibleLine(error?.message ?? '')}</bdi>
              </td>
            </tr>
          );
        })}
      </Table>
      {failed.length > most && (
        <button type="button" onClick={() => change({ status: 'failed' })}>
          List all {failed.length}
        </button>
      )}
    </>
  );
}
