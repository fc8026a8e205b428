import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { attacks, hostile } from '../samples/hostile.mjs';
import { Visit } from './chromium.mjs';
import { pageOf } from './page.mjs';

let visit, address;

before(async () => {
  visit = await Visit.start();
  address = await visit.save(pageOf(hostile()));
});

after(() => visit.end());

// As the page must show them.
const shown = [
  '<script>window.attacked = 1</script>',
  '<img src=x onerror="window.attacked = 1">',
  '</script><script>window.attacked = 1</script>',
  '--><!--title--><!--data-->{script}$&',
  '␛[31mred␛[0m␇␀⟨U+009B⟩31m',
  '⟨RLO⟩gnp.exe⟨PDF⟩ and ⟨LRI⟩isolated',
  'line⟨LS⟩separator⟨PS⟩and␍return',
  'lone \ufffd and \ufffd surrogates',
  'javascript:window.attacked=1',
  '__proto__',
];

test('What looks like a script, an escape sequence or a broken character is text, wherever it stands', async () => {
  const page = await visit.open(address);
  for (let index = 0; index < attacks.length; index++) {
    await page.keyboard.press('j');
    const [text, name] = await page.evaluate(() => [
      [...document.querySelectorAll('.text .mark')].map(mark => mark.textContent).join(''),
      document.querySelector('h2').textContent,
    ]);
    assert.ok(text.includes(shown[index]), text);
    assert.equal(name, index === 6 ? 'line⟨LS⟩separator⟨PS⟩and ↵ return' : shown[index]);
  }
  for (const hash of ['', '#view=scores', '#view=changes']) await page.evaluate(hash => (location.hash = hash), hash);
  assert.equal(await page.evaluate(() => window.attacked), undefined);
  assert.equal(await page.locator('img, script[src], iframe, a[href]').count(), 0);
  visit.assertQuiet(page);
});

test('A link to a document with such a name leads to it', async () => {
  const page = await visit.open(`${address}#document=${encodeURIComponent(attacks[1])}&category=${encodeURIComponent(attacks[1])}`);
  assert.equal(await page.locator('h2').textContent(), attacks[1]);
  assert.equal(await page.locator('.item').count(), 1);
  visit.assertQuiet(page);
});
