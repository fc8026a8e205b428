import { render } from 'preact';
import { App } from './components/App.js';
import { readReport } from './data/read.js';
import { listen } from './keyboard.js';
import { start } from './store/store.js';

// What the page shows without its script stays until the report is read, and for good where that fails.
const root = document.getElementById('report')!;
const data = document.getElementById('data')!;
try {
  const report = await readReport(data);
  data.remove();
  start(report);
  root.replaceChildren();
  render(<App />, root);
  listen();
  performance.mark('interactive');
} catch (error) {
  document.getElementById('static')?.append(` The data of this report cannot be read: ${error}`);
}
