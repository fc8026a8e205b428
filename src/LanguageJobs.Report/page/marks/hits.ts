const name = 'hit';

/** Shows where a text is searched for, without a change to the page. Browsers that cannot do so show the text as it is. */
export function showHits(element: HTMLElement | null, search: string): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(name);
  if (element === null || search === '') return;
  const nodes = textNodes(element);
  const text = nodes.map(node => node.data.toLowerCase()).join('');
  const ranges: Range[] = [];
  const wanted = search.toLowerCase();
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    ranges.push(rangeOf(nodes, at, at + wanted.length));
  CSS.highlights.set(name, new Highlight(...ranges));
}

// The names of marks are no part of the text.
function textNodes(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, node =>
    node.parentElement?.classList.contains('name') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = new Range();
  let at = 0;
  for (const node of nodes) {
    if (start >= at && start < at + node.length) range.setStart(node, start - at);
    if (end > at && end <= at + node.length) range.setEnd(node, end - at);
    at += node.length;
  }
  return range;
}
