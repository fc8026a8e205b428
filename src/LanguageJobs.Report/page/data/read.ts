import type { Report } from './report.js';

/** A \u escape of a surrogate; the module writes none, so that a report that has one is looked at string by string. */
const surrogate = /\\u[dD][89a-fA-F]/;

/** Reads the report out of the script element that holds it: JSON, compressed with gzip, in base64. */
export async function readReport(element: Element): Promise<Report> {
  const characters = atob(element.textContent ?? '');
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return parse(await new Response(plain).text());
}

/** A lone surrogate becomes U+FFFD here, once: in the document tree it can end the browser's process. */
export function parse(json: string): Report {
  return surrogate.test(json)
    ? JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value))
    : JSON.parse(json);
}
