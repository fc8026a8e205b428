import { change } from '../store/actions.js';
import { useStore } from '../store/store.js';

/** The id by which the key for searching finds the box. */
export const searchBoxId = 'search';

export function SearchBox() {
  return (
    <input
      id={searchBoxId}
      type="search"
      placeholder="Search texts and ids ( / )"
      aria-label="Search texts and ids"
      aria-keyshortcuts="/"
      value={useStore(state => state.filter.search)}
      onInput={event => change({ search: event.currentTarget.value })}
    />
  );
}
