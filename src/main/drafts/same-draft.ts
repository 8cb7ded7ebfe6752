import { parseJson } from '../parse-json.ts';
import { isRecord, unsigned } from './values.ts';

/** What people wrote: an address in it is part of the words. */
const words: ReadonlySet<string> = new Set(['text', 'content']);

type Pair = { readonly key: string; readonly one: unknown; readonly other: unknown };

/**
 * Whether two drafts say the same. Wire contract, "The draft": "two drafts that differ only in the query of an address are the same
 * draft"; these are `signed-anew`. Without recursion, since nobody says how deep a draft is.
 */
export function compareDrafts(one: unknown, other: unknown): 'same' | 'signed-anew' | 'other' {
  const open: Pair[] = [{ key: '', one, other }];
  let signedAnew = false;
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const inner = within(pair);
    if (inner === null) return 'other';
    signedAnew ||= inner.length === 0 && typeof pair.one === 'string' && pair.one !== pair.other;
    for (const next of inner) open.push(next);
  }
  return signedAnew ? 'signed-anew' : 'same';
}

/** What is still to be compared for the pair to be the same; null where it differs. */
function within({ key, one, other }: Pair): readonly Pair[] | null {
  if (one === other) return [];
  if (typeof one === 'string' && typeof other === 'string') return withinTexts({ key, one, other });
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length ? one.map((item, index) => ({ key, one: item, other: other[index] })) : null;
  if (!isRecord(one) || !isRecord(other)) return null;
  const keys = Object.keys(one);
  const alike = keys.length === Object.keys(other).length && keys.every((name) => Object.hasOwn(other, name));
  return alike ? keys.map((name) => ({ key: name, one: one[name], other: other[name] })) : null;
}

/** A text may be an address, or a whole draft or title written as JSON. */
function withinTexts({ key, one, other }: { readonly key: string; readonly one: string; readonly other: string }) {
  const parsed = [one, other].map((text) => (/^\s*[[{]/.test(text) ? parseJson(text) : null));
  if (parsed.every((value) => value !== null)) return [{ key, one: parsed[0], other: parsed[1] }];
  return !words.has(key) && unsigned(one) === unsigned(other) ? [] : null;
}
