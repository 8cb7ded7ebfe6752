import type { Which } from '../../draft/cut.ts';
import type { Situation, Wish } from '../wish.ts';
import { beyondIn } from './amounts.ts';
import type { Clause } from './clause.ts';
import { boundsOf, meantBy, stretchOf } from './parts.ts';
import type { Rule } from './rule.ts';

const usualFactor = 2;
const softer = 0.5;
const louder = 1.5;

/** Clips: remove, cut, trim, split, order, speed, sound, replace. */
export const clipRules: readonly Rule[] = [
  {
    when: 'unmute',
    like: ['unmute clip 2', '取消片段2的静音'],
    wish: (clause) => ({ kind: 'volume', of: 'video', level: 1, ...only(clause) }),
  },
  {
    when: 'mute !music',
    like: ['mute clip 2, 4.0–8.5 s', '把片段 2（4.0–8.5 秒）静音'],
    wish: (clause, situation) => heard(clause, situation, { level: 0 }),
  },
  {
    when: 'clip/sound/number share !speed !faster !slower',
    like: ['set clip 2 to 40% volume', '片段2音量调到40%'],
    wish: (clause) => ({ kind: 'volume', of: 'video', level: Math.min(1, clause.share ?? 1), ...only(clause) }),
  },
  {
    when: 'clip/sound/number louder/quieter',
    like: ['make clip 1 louder', '原声小一点'],
    wish: (clause, situation) => heard(clause, situation, { scale: clause.has('quieter') ? softer : louder }),
  },
  {
    when: 'remove sound',
    like: ['remove the original sound', '去掉原声'],
    wish: (clause) => ({ kind: 'volume', of: 'video', level: 0, ...only(clause) }),
  },
  {
    when: 'split',
    like: ['split at 3 seconds', '在第3秒处分割'],
    wish: (clause, { lengthMs }) => {
      const at = clause.moment ?? clause.length;
      if (at !== null) return { kind: 'split', atMs: at };
      return clause.which === null || clause.which === 'all'
        ? { kind: 'split', atMs: Math.round(lengthMs / 2) }
        : { kind: 'halve', which: clause.which };
    },
  },
  {
    when: 'swap',
    like: ['swap clips 1 and 2', '交换片段1和片段2'],
    wish: ({ which, has, text }, { clips }) => {
      const ends = clips.length === 2 || (has('first') && has('last')) || /首尾/u.test(text) ? [1, clips.length] : [];
      const numbers: readonly number[] = Array.isArray(which) ? which : ends;
      const [a, b = has('last') ? clips.length : undefined] = numbers;
      if (a === undefined || b === undefined) return null;
      return { kind: 'swap', one: a, other: b };
    },
  },
  {
    when: 'backwards',
    like: ['reverse the order', '顺序反过来'],
    wish: () => ({ kind: 'reverse' }),
  },
  {
    when: 'order !backwards',
    like: ['change the order to 3, 1, 2', '顺序改成3、1、2'],
    wish: (clause, situation) => ordering(clause, situation),
  },
  {
    when: 'move which',
    like: ['put clip 2 first', '把片段2放到开头'],
    wish: (clause, situation) => moving(clause, situation),
  },
  {
    when: 'faster/slower/speed/normalSpeed/factor !music',
    like: ['play clip 1 at half speed', '片段1放慢一倍'],
    wish: (clause, situation) => {
      const meant = meantBy(clause, situation);
      if (clause.has('normalSpeed')) return { kind: 'speed', ...meant, to: 1 };
      const given = clause.factor ?? speedOf(clause);
      const isSpeed = clause.has('faster') || clause.has('slower') || clause.has('speed') || clause.has('duration');
      // `twice` alone counts something else.
      if (!isSpeed && !/\d\s?(?:[x×]|倍)/iu.test(clause.text)) return null;
      if (given === null && !clause.has('faster') && !clause.has('slower')) return null;
      const factor = given ?? usualFactor;
      const slower = clause.has('slower') && !clause.has('faster');
      const isLength = clause.has('duration') && !clause.has('faster');
      return { kind: 'speed', ...meant, factor: isLength || (slower && factor > 1) ? 1 / factor : factor };
    },
  },
  {
    when: 'keep/remove/cut clip/number span',
    like: ['trim clip 2 to 6.5–9.0 s', '把片段 2裁剪到 6.5–9.0 秒'],
    wish: (clause) => {
      const { span, which } = clause;
      if (span === null || which === null) return null;
      if (clause.has('remove') || clause.has('cut')) {
        return /\bto\b|到|保留|\bkeep\b|\btrim\b/iu.test(clause.text) &&
          !clause.has('remove') &&
          !/\bcut out\b|剪掉/iu.test(clause.text)
          ? { kind: 'trim-clips', which, span }
          : { kind: 'remove', what: 'video', which, span };
      }
      return { kind: 'trim-clips', which, span };
    },
  },
  {
    when: 'cut/remove span',
    like: ['cut from 2 to 5 seconds', '剪掉第2到5秒'],
    wish: ({ span, text }) =>
      span === null || /\bkeep\b|\btrim\b|保留|只要/iu.test(text) ? null : { kind: 'remove-span', ...span },
  },
  {
    when: 'keep span',
    like: ['keep only 2 to 7 seconds', '只保留第2到7秒'],
    wish: ({ span }) => (span === null ? null : { kind: 'keep-span', ...span }),
  },
  {
    when: 'remove/cut/keep after/before',
    like: ['cut everything after 10 seconds', '10秒之后的都剪掉'],
    wish: ({ text, has }, { lengthMs }) => {
      const beyond = beyondIn(text);
      if (beyond === null) return null;
      const { side, atMs } = beyond;
      return (side === 'after') !== has('keepOnly')
        ? { kind: 'remove-span', fromMs: atMs, toMs: lengthMs }
        : { kind: 'remove-span', fromMs: 0, toMs: atMs };
    },
  },
  {
    when: 'remove/cut/keep length',
    like: ['cut the last 2 seconds', '删掉最后2秒'],
    wish: (clause, situation) => {
      const { length } = clause;
      if (length === null || !takesAway(clause)) return null;
      const { fromMs, toMs } = boundsOf(clause, situation);
      const isEnd = clause.has('end') || clause.has('last') || !clause.has('start');
      return isEnd
        ? { kind: 'remove-span', fromMs: Math.max(fromMs, toMs - length), toMs }
        : { kind: 'remove-span', fromMs, toMs: Math.min(toMs, fromMs + length) };
    },
  },
  {
    when: 'keep/duration number length',
    like: ['trim clip 2 to 3 seconds', '把片段2剪到3秒'],
    wish: ({ which, length }) =>
      which === null || length === null ? null : { kind: 'trim-clips', which, durationMs: length },
  },
  {
    when: 'keep last length',
    like: ['keep only the last 4 seconds', '只保留最后4秒'],
    wish: ({ length }, { lengthMs }) =>
      length === null ? null : { kind: 'keep-span', fromMs: Math.max(0, lengthMs - length), toMs: lengthMs },
  },
  {
    when: 'keep/remove/duration length !title !music',
    like: ['trim to 8 seconds', '只要前8秒'],
    wish: (clause) =>
      clause.length === null || clause.has('remove') || !(clause.has('keep') || setsLength(clause))
        ? null
        : { kind: 'trim', durationMs: clause.length },
  },
  {
    when: 'remove/cut clip/number',
    like: ['remove clip 2', '删除第2个片段'],
    wish: ({ which, has, text }, { clips }) => {
      if (!has('remove') && !(Array.isArray(which) && /^\W{0,9}(?:please )?cut\b|[剪切截]掉/iu.test(text))) return null;
      if (which === null && clips.length > 1) return { kind: 'ask', about: 'clip' };
      return { kind: 'remove', what: 'video', which: which ?? 'last' };
    },
  },
];

