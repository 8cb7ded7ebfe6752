/** A seeded source: the same seed gives the same rehearsal. */
export interface Random {
  /** 0 (included) to 1 (excluded). */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly int: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of the list, which must not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Mulberry32: small, and good enough to choose an answer's shape. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const picked = list[int(0, list.length - 1)];
      if (picked === undefined) throw new RangeError('Nothing to pick from');
      return picked;
    },
  };
}

/** A seed of its own for each turn, so that one session's turns do not depend on another's. */
export function mixSeed(seed: number, ...parts: readonly number[]): number {
  return parts.reduce((mixed, part) => (Math.imul(mixed ^ part, 0x9e3779b1) + 0x7f4a7c15) >>> 0, seed >>> 0);
}

/** FNV-1a over a text's UTF-16 units, 32 bits: the same words give the same seed, however wide their letters are written. */
export function seedOf(text: string): number {
  const plain = text.normalize('NFKC');
  let hash = 0x811c9dc5;
  for (let at = 0; at < plain.length; at += 1) hash = Math.imul(hash ^ plain.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
