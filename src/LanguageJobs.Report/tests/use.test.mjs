import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { varied } from '../samples/varied.mjs';
import { Visit } from './chromium.mjs';
import { pageOf } from './page.mjs';

let visit, address;

before(async () => {
  visit = await Visit.start();
  address = await visit.save(pageOf(varied()));
});

after(() => visit.end());

const ids = page => page.locator('.item .id').allTextContents();
const counts = page => page.locator('[role=status]').textContent();

test('A filter that is clicked leaves documents and rows out, and says how many remain', async () => {
  const page = await visit.open(address);
  await page.getByRole('button', { name: /^Date 5/ }).click();
  assert.deepEqual(await ids(page), ['agreement-01', 'overlapping-and-nested', 'اتفاقية-٣', '契約-04']);
  assert.equal(await counts(page), '4 of 9 documents, 5 rows');

  await page.getByRole('button', { name: 'Show all' }).click();
  assert.equal((await ids(page)).length, 9);
  visit.assertQuiet(page);
});

test('A search that is typed finds texts, ids and the entities of documents without a text', async () => {
  const page = await visit.open(address);
  const search = page.getByRole('searchbox', { name: 'Search texts and ids' });
  await search.fill('ROTTERDAM');
  assert.deepEqual(await ids(page), ['agreement-01', 'agreement-06']);
  await search.fill('tomasz');
  assert.deepEqual(await ids(page), ['agreement-07', 'agreement-08']);
  await search.fill('framework-');
  assert.deepEqual(await ids(page), ['framework-contract']);
  await search.fill('no such text');
  assert.equal(await page.locator('.nothing').first().textContent(), 'No document passes the filter.');
  visit.assertQuiet(page);
});

test('What is searched for is shown in the open text', async () => {
  const page = await visit.open(`${address}#document=agreement-01&search=credit`);
  const hits = await page.evaluate(() => [...CSS.highlights.get('hit')].map(range => range.toString()));
  assert.deepEqual(hits, ['Credit', 'credit']);
});

test('Confidence leaves out rows between the bounds, and documents without any', async () => {
  const page = await visit.open(address);
  await page.getByLabel('at most').fill('0.41');
  assert.deepEqual(await ids(page), ['agreement-01']);
  assert.equal(await counts(page), '1 of 9 documents, 3 rows');
});

test('Status and document id leave documents out', async () => {
  const page = await visit.open(address);
  await page.getByLabel('Status').selectOption('failed');
  assert.deepEqual(await ids(page), ['agreement-05']);
  await page.getByLabel('Status').selectOption('no text');
  assert.deepEqual(await ids(page), ['agreement-08']);
  await page.getByLabel('Status').selectOption('any');
  await page.getByLabel('Document id').fill('CONTRACT');
  assert.deepEqual(await ids(page), ['framework-contract']);
});

test('Documents are opened by keyboard, in the list and anywhere', async () => {
  const page = await visit.open(address);
  await page.keyboard.press('j');
  assert.equal(await page.locator('h2').textContent(), 'agreement-01');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  assert.equal(await page.locator('h2').textContent(), 'agreement-01');

  const list = page.getByRole('listbox');
  await list.focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('h2').textContent(), 'overlapping-and-nested');
  await page.keyboard.press('End');
  assert.equal(await page.locator('h2').textContent(), 'framework-contract');
  const active = await list.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');

  await page.keyboard.press('/');
  await page.keyboard.type('jk');
  assert.equal(await page.getByRole('searchbox', { name: 'Search' }).inputValue(), 'jk');
  visit.assertQuiet(page);
});

test('The address holds the document, the view, the order and the filter, and restores them after a reload', async () => {
  const page = await visit.open(address);
  await page.getByRole('button', { name: /^Party 13/ }).click();
  await page.getByLabel('at least').fill('0.55');
  await page.getByLabel('Order').selectOption('worst');
  await page.getByRole('searchbox', { name: 'Search' }).fill('loan');
  await page.getByRole('option', { name: 'agreement-06' }).click();
  const hash = await page.evaluate(() => location.hash);
  assert.equal(hash, '#view=document&document=agreement-06&order=worst&search=loan&minimum=0.55&category=Party');

  await page.reload();
  await page.waitForSelector('.app');
  assert.equal(await page.locator('h2').textContent(), 'agreement-06');
  assert.deepEqual(await ids(page), ['agreement-01', 'agreement-06']);
  assert.equal(await page.getByLabel('at least').inputValue(), '0.55');
  assert.equal(await page.getByRole('button', { name: /^Party/, pressed: true }).count(), 1);
  visit.assertQuiet(page);
});

