const names: Record<string, string> = {
  '\u2028': 'LS', '\u2029': 'PS', '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF', '\u202d': 'LRO', '\u202e': 'RLO',
  '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI',
};

// Line breaks and tabs are text; every other control character, and what turns the direction of the text around it, is not.
const hidden = /\r\n?|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A text as it can be shown: control characters as their pictures, marks that turn its direction by their names. */
export function visible(text: string): string {
  return text.replace(hidden, character => {
    const code = character.charCodeAt(0);
    if (character === '\r\n') return '\n';
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `⟨${names[character] ?? `U+00${code.toString(16).toUpperCase()}`}⟩`;
  });
}

/** The same for what has one line: ids, categories, names. */
export function visibleLine(text: string): string {
  return visible(text.replace(/\s*[\r\n]+\s*/g, ' ↵ '));
}
