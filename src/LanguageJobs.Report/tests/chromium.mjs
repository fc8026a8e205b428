import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** Starts the machine's Chromium. Its own sandbox needs what containers do not give it. */
export const startChromium = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** A browser, a folder for pages, and pages that note everything that must not happen. */
export class Visit {
  #pages = [];

  static async start() {
    const visit = new Visit();
    visit.browser = await startChromium();
    visit.folder = await mkdtemp(join(tmpdir(), 'report-'));
    return visit;
  }

  async end() {
    await this.browser.close();
    await rm(this.folder, { recursive: true });
  }

  /** Puts a page into a file and gives its address. */
  async save(html, name = 'report.html') {
    const path = join(this.folder, name);
    await writeFile(path, html);
    return pathToFileURL(path).href;
  }

  /** Opens an address in a context of its own and waits for what it shows. */
  async open(address, { shown = '.app', ...options } = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light', ...options });
    const page = await context.newPage();
    const complaints = [];
    page.on('console', message => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', error => complaints.push(`error: ${error.message}`));
    page.on('request', request => {
      if (!request.url().startsWith('file:') || request.resourceType() !== 'document') complaints.push(`request: ${request.url().slice(0, 200)}`);
    });
    await page.addInitScript(() => document.addEventListener('securitypolicyviolation', event => console.log(`CSP: ${event.violatedDirective}`)));
    await page.goto(address);
    await page.waitForSelector(shown);
    this.#pages.push({ page, complaints });
    return page;
  }

  /** Fails when a page asked for anything, complained, or ran into its own policy. */
  assertQuiet(page) {
    assert.deepEqual(this.#pages.find(each => each.page === page).complaints, []);
  }
}
