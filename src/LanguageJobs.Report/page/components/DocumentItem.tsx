import { hasWarnings, isFailed } from '../data/documents.js';
import { visibleLine } from '../marks/visible.js';
import { countDifferences, countRows } from '../store/filter.js';
import { report, useStore } from '../store/store.js';
import { count } from './count.js';

/** A document in the list: its id, and what there is to see. */
export function DocumentItem({ index }: { index: number }) {
  const document = report.documents[index]!;
  const filter = useStore(state => state.filter);
  const mistakes = countDifferences(document, 'mistakes', filter);
  const changes = countDifferences(document, 'changes', filter);
  return (
    <>
      <bdi class="id">{visibleLine(document.id)}</bdi>
      <span class="facts">
        {isFailed(document) && <span class="bad">failed</span>}
        <span>{count(countRows(document, filter), 'row')}</span>
        {hasWarnings(document) && <span class="warn">warning</span>}
        {document.text === undefined && !report.textExcluded && <span>no text</span>}
        {mistakes > 0 && <span class="bad">{count(mistakes, 'mistake')}</span>}
        {changes > 0 && <span>{count(changes, 'change')}</span>}
      </span>
    </>
  );
}
