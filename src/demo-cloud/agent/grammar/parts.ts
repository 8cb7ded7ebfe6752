import { indicesOf, type Which } from '../../draft/cut.ts';
import type { Span } from '../../draft/edits.ts';
import type { EditRequest, Situation } from '../edit-request.ts';
import type { Clause } from './clause.ts';

/** From where to where a clause means: its clips, or the whole picture. */
export function boundsOf({ which }: Pick<Clause, 'which'>, { clips, lengthMs }: Situation): Span {
  const meant = indicesOf(which ?? 'all', clips.length).flatMap((index) => clips[index] ?? []);
  const [first, last] = [meant.at(0), meant.at(-1)];
  if (first === undefined || last === undefined) return { fromMs: 0, toMs: lengthMs };
  return { fromMs: first.startMs, toMs: last.startMs + last.durationMs };
}

/** The stretch that is meant: `from 2 to 4 seconds`, `the first 3 seconds`, `the second half of clip 2`; null for all of it. */
export function stretchOf(clause: Clause, situation: Situation): Span | null {
  const { span, length, text } = clause;
  if (span !== null) return span;
  const isByNumber = Array.isArray(clause.which);
  const { fromMs, toMs } = boundsOf(isByNumber ? clause : { ...clause, which: 'all' }, situation);
  const part = /\b(first|second|last) half\b|([前后])(?:面?的?一)?半段?/iu
    .exec(text)
    ?.slice(1)
    .find((word) => word !== undefined);
  const size = part !== undefined ? (toMs - fromMs) / 2 : length;
  if (size === null) return null;
  const isEnd = part === undefined ? LAST_FEW.test(clause.said) : /second|last|后/iu.test(part);
  const inside = (toMs - fromMs - size) / 2;
  if (part === undefined && inside > 0 && MIDDLE_FEW.test(clause.said))
    return { fromMs: fromMs + inside, toMs: toMs - inside };
  if (isEnd) return { fromMs: Math.max(fromMs, toMs - size), toMs };
  const isStart = part !== undefined || FIRST_FEW.test(clause.said);
  return isStart ? { fromMs, toMs: Math.min(toMs, fromMs + size) } : null;
}

/** `the first 3 seconds`: the first clip is none of that. */
const FIRST_FEW =
  /\b(?:first|opening|initial)\s\d|\b(?:start|beginning|intro)\b|前面?\s?\d|(?:开头|开始|片头)(?!的?那?[个段片镜])/iu;
const MIDDLE_FEW = /中间[的那]?\s?\d{1,3}(?:\.\d{1,3})?\s?秒/u;
const LAST_FEW =
  /\b(?:last|final|closing)\s\d|\b(?:end|ending|outro)\b|(?<![之以往秒])后面?[的那]?\s?\d|(?:末尾|结尾|片尾)(?!的?那?[个段片镜])/iu;

/** The clips of a clause, or the stretch that it means; without a word about either all there is. */
export function meantBy(clause: Clause, situation: Situation): { readonly which: Which; readonly span?: Span } {
  const span = stretchOf(clause, situation);
  return span === null
    ? { which: clause.which ?? 'all' }
    : { which: Array.isArray(clause.which) ? clause.which : 'all', span };
}

/** A moment is of the video, or of the clip itself: `split clip 2 two seconds in`. */
export function momentOf({ which, said }: Clause, { clips }: Situation, atMs: number): number {
  const clip = Array.isArray(which) && which.length === 1 ? clips[(which[0] ?? 0) - 1] : undefined;
  if (clip === undefined) return atMs;
  const { startMs, durationMs } = clip;
  const isIn = atMs > startMs && atMs < startMs + durationMs && !/\bseconds? in\b/iu.test(said);
  return isIn || atMs >= durationMs ? atMs : startMs + atMs;
}

/** `cut clip 2 by half`. */
export function laterHalf(clause: Clause, situation: Situation): Span | null {
  if (
    !Array.isArray(clause.which) ||
    (clause.fraction !== 0.5 && !/\bhalf (?:of|the)\b/iu.test(clause.said)) ||
    clause.has('split')
  )
    return null;
  const { fromMs, toMs } = boundsOf(clause, situation);
  return { fromMs: (fromMs + toMs) / 2, toMs };
}

const kept = { slight: 0.85, usual: 0.75, strong: 0.5 } as const;

/** `make clip 2 a bit shorter`: so much of each clip stays, in tenths of a second. */
export function shortened({ which, has, degree }: Clause, { clips, lengthMs }: Situation): readonly EditRequest[] {
  const keep = (ms: number): number => Math.round((ms * kept[degree ?? 'usual']) / 100) * 100;
  if (which === null && has('video') && !has('clip')) return [{ kind: 'trim', durationMs: keep(lengthMs) }];
  const meant = which ?? (clips.length === 1 ? 'all' : null);
  if (meant === null) return [{ kind: 'ask', about: 'clip' }];
  return indicesOf(meant, clips.length).flatMap((at): readonly EditRequest[] => {
    const clip = clips[at];
    return clip === undefined ? [] : [{ kind: 'trim-clips', which: [at + 1], durationMs: keep(clip.durationMs) }];
  });
}

/** `前面那截静音`, `mute the second part` behind a split: the piece by its number. */
export function pieceIn(said: string, { clips }: Situation, before: readonly EditRequest[]): string | null {
  const split = before.at(-1);
  const [word] = PIECE.exec(said) ?? [];
  if (word === undefined || split?.kind !== 'split') return null;
  const at = clips.findIndex(({ startMs }) => startMs === split.atMs);
  return at < 1 ? null : said.replace(word, ` clip ${/first|front|前/iu.test(word) ? at : at + 1} `);
}

const PIECE = /\bthe (?:first|second|front|back) (?:part|piece|half)\b|[前后]面?的?那?[一1]?(?:截|半?段|部分)/iu;
