import { hasWarnings, isFailed } from '../data/documents.js';
import { tally } from '../store/derived.js';
import { report, useStore } from '../store/store.js';
import { CategoryTable } from './CategoryTable.js';
import { ConfidenceTable } from './ConfidenceTable.js';
import { FailedDocuments } from './FailedDocuments.js';
import { JobErrors } from './JobErrors.js';
import { JobTable } from './JobTable.js';
import { Tile } from './Tile.js';
import { WarningTable } from './WarningTable.js';

/** The whole report at a glance; the counts of rows follow the filter. */
export function Overview() {
  const { documents, created, generator, scores, textExcluded } = report;
  const f1 = scores?.find(score => score.average === 'Micro')?.f1;
  return (
    <article aria-labelledby="overview">
      <h2 id="overview">Overview</h2>
      <p class="soft">
        Written on {new Date(created).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' })} by {generator}.
        {textExcluded && ' Texts were left out.'}
      </p>
      <dl class="tiles">
        <Tile name="Documents" value={documents.length} />
        <Tile name="Failed" value={documents.filter(isFailed).length} />
        <Tile name="With warnings" value={documents.filter(hasWarnings).length} />
        <Tile name="Rows shown" value={useStore(tally).rows} />
        {f1 !== undefined && <Tile name="F1 (micro)" value={f1} digits={3} />}
      </dl>
      <JobErrors />
      <div class="columns">
        <CategoryTable />
        <ConfidenceTable />
      </div>
      <FailedDocuments />
      <WarningTable />
      <JobTable />
    </article>
  );
}
