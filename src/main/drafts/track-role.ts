import type { TrackRole } from '../../shared/domain/timeline.ts';
import { firstOf, toText } from './values.ts';

/** Where a track or a piece of it may say of what sort it is: guesses, none of them in the contract. */
const sorts = ['type', 'm.type', 'm.kind', 'kind', 'm.effect_type', 'effect_type', 'm.category', 'category'] as const;
const names = ['m.name', 'm.title', 'n', 'name'] as const;

const words: readonly (readonly [TrackRole, RegExp])[] = [
  ['transition', /transition|转场|轉場/iu],
  ['sticker', /sticker|emoji|贴纸|貼紙/iu],
  ['filter', /filter|\blut\b|滤镜|濾鏡/iu],
];

/** A long track is of one sort, or of none that its first pieces tell. */
const looked = 50;

/** What a track of an unknown type holds: by what it says itself, else by what all of its pieces say; null where nothing tells. */
export function roleOf(track: unknown, segments: readonly unknown[]): TrackRole | null {
  const own = roleIn(track);
  if (own !== null) return own;
  const [first, ...others] = segments.slice(0, looked).map(roleIn);
  return first !== undefined && others.every((role) => role === first) ? first : null;
}

function roleIn(value: unknown): TrackRole | null {
  for (const path of [...sorts, ...names]) {
    const text = firstOf(value, [path], toText);
    const found = text === null ? undefined : words.find(([, pattern]) => pattern.test(text.slice(0, 200)));
    if (found !== undefined) return found[0];
  }
  return null;
}
