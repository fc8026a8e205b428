import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const template = await readFile(new URL('../report.html', import.meta.url), 'utf8');

/** The page with a report in it, as the module writes it, but without content for viewers that run no scripts. */
export function pageOf(report) {
  const data = gzipSync(JSON.stringify(report)).toString('base64');
  return template
    .replace('<!--title-->', () => report.title.replace(/[<&]/g, ' '))
    .replace('<!--content-->', '<p id="static">The report is being read.</p>')
    .replace('<!--data-->', () => data);
}
