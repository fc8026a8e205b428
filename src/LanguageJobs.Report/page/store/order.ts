import { lowestScore } from '../data/documents.js';
import type { Document } from '../data/report.js';
import { countDifferences, type Filter } from './filter.js';

export const orders = ['given', 'id', 'least confident', 'worst', 'most changed'] as const;

export type Order = (typeof orders)[number];

/** Puts documents, given by their index, into an order; those that are equal keep the one that they have. */
export function inOrder(documents: readonly Document[], indices: readonly number[], order: Order, filter: Filter): readonly number[] {
  switch (order) {
    case 'given':
      return indices;
    case 'id':
      return indices.toSorted((a, b) => compare(documents[a]!.id, documents[b]!.id));
    case 'least confident':
      return by(lowestScore);
    case 'worst':
      return by(document => -countDifferences(document, 'mistakes', filter));
    case 'most changed':
      return by(document => -countDifferences(document, 'changes', filter));
  }

  function by(key: (document: Document) => number): number[] {
    return indices
      .map(index => ({ index, key: key(documents[index]!) }))
      .sort((a, b) => a.key - b.key)
      .map(({ index }) => index);
  }
}

const compare = new Intl.Collator(undefined, { numeric: true }).compare;
