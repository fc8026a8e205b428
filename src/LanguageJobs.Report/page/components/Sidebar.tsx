import { listed, tally } from '../store/derived.js';
import { everything, isEverything } from '../store/filter.js';
import { report, update, useStore } from '../store/store.js';
import { count, number } from './count.js';
import { DocumentList } from './DocumentList.js';
import { Filters } from './Filters.js';
import { SearchBox } from './SearchBox.js';

/** What is searched for, what is left out, and the documents that remain. */
export function Sidebar() {
  const documents = useStore(listed).length;
  const { rows } = useStore(tally);
  const filtered = useStore(state => !isEverything(state.filter));
  return (
    <section class="side" aria-label="Documents">
      <SearchBox />
      <Filters />
      <p class="counts soft">
        <span role="status" aria-live="polite">
          {number(documents)} of {count(report.documents.length, 'document')}, {count(rows, 'row')}
        </span>
        {filtered && (
          <button type="button" class="link" onClick={() => update({ filter: everything })}>
            Show all
          </button>
        )}
      </p>
      <DocumentList />
    </section>
  );
}
