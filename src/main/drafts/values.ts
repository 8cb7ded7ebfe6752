import { shownName } from '../../shared/domain/shown-name.ts';
import { parseJson } from '../parse-json.ts';

/** Reads one kind of value out of something unknown; null where it is not of that kind. */
export type Parse<T> = (value: unknown) => T | null;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The keys of each path that was ever asked for: a long draft asks for the same few some hundred thousand times. */
const keysOf = new Map<string, readonly string[]>();

function at(value: unknown, path: string): unknown {
  const keys = keysOf.get(path) ?? path.split('.');
  keysOf.set(path, keys);
  let found = value;
  for (const key of keys) {
    if (!isRecord(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** The first of the paths ("m.url") whose value can be read, so that a broken spelling does not hide a good one. */
export function firstOf<T>(value: unknown, paths: readonly string[], parse: Parse<T>): T | null {
  for (const path of paths) {
    const found = parse(at(value, path));
    if (found !== null) return found;
  }
  return null;
}

/** A number, also when written as a string. */
export function toNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** No time in a draft is longer: eleven days. */
const longestMs = 1e9;

/** A time in whole ms. Negative and absurd ones count as absent, so that sums stay exact. */
export function toMs(value: unknown): number | null {
  const number = toNumber(value);
  return number !== null && number >= 0 && number <= longestMs ? Math.round(number) : null;
}

/** How loud, 0..2. Wire contract: it comes as 0 to 1 or as 0 to 100; 1 is read as full, and above 1 up to 2 is a gain. */
export function toVolume(value: unknown): number | null {
  const number = toNumber(value);
  if (number === null || number < 0 || number > 100) return null;
  return number > 2 ? number / 100 : number;
}

/** A text with something in it. Some editors wrap a title's words in JSON with styles: then only the words. */
export function toText(value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const wrapped = value.trimStart().startsWith('{') ? parseJson(value) : null;
  if (!isRecord(wrapped)) return value.trim();
  return typeof wrapped['text'] === 'string' ? wrapped['text'].trim() || null : null;
}

/** A name is a label: of what is longer, its beginning says enough. In characters. */
const longestName = 200;

/** A text's first characters, with an ellipsis where there were more. */
export function shortened(text: string): string {
  if (text.length <= longestName) return text;
  const end = (text.charCodeAt(longestName) & 0xfc00) === 0xdc00 ? longestName - 1 : longestName;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** A name on one line. An address is shortened to its file name: addresses stay in main. */
export function toName(value: unknown): string | null {
  const text = toText(value);
  const name = text !== null && /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? fileName(text) : text;
  // Cut before white space is looked for: it may be all there is for megabytes.
  return name === null ? null : shortened(shownName(name.slice(0, 2 * longestName).replace(/\s+/g, ' ')));
}

/** No server takes a longer address. In characters. */
const longestUrl = 64_000;

/** An address that may be fetched. Wire contract: https; plain http on loopback only. */
export function toUrl(value: unknown): string | null {
  const url = typeof value === 'string' && value.length <= longestUrl ? parseUrl(value) : null;
  if (url === null) return null;
  const { protocol, hostname, href } = url;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)) ? href : null;
}

/** An address without what signs it, by which it is the same one at each reading; any other text as it is. */
export function unsigned(text: string): string {
  return /^https?:\/\//i.test(text) ? text.replace(/[?#].*$/s, '') : text;
}

/** An id, which some servers count instead of naming. */
export function toId(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The last part of an address's path, decoded, or null where it has none. */
export function fileName(url: string): string | null {
  const last = parseUrl(url)?.pathname.split('/').at(-1);
  return last ? decode(last) : null;
}

/** Parsed once only: asking first whether it can be takes as long again. */
function parseUrl(text: string): URL | null {
  // An error is dear, and what has no scheme is no address.
  if (!text.includes(':')) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function isLoopback(hostname: string): boolean {
  return /^(?:.+\.)?localhost$/.test(hostname) || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
