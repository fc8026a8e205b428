/**
 * Numbers that look drawn at random and are the same in every run.
 * @param {number} seed
 */
export function draws(seed) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    next,
    /** @param {number} below */
    integer: below => Math.floor(next() * below),
    /**
     * @template T
     * @param {readonly T[]} items
     * @returns {T}
     */
    one: items => /** @type {T} */ (items[Math.floor(next() * items.length)]),
  };
}
