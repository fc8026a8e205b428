import { visibleLine } from '../marks/visible.js';
import { change, toggle } from '../store/actions.js';
import { categoryTotals } from '../store/derived.js';
import { statuses, type Status } from '../store/filter.js';
import { taskName } from '../store/hash.js';
import { orders, type Order } from '../store/order.js';
import { report, update, useStore } from '../store/store.js';
import { ConfidenceFilter } from './ConfidenceFilter.js';
import { categoryName, colorOf } from './Category.js';
import { Choice } from './Choice.js';
import { number } from './count.js';
import { Toggle } from './Toggle.js';

const wide = () => matchMedia('(min-width: 50rem) and (min-height: 40rem)').matches;

/** Everything that leaves documents and rows out, and their order. */
export function Filters() {
  const { tasks, categories, scores, referenceJobs } = report;
  const filter = useStore(state => state.filter);
  const order = useStore(state => state.order);
  const totals = useStore(categoryTotals);
  return (
    <details class="filters" open={wide()}>
      <summary>Filter and sort</summary>
      {categories.length > 0 && (
        <fieldset>
          <legend>Categories</legend>
          <div class="toggles">
            {categories.map((_, category) => (
              <Toggle
                color={colorOf(category)}
                pressed={filter.categories.includes(category)}
                onToggle={() => toggle('categories', category)}
              >
                <bdi>{categoryName(category)}</bdi> <span class="soft">{number(totals[category]!)}</span>
              </Toggle>
            ))}
          </div>
        </fieldset>
      )}
      {tasks.length > 1 && (
        <fieldset>
          <legend>Tasks</legend>
          <div class="toggles">
            {tasks.map((_, task) => (
              <Toggle pressed={filter.tasks.includes(task)} onToggle={() => toggle('tasks', task)}>
                <bdi>{visibleLine(taskName(report, task))}</bdi>
              </Toggle>
            ))}
          </div>
        </fieldset>
      )}
      <ConfidenceFilter />
      <div class="fields">
        <label>
          Document id
          <input type="search" value={filter.id} onInput={event => change({ id: event.currentTarget.value })} />
        </label>
        <Choice<Status>
          label="Status"
          options={statuses.filter(status => (status !== 'mistakes' || scores) && (status !== 'changes' || referenceJobs))}
          value={filter.status}
          onChoose={status => change({ status })}
        />
        <Choice<Order>
          label="Order"
          options={orders.filter(each => (each !== 'worst' || scores) && (each !== 'most changed' || referenceJobs))}
          value={order}
          onChoose={chosen => update({ order: chosen })}
        />
      </div>
    </details>
  );
}