test('A hash that names nothing of the report is ignored', async () => {
  const page = await visit.open(`${address}#document=none&category=none&view=none&minimum=many&order=none&status=none`);
  assert.equal((await ids(page)).length, 9);
  assert.equal(await page.evaluate(() => location.hash), '#view=document');
  visit.assertQuiet(page);
});

test('Nested and overlapping entities have lanes of their own, and every name stands where its entity ends', async () => {
  const page = await visit.open(`${address}#document=overlapping-and-nested`);
  const lanes = await page.evaluate(() =>
    Object.fromEntries([...document.querySelectorAll('.mark.begins')].map(mark => [mark.id, mark.className.match(/lane\d/)[0]])),
  );
  assert.deepEqual(lanes, {
    'mark-0-0': 'lane0', 'mark-0-1': 'lane1', 'mark-0-2': 'lane2', 'mark-0-3': 'lane3', 'mark-0-4': 'lane1', 'mark-0-5': 'lane0',
    'mark-0-6': 'lane1', 'mark-0-7': 'lane0', 'mark-0-8': 'lane0', 'mark-0-9': 'lane1',
  });
  assert.match(await page.locator('.text').textContent(), /lends USD 12,500Number 0\.93Amount 0\.97 to/);
});

test('What the labels say stands at the marks, missed labels among them, and in the table', async () => {
  const page = await visit.open(`${address}#document=agreement-01`);
  const text = await page.locator('.text').textContent();
  assert.match(text, /in 36Number · missed monthlyDate 0\.41 · spurious instalments/);
  assert.match(text, /RotterdamParty 0\.53 · labelled Place\./);
  const missed = await page.getByRole('table', { name: 'Against the labels' }).getByRole('row', { name: 'missed' }).textContent();
  assert.equal(missed, 'missednothingNumber 36 152–154');
});

test('The worst document comes first when it is asked for, and what changed likewise', async () => {
  const page = await visit.open(`${address}#order=worst&status=mistakes`);
  assert.deepEqual(await ids(page), ['agreement-01']);
  await page.getByLabel('Status').selectOption('any');
  await page.getByLabel('Order').selectOption('most changed');
  assert.equal((await ids(page))[0], 'agreement-01');
  await page.getByLabel('Order').selectOption('least confident');
  assert.deepEqual((await ids(page)).slice(0, 2), ['agreement-01', 'overlapping-and-nested']);
});

test('A text that is another one, and a text that is not there, are said so', async () => {
  const page = await visit.open(`${address}#document=agreement-07`);
  assert.match(await page.locator('.note').first().textContent(), /^No entity stands in this text where the job found it/);
  await page.keyboard.press('j');
  assert.equal(await page.locator('.note').first().textContent(), 'The text of this document was not given, so only the results are shown.');
  assert.equal(await page.locator('.quote').first().textContent(), 'Tomasz Nowak');
});

test('A row of the table points to its mark in the text', async () => {
  const page = await visit.open(`${address}#document=framework-contract`);
  await page.getByRole('button', { name: /^Show all 600/ }).click();
  await page.locator('.quote button').last().click();
  await page.waitForFunction(() => {
    const { top, bottom } = document.getElementById('mark-0-599').getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  assert.equal(await page.locator('.pointed').getAttribute('id'), 'mark-0-599');
});

test('Printed, the open document stands alone on white', async () => {
  const page = await visit.open(`${address}#document=agreement-01`, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.equal(await page.locator('.side').isVisible(), false);
  assert.equal(await page.locator('.text').isVisible(), true);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
});

test('A report whose data is damaged says so below what it shows without them', async () => {
  const page = await visit.open(await visit.save(pageOf(varied()).replace('gzip">H4s', 'gzip">H5s'), 'damaged.html'), { shown: '#static' });
  await page.waitForFunction(() => document.body.textContent.includes('cannot be read'));
  assert.match(await page.locator('#static').textContent(), /^The report is being read\. The data of this report cannot be read: /);
});
