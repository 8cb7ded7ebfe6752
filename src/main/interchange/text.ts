/** What neither XML 1.0 nor a text file can hold: control characters but tab and line end, lone surrogates, non-characters. */
const unwritable = /(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Text that can be written into any file, with line ends as `\n`. */
export function writable(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(unwritable, '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** For an attribute or a text of XML; line ends survive in both. */
export function xmlText(text: string): string {
  return writable(text).replace(/[&<>"\n\t]/g, (character) => entities[character] ?? character);
}

/** A relative address: each part of the path is encoded. */
export function relativeUrl(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
