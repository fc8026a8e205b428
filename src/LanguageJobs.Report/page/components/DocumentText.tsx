import { isPlaced } from '../data/documents.js';
import type { Document } from '../data/report.js';
import { report } from '../store/store.js';
import { count } from './count.js';
import { MarkedText } from './MarkedText.js';

/** A document's text, or why it is not there. */
export function DocumentText({ document }: { document: Document }) {
  if (report.textExcluded) return <p class="note">This report was written without texts.</p>;
  if (document.text === undefined) return <p class="note">The text of this document was not given, so only the results are shown.</p>;
  const entities = document.results.flatMap(result => result.entities);
  const unplaced = entities.filter(entity => !isPlaced(document, entity)).length;
  return (
    <>
      {unplaced > 0 && (
        <p class="note warn">
          {unplaced === entities.length
            ? 'No entity stands in this text where the job found it: it is probably the text of another document, or was changed since.'
            : `${count(unplaced, 'entity', 'entities')} of ${entities.length} cannot be found in this text and stand only in the table.`}
        </p>
      )}
      <MarkedText document={document} text={document.text} />
    </>
  );
}
