import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { Report } from '../data/report.js';
import { everything } from './filter.js';
import { hashOf, placeOf, type Place } from './hash.js';

/** All that can change in the page. Components read it with useStore; only actions.ts changes it. */
export interface State extends Place {
  /** The mark that was asked for last, by its key. */
  pointed: string;
  /** The part of the list that is in sight, in pixels. */
  sight: { top: number; height: number };
  /** How many rows of the open document's tables are shown. */
  rowLimit: number;
}

/** What the page shows; it never changes. */
export let report: Report;

let state: State = {
  view: 'overview', open: -1, order: 'given', filter: everything, pointed: '', sight: { top: 0, height: 600 }, rowLimit: 200,
};

const listeners = new Set<() => void>();

/** A part of the state. The component is drawn again when that part changes. */
export function useStore<T>(select: (state: State) => T): T {
  const [, redraw] = useReducer<number, void>(times => times + 1, 0);
  const selected = select(state);
  useLayoutEffect(() => {
    const listener = () => {
      if (select(state) !== selected) redraw();
    };
    listeners.add(listener);
    return () => listeners.delete(listener);
  });
  return selected;
}

export function current(): State {
  return state;
}

export function update(part: Partial<State>): void {
  state = { ...state, ...part };
  for (const listener of [...listeners]) listener();
}

/** Takes a report, at the place that the address names, and keeps the address up to date. */
export function start(read: Report): void {
  report = read;
  update(placeOf(report, location.hash));
  addEventListener('hashchange', () => update(placeOf(report, location.hash)));
  listeners.add(writeHash);
}

function writeHash(): void {
  const hash = hashOf(report, state);
  if (hash !== location.hash) history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
}