/** `2 seconds off the start`, `the first 2 seconds`, `by 2 seconds`: what is said goes, it is not what stays. */
function takesAway(clause: Clause): boolean {
  if (clause.has('keepOnly')) return false;
  return (
    clause.has('remove') ||
    /\b(?:off|out|away|by)\b|\b(?:cut|trim|snip|chop|shave)\s(?:the\s)?(?:very\s)?(?:first|last|opening|final)\b|[剪切裁截][掉去]|缩短(?![到至成为])/iu.test(
      clause.text,
    )
  );
}

/** `make it 8 seconds long`, `时长改为8秒`; that something is so long sets nothing. */
function setsLength({ text, has }: Clause): boolean {
  return has('change') || /\b(?:should|must|needs? to)\b|[为到成]|^\W{0,9}(?:length|duration|时长)\W/iu.test(text);
}

/** Sound without a word about whose is all there is: that of the clips and the music. */
function heard(
  clause: Clause,
  situation: Situation,
  change: { readonly level: number } | { readonly scale: number },
): readonly Wish[] {
  const span = stretchOf(clause, situation);
  const isOfClips = clause.has('clip') || clause.has('originalSound') || span !== null || Array.isArray(clause.which);
  const ofClips: Wish = { kind: 'volume', of: 'video', ...change, ...(isOfClips ? only({ ...clause, span }) : {}) };
  return isOfClips ? [ofClips] : [ofClips, { kind: 'volume', of: 'audio', ...change }];
}

