import type { Which } from '../../draft/cut.ts';
import type { Situation, Wish } from '../wish.ts';
import type { Clause } from './clause.ts';
import type { Rule } from './rule.ts';

const usualFactor = 2;
const softer = 0.5;
const louder = 1.5;

/** Clips: remove, cut, trim, split, order, speed, sound, replace. */
export const clipRules: readonly Rule[] = [
  {
    when: 'replace which/clip/it/own !mute',
    like: ['replace clip 2 with a dog in the snow', '把片段2换成雪地里的狗'],
    wish: (clause, situation) => replacement(clause, situation),
  },
  {
    when: 'unmute',
    like: ['unmute clip 2', '取消片段2的静音'],
    wish: (clause) => ({ kind: 'volume', of: 'video', level: 1, ...only(clause) }),
  },
  {
    when: 'mute',
    like: ['mute clip 2, 4.0–8.5 s', '把片段 2（4.0–8.5 秒）静音'],
    wish: (clause) =>
      clause.has('clip') || clause.has('sound') || clause.has('video') || clause.which !== null || clause.span !== null
        ? { kind: 'volume', of: 'video', level: 0, ...only(clause) }
        : [
            { kind: 'volume', of: 'video', level: 0 },
            { kind: 'volume', of: 'audio', level: 0 },
          ],
  },
  {
    when: 'clip/sound/number share',
    like: ['set clip 2 to 40% volume', '片段2音量调到40%'],
    wish: (clause) => ({ kind: 'volume', of: 'video', level: clause.share ?? 1, ...only(clause) }),
  },
  {
    when: 'clip/sound/number louder/quieter',
    like: ['make clip 1 louder', '原声小一点'],
    wish: (clause) => ({
      kind: 'volume',
      of: 'video',
      scale: clause.has('quieter') ? softer : louder,
      ...only(clause),
    }),
  },
  {
    when: 'remove sound',
    like: ['remove the original sound', '去掉原声'],
    wish: (clause) => ({ kind: 'volume', of: 'video', level: 0, ...only(clause) }),
  },
  {
    when: 'split',
    like: ['split at 3 seconds', '在第3秒处分割'],
    wish: (clause) => {
      const at = clause.moment ?? clause.length;
      return at === null ? { kind: 'halve', which: clause.which ?? 'first' } : { kind: 'split', atMs: at };
    },
  },
  {
    when: 'swap',
    like: ['swap clips 1 and 2', '交换片段1和片段2'],
    wish: ({ which }, { clips }) => {
      const [a, b] = Array.isArray(which) ? which : clips === 2 ? [1, 2] : [];
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
    when: 'move which',
    like: ['put clip 2 first', '把片段2放到开头'],
    wish: (clause, situation) => moving(clause, situation),
  },
  {
    when: 'faster/slower/speed/normalSpeed/factor !music',
    like: ['play clip 1 at half speed', '片段1放慢一倍'],
    wish: (clause) => {
      if (clause.has('normalSpeed')) return { kind: 'speed', which: clause.which ?? 'all', to: 1 };
      const given = clause.factor ?? (clause.share !== null && clause.share > 0 ? clause.share : null);
      if (given === null && !clause.has('faster') && !clause.has('slower')) return null;
      const factor = given ?? usualFactor;
      const slower = clause.has('slower') && !clause.has('faster');
      return { kind: 'speed', which: clause.which ?? 'all', factor: slower && factor > 1 ? 1 / factor : factor };
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
    when: 'remove/cut length first/last/start/end/before/after',
    like: ['cut off the last 2 seconds', '删掉最后2秒'],
    wish: (clause, { lengthMs }) => {
      const { length } = clause;
      if (length === null || (!clause.has('remove') && !/\bcut (?:off|out|away)\b|剪掉|剪去|切掉/iu.test(clause.text)))
        return null;
      return clause.has('last') || clause.has('end')
        ? { kind: 'remove-span', fromMs: Math.max(0, lengthMs - length), toMs: lengthMs }
        : { kind: 'remove-span', fromMs: 0, toMs: length };
    },
  },
  {
    when: 'keep number length',
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
    when: 'keep/remove length',
    like: ['trim to 8 seconds', '只要前8秒'],
    wish: (clause) =>
      clause.length === null || clause.has('remove') ? null : { kind: 'trim', durationMs: clause.length },
  },
  {
    when: 'remove clip/number/video',
    like: ['remove clip 2', '删除第2个片段'],
    wish: (clause) =>
      clause.has('clip') || Array.isArray(clause.which)
        ? { kind: 'remove', what: 'video', which: clause.which ?? 'last' }
        : null,
  },
];

function only({ which, span }: Clause): { readonly which?: Which; readonly span?: NonNullable<Clause['span']> } {
  return { ...(which === null ? {} : { which }), ...(span === null ? {} : { span }) };
}

/** `put clip 2 first`, `move the last clip to the front`, `clip 3 after clip 1`. */
function moving(clause: Clause, { clips }: Situation): Wish | null {
  const { which, text } = clause;
  const numbers: readonly number[] = Array.isArray(which) ? which : [];
  const from = numbers[0] ?? (which === 'last' ? clips : which === 'first' ? 1 : null);
  if (from === null) return null;
  const other = numbers[1] ?? null;
  if (other !== null && clause.has('before')) return { kind: 'move', from, to: other - (from < other ? 1 : 0) };
  if (other !== null && clause.has('after')) return { kind: 'move', from, to: other + (from < other ? 0 : 1) };
  if (other !== null) return { kind: 'move', from, to: other };
  const toEnd = which !== 'last' && clause.has('end');
  if (toEnd) return { kind: 'move', from, to: clips };
  const toStart = clause.has('start') || clause.has('first') || /\bfront\b|\bbefore\b/iu.test(text);
  return toStart ? { kind: 'move', from, to: 1 } : null;
}

/** With what: an upload, or words from which a clip is made. */
function replacement(clause: Clause, { waitingUploads }: Situation): Wish | null {
  const which = clause.which ?? 'last';
  const match = /(?:\b(?:with|by|for)\b|替换为|替换成|换成|换为|改成|改用)\s{0,3}(.{1,400})$/iu.exec(clause.text);
  const words = match?.[1]?.trim() ?? '';
  const isUpload =
    waitingUploads.length > 0 && (clause.has('own') || waitingUploads.some((name) => words.includes(name)));
  if (isUpload) return { kind: 'replace-with-upload', which };
  if (words === '') return clause.has('title') || clause.has('music') ? null : { kind: 'ask', about: 'replacement' };
  if (clause.has('title') || clause.has('caption') || clause.has('music')) return null;
  return { kind: 'replace-with-made', which, prompt: words };
}
