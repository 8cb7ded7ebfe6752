import type { Rule } from './rule.ts';

const softer = 0.5;
const louder = 1.5;
const fadeMs = 2000;

/** Music: add, mood, own, volume, fades, remove. */
export const musicRules: readonly Rule[] = [
  {
    when: 'remove/mute music !share',
    like: ['remove the music', '去掉音乐'],
    wish: (clause) => {
      if (clause.has('remove') && !clause.has('mute')) return { kind: 'remove', what: 'audio' };
      // A part of the music cannot be silent here.
      return clause.span === null ? { kind: 'volume', of: 'audio', level: 0 } : null;
    },
  },
  {
    when: 'music fade',
    like: ['fade the music out over 3 seconds', '音乐淡出3秒'],
    wish: (clause) => {
      const durationMs = clause.length ?? fadeMs;
      const out = clause.has('fadeOut');
      const both = clause.has('both');
      return [
        ...(both || clause.has('fadeIn') || !out ? [{ kind: 'fade-music', edge: 'in', durationMs } as const] : []),
        ...(both || out ? [{ kind: 'fade-music', edge: 'out', durationMs } as const] : []),
      ];
    },
  },
  {
    when: 'music/volume/it share !faster !slower !speed',
    like: ['music to 20%', '音乐音量调到20%'],
    wish: (clause) =>
      clause.has('clip') ? null : { kind: 'volume', of: 'audio', level: Math.min(1, clause.share ?? 1) },
  },
  {
    when: 'music/volume/it louder/quieter !clip !originalSound music/!sound',
    like: ['make the music quieter', '音乐小声一点'],
    wish: (clause) => ({ kind: 'volume', of: 'audio', scale: clause.has('quieter') ? softer : louder }),
  },
  {
    when: 'music own !mood',
    like: ['use my song as the music', '用我上传的音乐'],
    wish: (_clause, { waitingSounds }) => (waitingSounds.length > 0 ? { kind: 'own-music' } : null),
  },
  {
    when: 'music !title !moment !span',
    like: ['add calm music', '换一首欢快的音乐'],
    wish: (clause) => {
      const isMeant =
        clause.mood !== null ||
        clause.has('add') ||
        clause.has('change') ||
        clause.has('replace') ||
        /\b(?:use|play|put on)\b/iu.test(clause.text) ||
        ALONE.test(clause.text);
      return isMeant ? { kind: 'set-music', mood: clause.mood ?? 'any' } : null;
    },
  },
];

/** `some music`: no more than what is wanted. */
const ALONE =
  /^\W{0,9}(?:some|a bit of|background|new|(?:an)?other|different|more)?\s?(?:background )?(?:music|songs?|soundtrack)\W{0,9}$|^(?:背景)?(?:音乐|配乐)\W{0,9}$/iu;
