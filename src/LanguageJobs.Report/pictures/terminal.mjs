const columnWidth = 8.4;
const lineHeight = 19;
const margin = 14;

const sequences = /(\x1b\[[0-9;]*m)/g;

const colors = {
  31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 35: '#d2a8ff', 36: '#76e3ea',
  91: '#ffa198', 92: '#aff5b4', 93: '#f2cc60', 94: '#79c0ff', 95: '#e2c5ff', 96: '#b3f0ff',
};

/**
 * A picture of what a terminal shows, as SVG.
 * @param {string} output Lines with the sequences for colours and bold.
 */
export function terminal(output) {
  const lines = output.replaceAll('\r', '').replace(/\n{3,}/g, '\n\n').trim().split('\n');
  const columns = Math.max(...lines.map(line => line.replace(sequences, '').length));
  const [width, height] = [Math.round(columns * columnWidth) + 2 * margin, lines.length * lineHeight + 2 * margin];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>What a terminal shows of documents: their texts with the entities marked, and bars for their classes</title>
<rect width="100%" height="100%" rx="8" fill="#161b22"/>
<g font-family="ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="#e6edf3">
${lines.map((line, row) => `<text x="${margin}" y="${margin + 14 + row * lineHeight}">${spans(line)}</text>`).join('\n')}
</g>
</svg>
`;
}

function spans(line) {
  let style = '';
  return line
    .split(sequences)
    .map(part => {
      if (part.startsWith('\x1b')) style = styleOf(part.slice(2, -1));
      else if (part !== '') return style === '' ? escaped(part) : `<tspan${style}>${escaped(part)}</tspan>`;
      return '';
    })
    .join('');
}

function styleOf(codes) {
  return codes
    .split(';')
    .map(code => (code === '1' ? ' font-weight="bold"' : code in colors ? ` fill="${colors[code]}"` : ''))
    .join('');
}

// Spaces that viewers of SVG neither leave out nor join.
const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(' ', '\u00a0');
