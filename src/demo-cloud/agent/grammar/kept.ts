import type { EditRequest, Remembered, Situation } from '../edit-request.ts';
import { readClause } from './clause.ts';
import { readAll } from './read-all.ts';

const lead = String.raw`^[^\p{L}\p{N}⟦]{0,9}(?:(?:ok(?:ay)?|and|now|please|pls|actually|no|nah|wait|oh|hmm|sorry|oops|不对|等等|算了|还是)[^\p{L}\p{N}]{0,3}){0,4}`;
const end = String.raw`(?:\s?(?:please|pls|then|though|after all|吧|呗|啊|了)){0,2}[^\p{L}\p{N}⟧]{0,9}$`;

/** `actually keep the music`, `bring back the clip you just removed`, `音乐还是留着吧`. */
const KEPT = new RegExp(
  `${lead}(?:${[
    String.raw`(?:keep(?! only)|leave(?= .{1,30} in$)) (.{1,30}?)(?: in)?`,
    String.raw`(?:put|bring|get|add|want) (?:back (.{1,40}?)|(.{1,40}?) back(?: in)?)`,
    String.raw`(?:保留|留着|留下|留住)(.{1,12}?)`,
    String.raw`把?(.{1,12}?)(?:还是)?(?:留着|留下|[加放拿弄要找]回来|恢复(?:回来)?)`,
  ].join('|')})${end}`,
  'iu',
);
const WHO_DID =
  /\b(?:that |which )?(?:you|i|we) (?:just )?\p{L}{3,9}(?: out| off)?$|^刚才?(?:你|我)?[删去剪移][掉除了]{0,2}的/iu;

/**
 * What a message wants back of what was removed just before it: all that was done is taken back, and the rest done again. Null where it
 * wants nothing back.
 */
export function keptAfterAll(
  said: string,
  situation: Situation,
  remembered: Remembered,
): readonly EditRequest[] | null {
  const { requests: before, clips, hasChanged } = remembered;
  const words = KEPT.exec(said)
    ?.slice(1)
    .find((target) => target !== undefined);
  if (words === undefined || !hasChanged || !before.some(({ kind }) => kind === 'remove')) return null;
  const removal = readAll([readClause(`remove ${words.replace(WHO_DID, ' ')}`, [])], { ...situation, clips });
  const kept = removal.flatMap(({ requests }) => requests);
  const others = before.filter((request) => !isAll(words) && !kept.some((one) => isSameRemoval(one, request)));
  return others.length === before.length ? null : [{ kind: 'undo', steps: 1 }, ...others];
}

function isSameRemoval(one: EditRequest, other: EditRequest): boolean {
  if (one.kind !== 'remove' || other.kind !== 'remove' || one.what !== other.what) return false;
  return one.what !== 'video' || one.which === 'all' || String(one.which) === String(other.which);
}

const isAll = (words: string): boolean =>
  /^(?:it|that|this|them|both|(?:the|that) (?:clip|shot|scene|one)|它们?|那[个段])$/iu.test(
    words.replace(WHO_DID, '').trim(),
  );
