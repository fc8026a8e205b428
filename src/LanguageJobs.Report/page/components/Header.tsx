import { visibleLine } from '../marks/visible.js';
import type { View } from '../store/hash.js';
import { report, update, useStore } from '../store/store.js';

/** The report's title and the way to its parts. */
export function Header() {
  const { title, scores, referenceJobs } = report;
  return (
    <header class="top">
      <h1>
        <bdi>{visibleLine(title)}</bdi>
      </h1>
      <nav aria-label="Parts of the report">
        <Tab to="documents" name="Documents" />
        <Tab to="overview" name="Overview" />
        {scores && <Tab to="scores" name="Scores" />}
        {referenceJobs && <Tab to="changes" name="Changes" />}
      </nav>
    </header>
  );
}

function Tab({ to, name }: { to: View; name: string }) {
  const view = useStore(state => state.view);
  const here = view === to || (to === 'documents' && view === 'document');
  return (
    <button type="button" class="tab" aria-current={here ? 'page' : undefined} onClick={() => update({ view: to })}>
      {name}
    </button>
  );
}
