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
  assert.equal(await page.locator('[role=status]').getAttribute('aria-live'), 'polite');

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

test('A task that is chosen leaves out the documents and the rows of the others', async () => {
  const page = await visit.open(address);
  await page.getByRole('button', { name: 'queue', exact: true }).click();
  assert.deepEqual(await ids(page), ['agreement-01']);
  assert.equal(await counts(page), '1 of 9 documents, 3 rows');
  await page.getByRole('option', { name: 'agreement-01' }).click();
  assert.deepEqual(await page.locator('h3').allTextContents(), ['Task queue']);
});

test('Warnings, mistakes and changes leave out the documents without them', async () => {
  const page = await visit.open(address);
  for (const [status, documents] of [['warnings', ['agreement-06']], ['mistakes', ['agreement-01']], ['changes', ['agreement-01']]]) {
    await page.getByLabel('Status').selectOption(status);
    assert.deepEqual(await ids(page), documents, status);
  }
  await page.getByLabel('Status').selectOption('succeeded');
  assert.equal((await ids(page)).length, 8);
});

test('Errors and warnings of the service stand with the job, the task or the document that has them', async () => {
  const page = await visit.open(address);
  const notes = () => page.locator('.note').allTextContents();
  assert.deepEqual(await notes(), ['Error TaskFailed in task queue: Deployment of May is gone; some documents have no class.']);
  assert.match(await page.getByRole('table', { name: 'Failed documents' }).textContent(), /agreement-05InvalidDocument Document text is empty\./);
  await page.getByRole('button', { name: 'agreement-05' }).click();
  assert.deepEqual(await notes(), ['Error InvalidDocument Document text is empty.']);
  await page.getByRole('option', { name: 'agreement-06' }).click();
  assert.deepEqual(await notes(), ['Warning LongWordsInDocument The document contains very long words, which were cut off.']);
});

test('The overview counts rows by category and by confidence, and follows the filter', async () => {
  const page = await visit.open(address);
  const rows = name => page.getByRole('table', { name }).locator('tbody tr').evaluateAll(rows => rows.map(row => row.innerText.replace(/\s+/g, ' ').trim()));
  assert.deepEqual((await rows('Categories')).slice(0, 3), ['Party 13', 'Date 5', 'Amount 604']);
  await page.getByRole('button', { name: 'terms', exact: true }).click();
  await page.getByLabel('Document id').fill('agreement-01');
  assert.deepEqual((await rows('Categories')).slice(0, 4), ['Party 3', 'Date 2', 'Amount 1', 'Place 0']);
  assert.deepEqual(await rows('Confidence'), [
    '0.9–1.0 3', '0.8–0.9 1', '0.7–0.8 0', '0.6–0.7 0', '0.5–0.6 1', '0.4–0.5 1', '0.3–0.4 0', '0.2–0.3 0', '0.1–0.2 0', '0.0–0.1 0',
  ]);
});

test('Scores stand beside what was taken for what', async () => {
  const page = await visit.open(`${address}#view=scores`);
  assert.equal(
    await page.getByRole('row', { name: /^Micro average/ }).innerText().then(text => text.replace(/\s+/g, ' ').trim()), 'Micro average 0.862 0.806 0.833 31 25 4 6');
  const matrix = page.getByRole('table', { name: 'Confusion matrix' });
  assert.deepEqual(await matrix.getByRole('columnheader').allTextContents(), ['Amount', 'Date', 'Party', 'Place', 'none']);
  assert.deepEqual(await matrix.getByRole('row', { name: /^Place/ }).getByRole('cell').allTextContents(), ['0', '0', '3', '2', '0']);
});

test('Changes since the reference job are counted, and lead to their documents', async () => {
  const page = await visit.open(`${address}#view=changes`);
  const kinds = await page.getByRole('table', { name: 'Kinds of change' }).locator('tbody tr').allTextContents();
  assert.deepEqual(kinds, ['Added1', 'Removed0', 'Relabelled0', 'Moved0', 'Rescored1']);
  await page.getByRole('button', { name: 'agreement-01' }).click();
  const changes = page.getByRole('table', { name: 'Against the reference job' });
  assert.equal(await changes.getByRole('row', { name: /^rescored/ }).textContent(), 'rescoredParty 0.88Lucía Ferrer 84–96Party 0.61Lucía Ferrer 84–96both');
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
  await page.waitForFunction(() => document.activeElement.id === 'search');
  await page.keyboard.type('jk');
  assert.equal(await page.getByRole('searchbox', { name: 'Search' }).inputValue(), 'jk');
  visit.assertQuiet(page);
});

