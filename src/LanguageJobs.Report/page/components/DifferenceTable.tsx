import { rowOf, textOf } from '../data/documents.js';
import type { Difference, Document, Entity, Result } from '../data/report.js';
import { visible } from '../marks/visible.js';
import { isShown } from '../store/filter.js';
import { report, useStore } from '../store/store.js';
import { Category } from './Category.js';
import { digits } from './Confidence.js';
import { Table } from './Table.js';
import { mistakeWords } from './Verdict.js';

const kinds = {
  mistakes: {
    caption: 'Against the labels', row: 'Found', reference: 'Labelled', none: 'The labels agree with every row.', words: mistakeWords,
  },
  changes: {
    caption: 'Against the reference job', row: 'This job', reference: 'Reference job', none: 'The reference job found the same.',
    words: { Added: 'added', Removed: 'removed', Relabelled: 'relabelled', Moved: 'moved', Rescored: 'rescored' },
  },
};

const sides = { Reference: 'the reference', Difference: 'this job', Both: 'both', Neither: 'neither' };

/** How a result differs from the labels, or from the reference job. */
export function DifferenceTable({ kind, document, result }: { kind: keyof typeof kinds; document: Document; result: Result }) {
  const { caption, row, reference, none, words } = kinds[kind];
  const filter = useStore(state => state.filter);
  const limit = useStore(state => state.rowLimit);
  const differences = (result[kind] ?? []).filter(difference => isShown(difference, result, filter));
  const judged = kind === 'changes' && differences.some(difference => difference.right !== undefined);
  if (differences.length === 0) return <p class="soft">{none}</p>;
  return (
    <Table caption={caption} columns={['Difference', row, reference, judged && 'Right by the labels']}>
      {differences.slice(0, limit).map(difference => (
        <tr>
          <th scope="row">{words[difference.change]}</th>
          <Side document={document} row={rowOf(result, difference)} />
          <Side document={document} row={difference.reference} />
          {judged && <td>{difference.right && sides[difference.right]}</td>}
        </tr>
      ))}
    </Table>
  );
}

function Side({ document, row }: { document: Document; row: Difference['reference'] | Entity | undefined }) {
  if (row === undefined) return <td class="soft">nothing</td>;
  return (
    <td>
      <Category category={row.category} /> {row.score !== undefined && digits(row.score)}
      {row.offset !== undefined && row.length !== undefined && <Place document={document} entity={row as Entity} />}
    </td>
  );
}

function Place({ document, entity }: { document: Document; entity: Entity }) {
  const text = report.textExcluded ? undefined : textOf(document, entity);
  return (
    <div>
      {text !== undefined && <bdi>{visible(text)} </bdi>}
      <span class="soft">
        {entity.offset}–{entity.offset + entity.length}
      </span>
    </div>
  );
}
