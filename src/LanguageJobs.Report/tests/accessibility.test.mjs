import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { varied } from '../samples/varied.mjs';
import { Visit } from './chromium.mjs';
import { pageOf } from './page.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const places = [
  '', '#document=agreement-01', '#document=overlapping-and-nested', '#document=agreement-05', '#document=agreement-06', '#document=agreement-07', '#view=scores', '#view=changes',
  '#view=documents', '#search=nothing+of+the+kind&category=Party',
];

let visit, address;

before(async () => {
  visit = await Visit.start();
  address = await visit.save(pageOf(varied()));
});

after(() => visit.end());

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 375]) {
    test(`axe finds nothing to mend in any part of the page, ${colorScheme}, ${width} pixels wide`, async () => {
      const page = await visit.open(address, { colorScheme, viewport: { width, height: 800 } });
      await page.evaluate(axe);
      for (const place of places) {
        await page.evaluate(hash => (location.hash = hash), place);
        await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));
        const { violations, passes } = await page.evaluate(() => axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => `${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`)}`), [], place);
        assert.ok(passes.some(({ id }) => id === 'color-contrast'), place);
      }
    });
  }
}

// Counts the words in tables that a line ends within. Hyphens are places to end a line; words of more than 14 letters may be broken.
const brokenWords = page =>
  page.evaluate(() => {
    const broken = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.parentElement.closest('table')) continue;
      for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{M}\d.]+/gu)) {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (word.length <= 14 && new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
      }
    }
    return broken;
  });

test('No word of a table is broken in a narrow window', async () => {
  const page = await visit.open(address, { viewport: { width: 375, height: 800 } });
  for (const place of places) {
    await page.evaluate(hash => (location.hash = hash), place);
    assert.deepEqual(await brokenWords(page), [], place);
  }
});

test('Nothing is wider than a narrow window', async () => {
  const page = await visit.open(address, { viewport: { width: 375, height: 800 } });
  for (const place of places) {
    await page.evaluate(hash => (location.hash = hash), place);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 375, place);
  }
});