test('The end key opens the last document where none is open', async () => {
  const page = await visit.open(address);
  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  assert.equal(await page.locator('h2').textContent(), 'framework-contract');
});

test('In a narrow window the key for searching goes back to the list', async () => {
  const page = await visit.open(`${address}#document=agreement-01`, { viewport: { width: 375, height: 800 } });
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement.id === 'search');
  await page.keyboard.type('tomasz');
  assert.deepEqual(await ids(page), ['agreement-07', 'agreement-08']);
});

test('A link leads to the document of the right job where two jobs have one of that name', async () => {
  const report = varied();
  report.jobs.push({ id: 'another-job' });
  report.documents.push({ id: 'agreement-01', job: 1, text: 'The other one.', results: [{ task: 0, entities: [], classes: [], warnings: [] }] });
  const page = await visit.open(await visit.save(pageOf(report), 'two.html'));
  await page.getByRole('option', { name: 'agreement-01' }).last().click();
  assert.equal(await page.evaluate(() => location.hash), '#view=document&document=agreement-01&job=another-job');
  await page.reload();
  await page.waitForSelector('.text');
  assert.equal(await page.locator('.text').textContent(), 'The other one.');
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
  const report = varied();
  report.documents.reverse();
  report.documents.find(document => document.id === 'agreement-06').results[0].mistakes = [{ change: 'Added', row: 0 }];
  const page = await visit.open(await visit.save(pageOf(report), 'reversed.html'));
  const first = async order => {
    await page.getByLabel('Order').selectOption(order);
    return (await ids(page)).slice(0, 3);
  };
  assert.deepEqual(await first('given'), ['framework-contract', 'agreement-08', 'agreement-07']);
  assert.deepEqual(await first('worst'), ['agreement-01', 'agreement-06', 'framework-contract']);
  assert.deepEqual(await first('most changed'), ['agreement-01', 'framework-contract', 'agreement-08']);
  assert.deepEqual(await first('least confident'), ['agreement-01', 'overlapping-and-nested', 'framework-contract']);
  assert.deepEqual(await first('id'), ['agreement-01', 'agreement-05', 'agreement-06']);
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

test('A report without texts shows its rows by their places', async () => {
  const report = { ...varied(), textExcluded: true };
  for (const document of report.documents) delete document.text;
  const page = await visit.open(`${await visit.save(pageOf(report), 'excluded.html')}#document=overlapping-and-nested`);
  assert.equal(await page.locator('.note').textContent(), 'This report was written without texts.');
  assert.equal(await page.locator('.text').count(), 0);
  assert.deepEqual(await page.getByRole('table', { name: '10 entities' }).getByRole('columnheader').allTextContents(), ['Category', 'Confidence', 'Span']);
  assert.equal(await page.getByRole('row', { name: /^Amount/ }).textContent(), 'Amount0.97 57–67');
});

test('A text is written in its own direction', async () => {
  const page = await visit.open(`${address}#document=${encodeURIComponent('اتفاقية-٣')}`);
  const direction = () => page.locator('.text').evaluate(text => getComputedStyle(text).direction);
  assert.equal(await direction(), 'rtl');
  await page.keyboard.press('k');
  assert.equal(await direction(), 'ltr');
});

test('Nothing moves by itself for who does not want that', async () => {
  for (const [reducedMotion, behavior] of [['reduce', 'auto'], ['no-preference', 'smooth']]) {
    const page = await visit.open(address, { reducedMotion });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), behavior);
  }
});

test('What a page must not do is noticed by these tests', async () => {
  const attack = '<img src="http://127.0.0.1:9/x.png"><p onclick="attacked = 1">text</p>';
  const page = await visit.open(await visit.save(pageOf(varied()).replace('<div id="report">', `${attack}<div id="report">`), 'attacked.html'));
  await page.locator('p').first().click();
  for (const complaint of [/CSP: script-src-attr/, /CSP: img-src/, /request: http/]) assert.throws(() => visit.assertQuiet(page), complaint);
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
