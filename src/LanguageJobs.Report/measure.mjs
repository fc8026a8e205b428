// Measures a report in Chromium beside an empty page: node measure.mjs FILE [ROUNDS]. Prints, as medians in seconds: until the report can be used,
// until the empty page can be, and how long a filter takes until it is painted; then how many nodes the page has.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChromium } from './tests/chromium.mjs';

const [file, rounds = '5'] = process.argv.slice(2);
const address = pathToFileURL(resolve(file)).href;
const browser = await startChromium();
const turns = [];
for (let round = 0; round < Number(rounds); round++) turns.push({ ...(await report()), empty: await empty() });
await browser.close();
console.log([median('interactive'), median('empty'), median('filter'), median('nodes')].join(' '));

async function report() {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector('.app');
  const figures = await page.evaluate(async () => {
    const painted = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    const interactive = performance.getEntriesByName('interactive')[0].startTime / 1000;
    const times = [];
    for (const button of document.querySelectorAll('.toggle')) {
      const start = performance.now();
      button.click();
      await painted();
      times.push((performance.now() - start) / 1000);
    }
    const walker = document.createTreeWalker(document);
    let nodes = 1;
    while (walker.nextNode()) nodes++;
    return { interactive, filter: times.sort((a, b) => a - b)[times.length >> 1], nodes };
  });
  await page.close();
  return figures;
}

async function empty() {
  const page = await browser.newPage();
  await page.goto('data:text/html,<!DOCTYPE html><title>empty</title>');
  const interactive = await page.evaluate(() => performance.getEntriesByType('navigation')[0].domInteractive / 1000);
  await page.close();
  return interactive;
}

function median(name) {
  return turns.map(turn => turn[name]).sort((a, b) => a - b)[turns.length >> 1];
}
