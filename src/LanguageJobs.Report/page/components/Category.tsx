import { visibleLine } from '../marks/visible.js';
import { report } from '../store/store.js';

/** The class that gives a category its colour; colours repeat, names do not. */
export const colorOf = (category: number) => `c${category % 10}`;

export const categoryName = (category: number) => visibleLine(report.categories[category] ?? '');

/** A category's name in its colour. */
export function Category({ category }: { category: number }) {
  return (
    <bdi class={`category ${colorOf(category)}`}>{categoryName(category)}</bdi>
  );
}
