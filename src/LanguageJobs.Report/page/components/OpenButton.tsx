import { visibleLine } from '../marks/visible.js';
import { openDocument } from '../store/actions.js';
import { report } from '../store/store.js';

/** A document's id, which opens it. */
export function OpenButton({ index }: { index: number }) {
  return (
    <button type="button" class="link" onClick={() => openDocument(index)}>
      <bdi>{visibleLine(report.documents[index]!.id)}</bdi>
    </button>
  );
}
