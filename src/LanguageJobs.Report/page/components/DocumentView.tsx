import { visibleLine } from '../marks/visible.js';
import { step } from '../store/actions.js';
import { listed } from '../store/derived.js';
import { results } from '../store/filter.js';
import { report, update, useStore } from '../store/store.js';
import { count } from './count.js';
import { DocumentText } from './DocumentText.js';
import { ResultView } from './ResultView.js';

/** The open document: its text with what was found in it, then each task's result. */
export function DocumentView() {
  const open = useStore(state => state.open);
  const filter = useStore(state => state.filter);
  const list = useStore(listed);
  const document = report.documents[open];
  if (document === undefined) return <p class="nothing">Choose a document from the list. The keys j and k go to the next and the previous one.</p>;
  const position = list.indexOf(open) + 1;
  return (
    <article aria-labelledby="document">
      <div class="heading">
        <button type="button" class="back" onClick={() => update({ view: 'documents' })}>
          Back to the list
        </button>
        <h2 id="document">
          <bdi>{visibleLine(document.id)}</bdi>
        </h2>
        <p class="soft">{position > 0 ? `${position} of ${count(list.length, 'document')}` : 'Not in the list: the filter leaves it out.'}</p>
        <button type="button" aria-keyshortcuts="k" onClick={() => step(-1)}>
          Previous
        </button>
        <button type="button" aria-keyshortcuts="j" onClick={() => step(1)}>
          Next
        </button>
      </div>
      <DocumentText document={document} />
      {document.results.map((result, number) =>
        results(document, filter).includes(result) ? <ResultView key={`${open}-${number}`} document={document} number={number} /> : null,
      )}
    </article>
  );
}
