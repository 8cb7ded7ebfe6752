import type { Random } from '../../shared/random.ts';
import type { Question, EditRequest } from './edit-request.ts';

const ASK_SHARE = 0.3;

/** What is asked instead of guessed. Now and then the agent asks which music is meant, too. */
export function questionIn(requests: readonly EditRequest[], whims: Random | null): Question | 'music' | null {
  const [only] = requests;
  if (whims === null || only === undefined || requests.length > 1) return null;
  if (only.kind === 'ask') return only.about;
  return only.kind === 'set-music' && only.mood === 'any' && whims.chance(ASK_SHARE) ? 'music' : null;
}

/** Guesses what would else be asked. */
export function withoutAsking(request: EditRequest): EditRequest {
  return request.kind === 'ask' && request.about === 'look' ? { kind: 'grade', which: 'all', grade: 'warm' } : request;
}
