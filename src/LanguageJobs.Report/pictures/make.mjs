// Makes the pictures of the documentation by running what they show: npm run pictures. Needs `dotnet build`, Chromium and pwsh.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startChromium } from '../tests/chromium.mjs';
import { terminal } from './terminal.mjs';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const pictures = join(repository, 'docs/pictures');
const most = 150_000;

/** Pictures of the report: where in it they are taken, and how. */
const views = {
  'report-light.png': { hash: '#document=agreement-035.txt&order=worst', width: 1040, height: 640 },
  'report-dark.png': { hash: '#view=scores', width: 1040, height: 640, colorScheme: 'dark' },
  'report-narrow.png': { hash: '#document=agreement-035.txt', width: 375, height: 740 },
};

/** What is typed in the picture of a terminal; what comes out follows each. */
const commands = [
  'Import-LanguageJob examples/jobs/agreement-entities.json |\n    Show-LanguageJobDocument -TextPath examples/jobs/agreements | Select-Object -First 2',
  'Import-LanguageJob examples/jobs/article-topics.json |\n    Show-LanguageJobDocument | Select-Object -First 2',
];

await mkdir(pictures, { recursive: true });
await writeFile(join(pictures, 'terminal.svg'), terminal(run()));
const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
try {
  await take(sampleReport(join(folder, 'report.html')));
} finally {
  await rm(folder, { recursive: true });
}

function run() {
  const typed = command => `PS> ${command}`.replaceAll('\n', '\n>> ').replaceAll("'", "''");
  const lines = commands.map(command => `'${typed(command)}'; ${command} | Out-String`);
  const script = `$PSStyle.OutputRendering = 'Ansi'; Import-Module ./out/LanguageJobs/LanguageJobs.psd1; ${lines.join('; ')}`;
  return execFileSync('pwsh', ['-NoProfile', '-Command', script], { cwd: repository, encoding: 'utf8' });
}

function sampleReport(path) {
  const sandbox = join(repository, 'src/LanguageJobs.Sandbox/bin/Debug/net10.0/LanguageJobs.Sandbox.dll');
  execFileSync('dotnet', [sandbox, '--script', join(repository, 'examples/report.ps1'), path], { cwd: repository, stdio: 'ignore' });
  return pathToFileURL(path).href;
}

async function take(address) {
  const browser = await startChromium();
  for (const [name, { hash, width, height, colorScheme = 'light' }] of Object.entries(views)) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-GB', timezoneId: 'UTC' });
    const page = await context.newPage();
    await page.goto(address + hash);
    await page.waitForSelector('.app');
    const path = join(pictures, name);
    await page.screenshot({ path });
    const { size } = await stat(path);
    if (size > most) throw new Error(`${name} has ${size} bytes; it may have ${most}.`);
    console.log(`${name}: ${size} bytes`);
    await context.close();
  }
  await browser.close();
}
