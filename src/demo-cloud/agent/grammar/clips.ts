import { indicesOf } from '../../draft/cut.ts';
import type { ClipInSight, EditRequest } from '../edit-request.ts';
import { beyondIn } from './amounts.ts';
import type { Clause } from './clause.ts';
import { boundsOf, laterHalf, meantBy, momentOf, shortened, stretchOf } from './parts.ts';
import type { Rule } from './rule.ts';

const factors = { slight: 1.25, usual: 2, strong: 3 } as const;

export const clipRules: readonly Rule[] = [
  {
    when: 'split',
    like: ['split at 3 seconds', '在第3秒处分割'],
    request: (clause, situation) => {
      const { lengthMs } = situation;
      const parts = Number(
        /\binto (\d{1,2})\b|[成为](\d{1,2})[段份个]/iu.exec(clause.said)?.slice(1).find(Boolean) ?? 2,
      );
      const { fromMs, toMs } = boundsOf(clause, situation);
      if (parts > 2)
        return Array.from({ length: Math.min(20, parts) - 1 }, (_, index): EditRequest => {
          return { kind: 'split', atMs: Math.round(fromMs + ((toMs - fromMs) * (index + 1)) / parts) };
        });
      const { span } = clause;
      if (span !== null) return [span.fromMs, span.toMs].map((atMs): EditRequest => ({ kind: 'split', atMs }));
      const at = clause.moment ?? clause.length;
      if (at !== null) return { kind: 'split', atMs: momentOf(clause, situation, at) };
      return clause.which === null || (clause.which === 'all' && !EVERY_CLIP.test(clause.said))
        ? { kind: 'split', atMs: Math.round(lengthMs / 2) }
        : { kind: 'halve', which: clause.which };
    },
  },
  {
    when: 'alike number !title !music !faster !slower',
    like: ['make clip 1 as long as clip 2', '片段1和片段2一样长'],
    request: ({ which }, { clips }) => {
      const [number, other, more]: readonly number[] = Array.isArray(which) ? which : [];
      const [clip, model] = [clips[(number ?? 0) - 1], clips[(other ?? 0) - 1]];
      if (number === undefined || clip === undefined || model === undefined || more !== undefined) return null;
      return clip.durationMs < model.durationMs
        ? { kind: 'cannot', about: 'longer' }
        : { kind: 'trim-clips', which: [number], durationMs: model.durationMs };
    },
  },
  {
    when: 'number length/moment !title !music !caption !split !cut !remove !keepOnly !speed !faster !slower !duration !shorter !mute !transition',
    like: ['start clip 2 one second in', '片段2从第7秒开始'],
    request: (clause, { clips }) => startingLater(clause, clips),
  },
  {
    when: 'number moment/length !title !music !caption !split !quote',
    like: ['end clip 1 at 4 seconds', '片段1在第4秒结束'],
    request: (clause, { clips }) => endingEarlier(clause, clips),
  },
  {
    when: 'moment/length !title !caption !music !quote !keep !split',
    like: ['end the video at 6 seconds', '到第6秒结束'],
    request: ({ said, moment, length }) => {
      const durationMs = moment ?? length;
      return durationMs === null || !ENDS_AT.test(said) ? null : { kind: 'trim', durationMs };
    },
  },
  {
    when: 'faster/slower/speed/normalSpeed/factor !music !title',
    like: ['play clip 1 at half speed', '片段1放慢一倍'],
    request: (clause, situation) => {
      const meant = meantBy(clause, situation);
      if (clause.has('normalSpeed')) return { kind: 'speed', ...meant, to: 1 };
      const half =
        clause.fraction === null || clause.has('duration')
          ? null
          : clause.has('faster')
            ? 1 + clause.fraction
            : clause.fraction;
      const given = clause.factor ?? speedOf(clause) ?? half;
      const isSpeed = clause.has('faster') || clause.has('slower') || clause.has('speed') || clause.has('duration');
      // `twice` alone counts something else.
      if (!isSpeed && !/\d\s?(?:[x×]|倍)/iu.test(clause.said)) return null;
      if (given === null && !clause.has('faster') && !clause.has('slower')) return null;
      // `speed it up to 10 seconds`.
      const { fromMs, toMs } = boundsOf(meant, situation);
      if (given === null && clause.length !== null && meant.span === undefined)
        return { kind: 'speed', ...meant, factor: Math.round(((toMs - fromMs) / clause.length) * 100) / 100 };
      const factor = given ?? factors[clause.degree ?? 'usual'];
      const slower = clause.has('slower') && !clause.has('faster');
      const isLength = clause.has('duration') && !clause.has('faster');
      if (clause.factor !== null && !isLength && SETS_SPEED.test(clause.said))
        return { kind: 'speed', ...meant, to: factor };
      return { kind: 'speed', ...meant, factor: isLength || (slower && factor > 1) ? 1 / factor : factor };
    },
  },
  {
    when: 'keep/keepOnly/remove/cut clip/number span !title !music !caption',
    like: ['trim clip 2 to 6.5–9.0 s', '把片段 2裁剪到 6.5–9.0 秒'],
    request: (clause) => {
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
    when: 'cut/remove/keepOnly half !title !music',
    like: ['remove the second half of clip 1', '删掉片段1的后半段'],
    request: (clause, situation) => {
      const span = stretchOf(clause, situation) ?? laterHalf(clause, situation);
      if (span === null) return null;
      if (!clause.has('keepOnly')) return { kind: 'remove-span', ...span };
      return Array.isArray(clause.which)
        ? { kind: 'trim-clips', which: clause.which, span }
        : { kind: 'keep-span', ...span };
    },
  },
  {
    when: 'cut/remove span',
    like: ['cut from 2 to 5 seconds', '剪掉第2到5秒'],
    request: ({ span, text }) =>
      span === null || /\bkeep\b|\btrim\b|保留|只要/iu.test(text) ? null : { kind: 'remove-span', ...span },
  },
  {
    when: 'keep/keepOnly span !title !music',
    like: ['keep only 2 to 7 seconds', '只保留第2到7秒'],
    request: ({ span }) => (span === null ? null : { kind: 'keep-span', ...span }),
  },
  {
    when: 'remove/cut/keep after/before/tail',
    like: ['cut everything after 10 seconds', '10秒之后的都剪掉'],
    request: ({ said: text, has }, { lengthMs }) => {
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
    request: (clause, situation) => {
      const { length, moment } = clause;
      if (length === null) return null;
      if (moment !== null && FROM_THERE.test(clause.said) && !clause.has('keepOnly') && !Array.isArray(clause.which))
        return { kind: 'remove-span', fromMs: moment, toMs: moment + length };
      if (!takesAway(clause)) return null;
      if (/\b(?:each|every)\b|每/iu.test(clause.said))
        return situation.clips.toReversed().map((clip) => lastOf(clip.startMs + clip.durationMs, length));
      if (
        /\bboth (?:ends|sides)\b|头尾|\bfirst and (?:the )?last\b|首尾|两[头端]|(?:第1|开头1?)秒?[和与].{0,2}最后/iu.test(
          clause.said,
        )
      )
        return [lastOf(situation.lengthMs, length), { kind: 'remove-span', fromMs: 0, toMs: length }];
      const { fromMs, toMs } = boundsOf(Array.isArray(clause.which) ? clause : { which: 'all' }, situation);
      const isEnd = clause.has('end') || clause.has('last') || !clause.has('start');
      return isEnd
        ? { kind: 'remove-span', fromMs: Math.max(fromMs, toMs - length), toMs }
        : { kind: 'remove-span', fromMs, toMs: Math.min(toMs, fromMs + length) };
    },
  },
  {
    when: 'shorter length',
    like: ['make clip 2 a second shorter', '片段2短1秒'],
    request: (clause, situation) => {
      const { toMs } = boundsOf(clause, situation);
      return { kind: 'remove-span', fromMs: Math.max(0, toMs - (clause.length ?? 0)), toMs };
    },
  },
  {
    when: 'shorter which/clip/video !length !title !caption !music !transition !fade',
    like: ['make clip 2 shorter', '片段2剪短一点'],
    request: (clause, situation) => shortened(clause, situation),
  },
  {
    when: 'keepOnly clip/number !length !span !title !caption !music !sound !remove !faster !slower',
    like: ['keep only clip 2', '只保留片段2'],
    request: ({ which }, { clips }) => {
      if (which === null || which === 'all') return null;
      const kept = indicesOf(which, clips.length);
      const others = clips.flatMap((_, index) => (kept.includes(index) ? [] : [index + 1]));
      return kept.length === 0 || others.length === 0 ? null : { kind: 'remove', what: 'video', which: others };
    },
  },
  {
    when: 'keep/keepOnly/duration clip/number length',
    like: ['trim clip 2 to 3 seconds', '把片段2剪到3秒'],
    request: (clause, situation) => {
      const { which, length, said } = clause;
      const span = /(?<![之以往秒前])后面?[的那]?\s?\d|中间/u.test(said) ? stretchOf(clause, situation) : null;
      if (span !== null && Array.isArray(which)) return { kind: 'trim-clips', which, span };
      const isSaid = which !== 'all' && /\bto \d|[剪裁截切][成到]|\blong\b/iu.test(said);
      if (which === null || length === null || !(Array.isArray(which) || isSaid)) return null;
      return { kind: 'trim-clips', which, durationMs: length };
    },
  },
  {
    when: 'keep last length',
    like: ['keep only the last 4 seconds', '只保留最后4秒'],
    request: ({ length }, { lengthMs }) =>
      length === null ? null : { kind: 'keep-span', fromMs: Math.max(0, lengthMs - length), toMs: lengthMs },
  },
  {
    when: 'keep/remove/duration/change length !title !caption !music !quote !faster !slower !fade !longer duration/!longer',
    like: ['trim to 8 seconds', '只要前8秒'],
    request: (clause) =>
      clause.length === null ||
      clause.has('remove') ||
      Array.isArray(clause.which) ||
      !(clause.has('keep') || setsLength(clause))
        ? null
        : /\b(?:each|every)\b|每/iu.test(clause.said)
          ? { kind: 'trim-clips', which: 'all', durationMs: clause.length }
          : { kind: 'trim', durationMs: clause.length },
  },
  {
    when: 'remove/cut clip/number',
    like: ['remove clip 2', '删除第2个片段'],
    request: ({ which, has, text }, { clips }) => {
      if (!has('remove') && !(Array.isArray(which) && /^\W{0,9}(?:please )?cut\b|[剪切截]掉/iu.test(text))) return null;
      if (which === null && clips.length > 1) return { kind: 'ask', about: 'clip' };
      return { kind: 'remove', what: 'video', which: which ?? 'last' };
    },
  },
];

/** `at 1.5x`, `1.5倍速`: so fast it becomes, however fast it was; `加快1倍` counts from there. */
const SETS_SPEED =
  /\b(?:at|to)\s\d{1,2}(?:\.\d{1,2})?\s?(?:x|times)\b|(?<![快慢速]了?\s?)(?<![\d.])\d{1,2}(?:\.\d{1,2})?\s?倍速|[到成为]\s?\d{1,2}(?:\.\d{1,2})?\s?倍|^[^\p{L}\d]{0,3}(?:片段\s?\d{1,2}|clip \d{1,2})?[^\p{L}\d]{0,3}(?:就|用|要)?\d{1,2}(?:\.\d{1,2})?\s?(?:x|倍)(?:就[行好]|吧|即可)?[^\p{L}\d]{0,3}$/iu;

const EVERY_CLIP = /\b(?:every|each|all(?: the)? clips)\b|每|所有/iu;

/** `cut 2 seconds starting at 0:04`. */
const FROM_THERE = /\b(?:starting|beginning|from|at|after)\b|[从自].{0,12}(?:开始|起|往后|处)/iu;

const ENDS_AT =
  /\b(?:end|stop|finish)(?:s|ing)?\s(?:the\s|this\s)?(?:video|film|movie|it)\s(?:at|after)\b|\b(?:video|film|movie|it)\s(?:should |must )?(?:end|stop|finish)(?:s|es)?\s(?:at|after)\b|[到在]第?\d{1,4}(?:\.\d{1,3})?秒(?:处|钟|的时候)?(?:就)?(?:结束|停|收尾)/iu;

/** `start clip 2 a second in`, `begin clip 2 at 7 s`: what is before goes. A moment is of the video, or of the clip itself. */
function startingLater({ which, said, moment, length }: Clause, clips: readonly ClipInSight[]): EditRequest | null {
  const clip = Array.isArray(which) && which.length === 1 ? clips[(which[0] ?? 0) - 1] : undefined;
  if (clip === undefined || !/\b(?:start|begin)s?\b|从.{0,9}(?:开始|起)/iu.test(said)) return null;
  const { startMs: fromMs, durationMs } = clip;
  const at = /\b(?:in|later)\b|晚/iu.test(said) ? length : moment;
  if (at === null) return null;
  const toMs = moment !== null && moment > fromMs && moment < fromMs + durationMs ? moment : fromMs + at;
  return toMs >= fromMs + durationMs ? null : { kind: 'remove-span', fromMs, toMs };
}

/** `clip 2 ends at 8 s`: what comes later goes. A moment is of the video, or of the clip itself. */
function endingEarlier({ which, said, moment, length }: Clause, clips: readonly ClipInSight[]): EditRequest | null {
  const clip = Array.isArray(which) && which.length === 1 ? clips[(which[0] ?? 0) - 1] : undefined;
  const at = moment ?? length;
  if (clip === undefined || at === null || !CLIP_ENDS_AT.test(said)) return null;
  const { startMs, durationMs } = clip;
  const toMs = startMs + durationMs;
  const fromMs = at > startMs && at < toMs ? at : startMs + at;
  return fromMs >= toMs ? null : { kind: 'remove-span', fromMs, toMs };
}

const CLIP_ENDS_AT =
  /\b(?:ends?|stops?|finish(?:es)?)\b.{0,20}\b(?:at|after)\s\d|[到在]第?\d{1,4}(?:\.\d{1,3})?秒(?:处|钟|的时候)?(?:就)?(?:结束|停|收尾|为止)/iu;

/** What lies before a moment. */
function lastOf(toMs: number, length: number): EditRequest {
  return { kind: 'remove-span', fromMs: Math.max(0, toMs - length), toMs };
}

/** `2 seconds off the start`, `the first 2 seconds`, `by 2 seconds`: what is said goes, it is not what stays. */
function takesAway(clause: Clause): boolean {
  if (clause.has('keepOnly') || /\b(?:cut|trim|shorten)\b.{0,40}\bto \d|[剪裁截切][成到]/iu.test(clause.said))
    return false;
  return (
    clause.has('remove') ||
    /\b(?:off|out|away|by|from (?:the (?:very )?(?:end|start|beginning|front)|both|each|every))\b|\b(?:cut|trim|snip|chop|shave|lose|drop)\s(?:the\s)?(?:very\s)?(?:first|last|opening|final)\b|[剪切裁截掐砍][掉去了]|减\s?[\d半一二两三]|(?:开头|结尾|末尾|前面|后面|首尾)[剪裁切砍]\s?[\d半一二两三四五]|缩短(?![到至成为])/iu.test(
      clause.text,
    )
  );
}

/** `make it 8 seconds long`, `时长改为8秒`; that something is so long sets nothing. */
function setsLength({ text, has }: Clause): boolean {
  return (
    has('change') ||
    /\b(?:should|must|needs? to)\b|[为到成]|^[^\p{L}]{0,9}(?:length|duration|时长)[^\p{L}]/iu.test(text)
  );
}

/** `20% faster`, `speed up by 20%`, `to 50% speed`. */
function speedOf({ share, said, has }: Clause): number | null {
  if (share === null || share <= 0) return null;
  if (/\bto\s?\d|[到为]\s?\d/iu.test(said) || has('faster') === has('slower')) return share;
  if (has('slower')) return share < 1 ? Math.max(0.1, 1 - share) : 1 / share;
  return share < 1 ? 1 + share : share;
}
