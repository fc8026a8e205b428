import type { Document, Report } from '../data/report.js';
import { everything, statuses, type Filter, type Status } from './filter.js';
import { orders, type Order } from './order.js';

export const views = ['overview', 'scores', 'changes', 'documents', 'document'] as const;

/** What the page shows beside the list; 'documents' is the list itself, where there is no room for both. */
export type View = (typeof views)[number];

/** What a link to the page can hold. */
export interface Place {
  view: View;
  /** The open document's index; -1 when none is. */
  open: number;
  order: Order;
  filter: Filter;
}

/** The address's hash for a place. Names stand in it, so that it fits a report that was written again. */
export function hashOf(report: Report, { view, open, order, filter }: Place): string {
  const hash = new URLSearchParams();
  const document = report.documents[open];
  if (view !== 'overview') hash.set('view', view);
  if (document !== undefined) {
    hash.set('document', document.id);
    if (open !== indexOf(report, document.id)) hash.set('job', jobOf(report, document));
  }
  if (order !== 'given') hash.set('order', order);
  if (filter.search !== '') hash.set('search', filter.search);
  if (filter.id !== '') hash.set('id', filter.id);
  if (filter.status !== 'any') hash.set('status', filter.status);
  if (filter.minimum > 0) hash.set('minimum', `${filter.minimum}`);
  if (filter.maximum < 1) hash.set('maximum', `${filter.maximum}`);
  for (const task of filter.tasks) hash.append('task', taskName(report, task));
  for (const category of filter.categories) hash.append('category', report.categories[category]!);
  return hash.size > 0 ? `#${hash}` : '';
}

/** The place that a hash names; what it does not know is left as it is at the start. */
export function placeOf(report: Report, hash: string): Place {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const id = parameters.get('document');
  return {
    view: oneOf(views, parameters.get('view')) ?? (id === null ? 'overview' : 'document'),
    open: id === null ? -1 : indexOf(report, id, parameters.get('job')),
    order: oneOf(orders, parameters.get('order')) ?? 'given',
    filter: {
      search: parameters.get('search') ?? '',
      id: parameters.get('id') ?? '',
      status: oneOf<Status>(statuses, parameters.get('status')) ?? 'any',
      tasks: parameters.getAll('task').map(name => report.tasks.findIndex((_, task) => taskName(report, task) === name)).filter(isFound),
      categories: parameters.getAll('category').map(name => report.categories.indexOf(name)).filter(isFound),
      minimum: share(parameters.get('minimum')) ?? everything.minimum,
      maximum: share(parameters.get('maximum')) ?? everything.maximum,
    },
  };
}

/** A task's name; its kind where it has none. */
export function taskName(report: Report, task: number): string {
  return report.tasks[task]?.name ?? report.tasks[task]?.kind ?? '';
}

function indexOf(report: Report, id: string, job?: string | null): number {
  return report.documents.findIndex(
    document => document.id === id && (job == null || job === jobOf(report, document)),
  );
}

function jobOf(report: Report, { job = -1 }: Document): string {
  return report.jobs[job]?.id ?? `${job}`;
}

function oneOf<T extends string>(words: readonly T[], word: string | null): T | undefined {
  return words.find(each => each === word);
}

function share(text: string | null): number | undefined {
  const number = text === null ? NaN : Number(text);
  return number >= 0 && number <= 1 ? number : undefined;
}

const isFound = (index: number) => index >= 0;
