// Builds report.html, the one file that the module carries: the page with its style and its script, and places for a report's
// title, its content without a script, and its data.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const most = 60_000;

const script = await bundle('page/main.tsx', { format: 'esm', jsx: 'automatic', jsxImportSource: 'preact' });
const style = await bundle('page/style/page.css', {});
const page = fill(await readFile('page/index.html', 'utf8'), {
  script,
  style,
  licence: await readFile('node_modules/preact/LICENSE', 'utf8'),
  'script hash': hash(script),
  'style hash': hash(style),
});

if (Buffer.byteLength(page) > most) throw new Error(`The page has ${Buffer.byteLength(page)} bytes; it may have ${most}.`);
await writeFile('report.html', page);
console.log(`report.html: ${Buffer.byteLength(page)} bytes`);

async function bundle(entry, options) {
  const { outputFiles } = await build({
    entryPoints: [entry], bundle: true, minify: true, write: false, target: 'es2023', legalComments: 'inline', ...options,
  });
  return outputFiles[0].text.trim();
}

function fill(template, values) {
  return template.replace(/\{([a-z ]+)\}/g, (place, name) => values[name] ?? place);
}

function hash(text) {
  return createHash('sha256').update(text).digest('base64');
}
