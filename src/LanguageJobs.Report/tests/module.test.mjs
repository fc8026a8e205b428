import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { attacks } from '../samples/hostile.mjs';
import { Visit } from './chromium.mjs';

// Reports that the module wrote, from the sandbox that `dotnet build` leaves.
const repository = fileURLToPath(new URL('../../..', import.meta.url));
const sandbox = join(repository, 'src/LanguageJobs.Sandbox/bin/Debug/net10.0/LanguageJobs.Sandbox.dll');
const skip = existsSync(sandbox) ? false : 'the sandbox is not built';

const wellFormed = attacks.map(attack => attack.toWellFormed());

let visit, agreements, hostile;

before(async () => {
  visit = await Visit.start();
  if (skip) return;
  agreements = join(visit.folder, 'agreements.html');
  hostile = join(visit.folder, 'hostile.html');
  await writeFile(join(visit.folder, 'job.json'), JSON.stringify(hostileJob()));
  await writeFile(join(visit.folder, 'reports.ps1'), script());
  execFileSync('dotnet', [sandbox, '--script', join(visit.folder, 'reports.ps1')], { cwd: repository, stdio: 'inherit' });
});

after(() => visit.end());

test('A report of the module opens, and shows its scores and its worst document', { skip }, async () => {
  const page = await visit.open(`${pathToFileURL(agreements)}#order=worst`);
  const documents = await page.locator('[role=status]').textContent();
  assert.match(documents, /^\d+ of \d+ documents, \d+ rows$/);
  await page.getByRole('button', { name: 'Scores' }).click();
  assert.equal(await page.getByRole('row', { name: /^Micro average/ }).count(), 1);
  await page.getByRole('listbox').getByRole('option').first().click();
  assert.ok((await page.locator('.mark').count()) > 0);
  visit.assertQuiet(page);
});

test('With its scripts blocked a report shows the counts, the scores and the first documents, and says what is missing', { skip }, async () => {
  const page = await visit.open(`${pathToFileURL(agreements)}`, { javaScriptEnabled: false, shown: '.static' });
  assert.match(await page.locator('#static').textContent(), /^This is the summary and the (first 50 of|documents)/);
  assert.equal(await page.getByRole('table', { name: 'Scores of task CustomEntityRecognition' }).count(), 1);
  assert.ok((await page.locator('article .mark').count()) > 50);
  assert.equal(await page.locator('.name').first().isVisible(), true);
  visit.assertQuiet(page);
});

test('Without its script a report is accessible, too', { skip }, async () => {
  // axe is a script itself, so what the page shows without its own is put into a page that has none.
  const html = (await readFile(agreements, 'utf8')).replace(/<script[\s\S]*?<\/script>/g, '').replace(/<meta http-equiv[^>]*>/, '');
  for (const colorScheme of ['light', 'dark']) {
    const page = await visit.open(await visit.save(html, 'static.html'), { colorScheme, shown: '.static' });
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const { violations } = await page.evaluate(() => axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`), []);
  }
});

test('Hostile texts, ids and categories of a job are text in both forms of its report', { skip }, async () => {
  for (const options of [{}, { javaScriptEnabled: false, shown: '.static' }]) {
    const page = await visit.open(`${pathToFileURL(hostile)}#view=documents`, options);
    assert.equal(await page.locator('img, iframe, a[href]').count(), 0);
    const shown = await page.locator('body').textContent();
    for (const text of ['<script>window.attacked = 1</script>', '<img src=x onerror="window.attacked = 1">', '␛[31mred', '⟨RLO⟩gnp.exe', 'lone \ufffd and \ufffd'])
      assert.ok(shown.includes(text), text);
    if (options.shown === undefined) assert.equal(await page.evaluate(() => window.attacked), undefined);
    visit.assertQuiet(page);
  }
});

// The module refuses a job with half a surrogate pair: that is not JSON. Only texts can have one.
function hostileJob() {
  const attacks = wellFormed;
  return {
    jobId: 'hostile', displayName: attacks.join(' '), status: 'succeeded', errors: [{ code: attacks[1], message: attacks.join(' ') }],
    tasks: {
      completed: 1, failed: 0, inProgress: 0, total: 1,
      customEntityRecognitionTasks: [{
        taskName: attacks[2], state: 'succeeded',
        results: {
          documents: attacks.map(attack => ({
            id: attack, warnings: [{ code: attack, message: attack }],
            entities: [{ text: attack, category: attack, offset: 7, length: attack.length, confidenceScore: 0.5 }],
          })),
          errors: [{ id: 'failed', error: { code: attacks[0], message: attacks[1] } }],
        },
      }],
    },
  };
}

function script() {
  const texts = attacks.map(attack => `[pscustomobject]@{ Id = ${literal(attack.toWellFormed())}; Text = ${literal(`before ${attack} after`)} }`);
  return `& '${join(repository, 'examples/report.ps1')}' -Path '${agreements}'
$texts = ${texts.join(', ')}
Import-LanguageJob '${join(visit.folder, 'job.json')}' | Export-LanguageJobReport '${hostile}' -Text $texts
`;
}

// Base64 of UTF-16, so that nothing on the way takes it for something else.
function literal(text) {
  return `[Text.Encoding]::Unicode.GetString([Convert]::FromBase64String('${Buffer.from(text, 'utf16le').toString('base64')}'))`;
}
