import type { Random } from '../../shared/random.ts';
import type { Question, Wish } from './wish.ts';

const ASK_SHARE = 0.3;

/** What is asked instead of guessed. Now and then the agent asks which music is meant, too. */
export function questionIn(wishes: readonly Wish[], whims: Random | null): Question | 'music' | null {
  const [only] = wishes;
  if (whims === null || only === undefined || wishes.length > 1) return null;
  if (only.kind === 'ask') return only.about;
  return only.kind === 'set-music' && only.mood === 'any' && whims.chance(ASK_SHARE) ? 'music' : null;
}

/** Guesses what would else be asked. */
export function withoutAsking(wish: Wish): Wish {
  return wish.kind === 'ask' && wish.about === 'look' ? { kind: 'grade', which: 'all', grade: 'warm' } : wish;
}
