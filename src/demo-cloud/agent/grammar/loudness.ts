import type { Clause } from './clause.ts';

/** How loud something becomes: `level` 0 to 1, `scale` times what it was, or `by` so much more or less. */
export type Loudness = { readonly level: number } | { readonly scale: number } | { readonly by: number };

const steps = { slight: 1.25, usual: 1.5, strong: 2.5 } as const;
const softSteps = { slight: 0.75, usual: 0.5, strong: 0.25 } as const;

/** `to 40%`, `by 10%`, `down to a third`, `twice as loud`, `a bit quieter`; null where nothing of that is said. */
export function loudnessIn({ said, has, share, fraction, factor, degree }: Clause): Loudness | null {
  const softer = has('quieter');
  const decibels = decibelsIn(said);
  if (decibels !== null) {
    const { db, isLevel } = decibels;
    const gain = 10 ** ((softer ? -Math.abs(db) : db) / 20);
    return isLevel ? { level: gain } : { scale: gain };
  }
  if (share !== null) {
    if (!isByShare(said) || !(softer || has('louder'))) return { level: Math.min(1, share) };
    return { by: softer ? -share : share };
  }
  if (fraction !== null) {
    const isPart = /\bby (?:a|one|two|three)\b|(?:降低|减[小少弱]|调[低小])了?\s?\d/iu.test(said);
    return { scale: isPart ? (softer ? 1 - fraction : 1 + fraction) : fraction };
  }
  if (softer) return { scale: softSteps[degree ?? 'usual'] };
  if (!has('louder')) return null;
  return { scale: factor !== null && factor > 1 ? factor : steps[degree ?? 'usual'] };
}

/** Whether a share is added to what there is or taken from it: `by 10%`, `降低10%`. */
function isByShare(text: string): boolean {
  return /\bby\s{1,3}\d|(?:\d|[%％]|percent)\s(?:louder|quieter|softer|lower|higher|more|less)\b|(?:提高|降低|增[加大]|减[小少弱]|调[高低大小]|[大小高低]声?)了?\s?(?:百分之\s?)?\d/iu.test(
    text,
  );
}

/** How many times as loud: `down 6 dB`, `-3dB`, `降6分贝`; `isLevel`: so much below full volume. */
function decibelsIn(text: string): { readonly db: number; readonly isLevel: boolean } | null {
  const [, level, sign, amount] =
    /(\b(?:to|at)\s|[到为成]\s?)?([-−–+])?\s?(\d{1,2}(?:\.\d{1,2})?)\s?(?:db|decibels?|分贝)/iu.exec(text) ?? [];
  if (amount === undefined) return null;
  const isDown = sign !== undefined && sign !== '+';
  return { db: isDown ? -Number(amount) : Number(amount), isLevel: level !== undefined && isDown };
}
