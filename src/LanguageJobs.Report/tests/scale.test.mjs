import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { many } from '../samples/many.mjs';
import { Visit } from './chromium.mjs';
import { pageOf } from './page.mjs';

let visit;

before(async () => (visit = await Visit.start()));
after(() => visit.end());

test('2,000 documents with 40,000 entities need at most 3 MB and 15,000 nodes', async () => {
  const html = pageOf(many(2000, 20));
  assert.ok(html.length < 3e6, `${html.length} bytes`);

  const page = await visit.open(await visit.save(html));
  assert.equal(await page.locator('[role=status]').textContent(), '2,000 of 2,000 documents, 40,000 rows');
  for (const key of ['j', 'End']) {
    await page.getByRole('listbox').focus();
    await page.keyboard.press(key);
    const nodes = await page.evaluate(() => {
      const walker = document.createTreeWalker(document);
      let count = 1;
      while (walker.nextNode()) count++;
      return count;
    });
    assert.ok(nodes < 15_000, `${nodes} nodes`);
  }
  assert.equal(await page.locator('h2').textContent(), 'agreement-02000');
  visit.assertQuiet(page);
});

test('20,000 documents still open, and the last one is found', async () => {
  const page = await visit.open(await visit.save(pageOf(many(20_000, 10))));
  await page.getByRole('searchbox', { name: 'Search' }).fill('agreement-20000');
  await page.getByRole('option', { name: 'agreement-20000' }).click();
  assert.equal(await page.locator('h2').textContent(), 'agreement-20000');
  visit.assertQuiet(page);
});