/** `20% faster`, `to 50% speed`. */
function speedOf({ share, text }: Clause): number | null {
  if (share === null || share <= 0) return null;
  if (/(?:%|percent)\s?faster|(?:快|加速|提速)\s?(?:了)?\s?\d/iu.test(text)) return 1 + share;
  if (/(?:%|percent)\s?slower|(?:慢|减速)\s?(?:了)?\s?\d/iu.test(text)) return Math.max(0.1, 1 - share);
  return share;
}

/** The clips in the order of their numbers, all of which are said: one move after the other. */
function ordering({ text }: Clause, { clips }: Situation): readonly Wish[] | null {
  const wanted = [...text.matchAll(/\d{1,2}/gu)].map(([digits]) => Number(digits));
  const now = clips.map((_, index) => index + 1);
  if (wanted.length !== now.length || new Set(wanted).size !== now.length) return null;
  if (!wanted.every((number) => now.includes(number))) return null;
  return wanted.flatMap((number, index): readonly Wish[] => {
    const at = now.indexOf(number);
    if (at === index) return [];
    now.splice(index, 0, ...now.splice(at, 1));
    return [{ kind: 'move', from: at + 1, to: index + 1 }];
  });
}

function only({ which, span }: Clause): { readonly which?: Which; readonly span?: NonNullable<Clause['span']> } {
  return { ...(which === null ? {} : { which }), ...(span === null ? {} : { span }) };
}

/** `put clip 2 first`, `move the last clip to the front`, `clip 3 after clip 1`. */
function moving(clause: Clause, { clips }: Situation): Wish | null {
  const { which, text } = clause;
  const said: readonly number[] = Array.isArray(which) ? which : [];
  const isFirst = which === 'first' && clause.has('clip');
  const startsWithLast = /^\D{0,40}(?:\b(?:last|final)\b|最后)/iu.test(text);
  const numbers = said.length === 1 && startsWithLast ? [clips.length, ...said] : said;
  const from = numbers[0] ?? (which === 'last' ? clips.length : isFirst ? 1 : null);
  if (from === null) return null;
  const position = positionIn(text);
  if (position !== null && (numbers.length < 2 || startsWithLast)) return { kind: 'move', from, to: position };
  const other = numbers[1] ?? null;
  if (other !== null && clause.has('before')) return { kind: 'move', from, to: other - (from < other ? 1 : 0) };
  if (other !== null && clause.has('after')) return { kind: 'move', from, to: other + (from < other ? 0 : 1) };
  if (other !== null) return { kind: 'move', from, to: other };
  const toEnd = which !== 'last' && clause.has('end');
  if (toEnd) return { kind: 'move', from, to: clips.length };
  const toStart = clause.has('start') || clause.has('first') || /\bfront\b|\bbefore\b/iu.test(text);
  return toStart ? { kind: 'move', from, to: 1 } : null;
}

/** `to position 2`, `second`, `第2位`. */
function positionIn(text: string): number | null {
  const number = /(?:position|place|spot|slot|number|[到在]第)\s?(\d{1,2})/iu.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  const ordinal = ['second', 'third', 'fourth', 'fifth'].findIndex((word) =>
    new RegExp(`\\b${word}\\W{0,9}$`, 'iu').test(text),
  );
  return ordinal === -1 ? null : ordinal + 2;
}
