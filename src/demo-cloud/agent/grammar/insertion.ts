import type { Situation } from '../edit-request.ts';
import { readClause } from './clause.ts';
import { sightIn, withNumbers } from './mentions.ts';

/** Of `a forest between the city and the sea` only the forest is to be seen. */
export function newClip(
  whole: string,
  said: string,
  quotes: readonly string[],
  situation: Situation,
): { readonly kind: 'generate'; readonly prompt: string; readonly behind?: number } {
  const text = withNumbers(said, situation, { isReplacing: false, isBare: false });
  const prompt = text.replace(BESIDE_CLIPS, ' ').trim();
  const isTold = quotes.length === 0 && text !== said && prompt !== text.trim() && sightIn(prompt) !== null;
  return { kind: 'generate', prompt: isTold ? prompt : whole, ...insertion(said, quotes, situation) };
}

const BESIDE_CLIPS =
  /\b(?:right |just )?(?:between|after|before|behind|following|in front of) (?:the )?clips? \d{1,2}(?:(?:,| and) (?:the )?(?:clip )?\d{1,2}){0,4}|[在到]?片段\s?\d{1,2}\s?(?:[和与跟、]片段\s?\d{1,2}\s?)?之?(?:[前后间]|中间)[面边头]?/giu;

/** Where a new clip goes: `at the beginning`, `after clip 1`, `before the city`. */
export function insertion(said: string, quotes: readonly string[], situation: Situation): { readonly behind?: number } {
  const clause = readClause(withNumbers(said, situation, { isReplacing: false, isBare: false }), quotes);
  const numbers: readonly number[] = Array.isArray(clause.which) ? clause.which : [];
  const last = numbers.at(-1);
  if (last !== undefined && clause.has('before')) return { behind: last - 1 };
  if (numbers.length > 1 && clause.has('between')) return { behind: Math.min(...numbers) };
  if (last !== undefined && clause.has('after')) return { behind: last };
  if (/\bin the middle\b|[到在放]?中间/iu.test(said) && situation.clips.length > 1)
    return { behind: Math.floor(situation.clips.length / 2) };
  const atStart =
    /\b(?:at|to) the (?:start|beginning|front)\b|\bfirst\b|\bopen(?:ing|er)\b|\bas (?:the|an) (?:intro|opener)\b|\b(?:start|open|begin)(?: \w{1,9}){0,2} with\b|开头|最前|前面|片头|开场|[放排插][在到]?第[一1][个位]/iu.test(
      said,
    );
  return atStart && situation.clips.length > 0 ? { behind: 0 } : {};
}
