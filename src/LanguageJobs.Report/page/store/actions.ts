import { listed } from './derived.js';
import type { Filter } from './filter.js';
import { current, update } from './store.js';

export function change(part: Partial<Filter>): void {
  update({ filter: { ...current().filter, ...part } });
}

/** Adds an item to a list of the filter, or takes it out. */
export function toggle(list: 'tasks' | 'categories', item: number): void {
  const items = current().filter[list];
  change({ [list]: items.includes(item) ? items.filter(other => other !== item) : [...items, item] });
}

export function openDocument(index: number): void {
  update({ open: index, view: 'document', pointed: '', rowLimit: 200 });
  scrollTo({ top: 0, behavior: 'instant' });
}

/** Opens the document that stands this many places after the open one in the list; from the first on when none is open. */
export function step(places: number): void {
  const list = listed(current());
  if (list.length === 0) return;
  const position = list.indexOf(current().open) + places;
  openDocument(list[Math.min(list.length - 1, Math.max(0, position))]!);
}

/** Shows a mark of the open document. */
export function point(mark: string): void {
  update({ pointed: mark });
  document.getElementById(mark)?.scrollIntoView({ block: 'center' });
}
