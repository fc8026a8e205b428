import { isPlaced, textOf } from '../data/documents.js';
import type { Document, Entity } from '../data/report.js';
import { keyOf, mistakesByRow } from '../marks/mark.js';
import { visible } from '../marks/visible.js';
import { point } from '../store/actions.js';
import { passes } from '../store/filter.js';
import { report, update, useStore } from '../store/store.js';
import { Category, colorOf } from './Category.js';
import { Confidence } from './Confidence.js';
import { count } from './count.js';
import { Table } from './Table.js';
import { Verdict } from './Verdict.js';

/** The entities of a document in the order in which they stand in it. */
export function EntityTable({ document, number }: { document: Document; number: number }) {
  const filter = useStore(state => state.filter);
  const limit = useStore(state => state.rowLimit);
  const result = document.results[number]!;
  const mistakes = mistakesByRow(result);
  const shown = result.entities
    .map((entity, index) => ({ entity, index }))
    .filter(({ entity }) => passes(entity, filter))
    .sort((a, b) => a.entity.offset - b.entity.offset);
  return (
    <>
      <Table
        name="entities"
        caption={count(shown.length, 'entity', 'entities')}
        columns={[!report.textExcluded && 'Text', 'Category', 'Confidence', { number: 'Span' }, result.mistakes && 'Labels']}
      >
        {shown.slice(0, limit).map(({ entity, index }) => (
          <tr key={index}>
            {!report.textExcluded && (
              <td class="quote">
                <EntityText document={document} entity={entity} mark={keyOf(number, index)} />
              </td>
            )}
            <td>
              <Category category={entity.category} />
              {entity.subcategory !== undefined && <bdi class="soft"> {visible(entity.subcategory)}</bdi>}
            </td>
            <td>
              <Confidence score={entity.score} color={colorOf(entity.category)} />
            </td>
            <td class="number">
              {entity.offset}–{entity.offset + entity.length}
            </td>
            {result.mistakes && <Verdict mistake={mistakes.get(index)} />}
          </tr>
        ))}
      </Table>
      {shown.length > limit && (
        <button type="button" onClick={() => update({ rowLimit: shown.length })}>
          Show all {shown.length}
        </button>
      )}
    </>
  );
}

function EntityText({ document, entity, mark }: { document: Document; entity: Entity; mark: string }) {
  const text = <bdi>{visible(textOf(document, entity) ?? '')}</bdi>;
  if (!isPlaced(document, entity)) return text;
  return (
    <button type="button" class="link" onClick={() => point(mark)}>
      {text}
    </button>
  );
}
