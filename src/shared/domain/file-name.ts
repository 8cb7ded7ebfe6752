const fallback = 'Rushes';
const extension = '.mp4';
/** File systems allow 255 bytes, some encrypted ones far less; `.mp4` and a " (2)" come on top. */
const maxStemBytes = 120;
const maxNameBytes = 255;
const maxProjectBytes = 80;

/** Reserved on Windows, whatever follows the first dot. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * The file name to propose for a project's video, good on Windows, macOS and Linux: `<project name>.mp4`. Letters of any script
 * and emoji stay; what a file system refuses or hides goes. `Rushes.mp4` where nothing is left.
 */
export function safeFileName(projectName: string): string {
  return safeStem(projectName) + extension;
}

/** The same without an extension: a name for a folder, or for a file of another kind. */
export function safeStem(name: string): string {
  const stem = trimmed(cutToBytes(trimmed(cleaned(name)), maxStemBytes)) || fallback;
  return reserved.test(stem) ? `_${stem}` : stem;
}

export const defaultPattern = '{project} {date}';
export const longestPattern = 120;

/** What a pattern's words stand for. `at`: epoch ms, shown as a date of this computer's calendar; `n` counts from 1. */
type PatternValues = { readonly project: string; readonly at: number; readonly n: number };

/** Why a pattern gives no names: nothing in it, a word in braces that nobody knows, or a folder in it. Null where it does. */
export function patternProblem(pattern: string): 'empty' | 'unknown-word' | 'folder' | null {
  if (/[/\\]/.test(pattern)) return 'folder';
  if (/[{}]/.test(pattern.replace(words, ''))) return 'unknown-word';
  return trimmed(cleaned(pattern.replace(words, 'x'))) === '' || pattern.length > longestPattern ? 'empty' : null;
}

const words = /\{(project|date|n)\}/g;

/** The file name that a pattern gives, safe as `safeFileName` is. */
export function patternName(pattern: string, { project, at, n }: PatternValues): string {
  // The project's name is cut first, so that date and number behind it stay.
  const values = { project: cutToBytes(trimmed(cleaned(project)), maxProjectBytes), date: day(at), n: String(n) };
  return safeFileName(pattern.replace(words, (_, word: keyof typeof values) => values[word]));
}

function day(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The name with a number behind it, ` (2)`, no longer than a file system allows. */
export function numberedName(fileName: string, n: number): string {
  const dot = fileName.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [fileName.slice(0, dot), fileName.slice(dot)] : [fileName, ''];
  const tail = ` (${n})${end}`;
  return cutToBytes(stem, maxNameBytes - utf8Bytes(tail)) + tail;
}

function cleaned(name: string): string {
  return (
    name
      .normalize('NFC')
      .replace(/\.mp4$/i, '')
      // Lone surrogates cannot be written; direction marks make a name look like another.
      .replace(/[\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .replace(/[/\\:*?"<>|]+/g, '-')
  );
}

/** Without the spaces and dots that hide a file (in front) or that Windows drops (at the end). */
function trimmed(name: string): string {
  return name.replace(/^[\s.-]+|[\s.-]+$/g, '');
}

/** At most so many bytes of UTF-8, cut between characters as people see them, so that no emoji is torn. */
export function cutToBytes(name: string, most: number): string {
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += utf8Bytes(segment);
    if (bytes > most) break;
    kept += segment;
  }
  return kept;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
