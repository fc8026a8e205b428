import { documentsThatPass, eachRow, everything } from './filter.js';
import { inOrder } from './order.js';
import { report, type State } from './store.js';

/** The documents that pass the filter, by their index. */
const passing = derived(
  state => [state.filter],
  ({ filter }) => documentsThatPass(report, filter, textsToSearch),
);

/** The documents in the list, by their index. */
export const listed = derived(
  state => [passing(state), state.order],
  state => inOrder(report.documents, passing(state), state.order, state.filter),
);

/** The rows of the documents in the list: how many of each category, and of each tenth of confidence. */
export const tally = derived(
  state => [passing(state)],
  state => {
    const categories = report.categories.map(() => 0);
    const tenths = Array.from({ length: 10 }, () => 0);
    let rows = 0;
    let unscored = 0;
    for (const index of passing(state)) {
      eachRow(report.documents[index]!, state.filter, row => {
        rows++;
        categories[row.category]!++;
        if (row.score === undefined) unscored++;
        else tenths[Math.min(9, Math.floor(row.score * 10))]!++;
      });
    }
    return { rows, categories, tenths, unscored };
  },
);

/** How many rows the whole report has of each category. */
export const categoryTotals = derived(
  () => [report],
  () => {
    const totals = report.categories.map(() => 0);
    for (const document of report.documents) eachRow(document, everything, row => totals[row.category]!++);
    return totals;
  },
);

let texts: readonly string[] | undefined;

// Made when something is searched for, and kept.
function textsToSearch(): readonly string[] {
  return (texts ??= report.documents.map(document =>
    [document.id, document.text, ...document.results.flatMap(result => result.entities.map(entity => entity.text))]
      .join('\n')
      .toLowerCase(),
  ));
}

/** Computes again only when one of the inputs is another one. */
function derived<T>(inputs: (state: State) => readonly unknown[], compute: (state: State) => T): (state: State) => T {
  let last: readonly unknown[] | undefined;
  let value: T;
  return state => {
    const now = inputs(state);
    if (last === undefined || now.some((input, i) => input !== last![i])) {
      last = now;
      value = compute(state);
    }
    return value;
  };
}
