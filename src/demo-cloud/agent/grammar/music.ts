import type { Span } from '../../draft/edits.ts';
import { usualMusicVolume } from '../../draft/music.ts';
import type { Situation, EditRequest } from '../edit-request.ts';
import { beyondIn } from './amounts.ts';
import type { Clause } from './clause.ts';
import { loudnessIn } from './loudness.ts';
import { boundsOf, stretchOf } from './parts.ts';
import type { Rule } from './rule.ts';

const fadeMs = 2000;
const pictureFadeMs = 1000;

/** Music: add, mood, own, volume, fades, remove. */
export const musicRules: readonly Rule[] = [
  {
    when: 'remove/mute music !share !quieter !louder !fade !unmute !fraction !keepOnly',
    like: ['remove the music', '去掉音乐'],
    request: (clause, situation) => {
      const span = whileOf(clause, situation);
      if (span !== null) return { kind: 'volume', of: 'audio', level: 0, span };
      return clause.has('remove') && !clause.has('mute')
        ? { kind: 'remove', what: 'audio' }
        : { kind: 'volume', of: 'audio', level: 0 };
    },
  },
  {
    when: 'music !remove !mute !share !quieter !louder !fade !title moment/length/span/which/after/before',
    like: ['start the music at 3 seconds', '音乐从第3秒开始'],
    request: (clause, situation) => silences(clause, situation),
  },
  {
    when: 'unmute music',
    like: ['unmute the music', '取消音乐静音'],
    request: (clause, situation) => ({
      kind: 'volume',
      of: 'audio',
      level: usualMusicVolume,
      ...during(clause, situation),
    }),
  },
  {
    when: 'music fade',
    like: ['fade the music out over 3 seconds', '音乐淡出3秒'],
    request: (clause) => {
      const stops = clause.has('remove') || /\bstop\b/iu.test(clause.said);
      const durationMs = stops ? 0 : (clause.length ?? fadeMs);
      const out = clause.has('fadeOut') || (clause.has('end') && !clause.has('fadeIn'));
      const both = clause.has('both') || (stops && !out && !clause.has('fadeIn'));
      const withPicture = out && /\b(?:picture|everything|video)\b|画面|视频/iu.test(clause.said);
      return [
        ...(both || clause.has('fadeIn') || !out ? [{ kind: 'fade-music', edge: 'in', durationMs } as const] : []),
        ...(both || out ? [{ kind: 'fade-music', edge: 'out', durationMs } as const] : []),
        ...(withPicture && !stops
          ? [{ kind: 'add-effect', name: 'fade out', durationMs: clause.length ?? pictureFadeMs } as const]
          : []),
      ];
    },
  },
  {
    when: 'music/volume/it share/fraction !faster !slower !speed music/!sound',
    like: ['music to 20%', '音乐音量调到20%'],
    request: (clause, situation) => {
      const change = loudnessIn(clause);
      const isOfClip = clause.has('clip') && !clause.has('music');
      if (change === null || isOfClip) return null;
      return [...added(clause, situation), { kind: 'volume', of: 'audio', ...change, ...during(clause, situation) }];
    },
  },
  {
    when: 'music/volume/it louder/quieter !originalSound music/!sound music/!clip !mood/!add',
    like: ['make the music quieter', '音乐小声一点'],
    request: (clause, situation) => ({
      kind: 'volume',
      of: 'audio',
      ...(loudnessIn(clause) ?? { level: usualMusicVolume }),
      ...during(clause, situation),
    }),
  },
  {
    when: 'music/sound own !mood',
    like: ['use my song as the music', '用我上传的音乐'],
    request: (_clause, { waitingSounds }) => (waitingSounds.length > 0 ? { kind: 'own-music' } : null),
  },
  {
    when: 'music !title !moment !span !longer !shorter !speed !volume !share',
    like: ['add calm music', '换一首欢快的音乐'],
    request: (clause) => {
      const isMeant =
        clause.mood !== null ||
        clause.has('add') ||
        clause.has('change') ||
        clause.has('replace') ||
        /\b(?:use|play|put on|another|different|something|try)\b|试试/iu.test(clause.text) ||
        ALONE.test(clause.text);
      return isMeant ? { kind: 'set-music', mood: clause.mood ?? 'any' } : null;
    },
  },
];

/** `some music`: no more than what is wanted. */
const ALONE =
  /^[\s\p{P}]{0,9}(?:some|a bit of|background|new|(?:an)?other|different|more)?\s?(?:background )?(?:music|songs?|soundtrack)[\s\p{P}]{0,9}$|^(?:背景)?(?:音乐|配乐)[\s\p{P}]{0,9}$/iu;

/** `add my song at 50% volume`: what is to be that loud comes first. */
function added({ has, mood }: Clause, { waitingSounds }: Situation): readonly EditRequest[] {
  if (!has('add') && !has('replace')) return [];
  if (has('own') && waitingSounds.length > 0) return [{ kind: 'own-music' }];
  return mood === null ? [] : [{ kind: 'set-music', mood }];
}

/** `from 2 to 5 s`, `while the sea is seen`; null for all of it. A piece of music by its number is all of it, too. */
function whileOf(clause: Clause, situation: Situation): Span | null {
  if (/(?:music|音乐)\s?\d/iu.test(clause.said)) return null;
  const isOfClips =
    Array.isArray(clause.which) || ((clause.which === 'first' || clause.which === 'last') && clause.has('clip'));
  const beyond = beyondIn(clause.said);
  if (beyond !== null && clause.span === null)
    return beyond.side === 'after'
      ? { fromMs: beyond.atMs, toMs: situation.lengthMs }
      : { fromMs: 0, toMs: beyond.atMs };
  return stretchOf(clause, situation) ?? (isOfClips ? boundsOf(clause, situation) : null);
}

/** `music only under clip 1`, `stop the music at 10 seconds`: everywhere else it is silent. */
function silences(clause: Clause, situation: Situation): readonly EditRequest[] | null {
  const { lengthMs } = situation;
  const moment = clause.moment ?? clause.length;
  const starts = /\b(?:starts?|begins?|comes? in)\b|从.{0,12}(?:开始|起)|秒.{0,3}[再才](?:开始|进|响|放|出)/iu.test(
    clause.said,
  );
  const stops = /\b(?:stops?|ends?|leaves?)\b.{0,20}\b(?:at|after)\b|秒.{0,4}(?:停|结束)/iu.test(clause.said);
  const heard = clause.has('keepOnly')
    ? whileOf(clause, situation)
    : moment !== null && starts
      ? { fromMs: moment, toMs: lengthMs }
      : moment !== null && stops
        ? { fromMs: 0, toMs: moment }
        : null;
  if (heard === null) return null;
  const silent = [
    { fromMs: 0, toMs: heard.fromMs },
    { fromMs: heard.toMs, toMs: lengthMs },
  ].filter(({ fromMs, toMs }) => toMs > fromMs);
  return silent.map((span): EditRequest => ({ kind: 'volume', of: 'audio', level: 0, span }));
}

function during(clause: Clause, situation: Situation): { readonly span?: Span } {
  const span = whileOf(clause, situation);
  return span === null ? {} : { span };
}
