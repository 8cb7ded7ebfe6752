import type { Situation, EditRequest } from '../edit-request.ts';
import type { Clause } from './clause.ts';
import { type Loudness, loudnessIn } from './loudness.ts';
import { stretchOf } from './parts.ts';
import type { Rule } from './rule.ts';

/** How loud the clips are. Sound without a word about whose is that of the clips and the music. */
export const soundRules: readonly Rule[] = [
  {
    when: 'unmute !music',
    like: ['unmute clip 2', '取消片段2的静音'],
    request: (clause) => ({ kind: 'volume', of: 'video', level: 1, ...only(clause) }),
  },
  {
    when: 'mute !music',
    like: ['mute clip 2, 4.0–8.5 s', '把片段 2（4.0–8.5 秒）静音'],
    request: (clause, situation) => heard(clause, situation, { level: 0 }),
  },
  {
    when: 'clip/sound/number share/fraction !speed !faster !slower !music',
    like: ['set clip 2 to 40% volume', '片段2音量调到40%'],
    request: (clause, situation) => {
      const change = loudnessIn(clause);
      const isOfSound = ['sound', 'volume', 'louder', 'quieter'] as const;
      const isMeant = isOfSound.some((word) => clause.has(word)) || NO_MORE_THAN_SHARE.test(clause.said);
      return change === null || !isMeant ? null : heard(clause, situation, change);
    },
  },
  {
    when: 'clip/sound/number louder/quieter !music !speed sound/volume/!bigger sound/volume/!smaller',
    like: ['make clip 1 louder', '原声小一点'],
    request: (clause, situation) => heard(clause, situation, loudnessIn(clause) ?? { level: 1 }),
  },
  {
    when: 'remove sound !music',
    like: ['remove the original sound', '去掉原声'],
    request: (clause, situation) => heard(clause, situation, { level: 0 }),
  },
];

/** `clip 2 to 40%`: of what but the sound is said by nothing. */
const NO_MORE_THAN_SHARE =
  /^[^\p{L}]{0,9}(?:(?:set|turn|put)\s)?clips?\s?\d{1,2}(?:\sto|\sat)?\s?\d{1,3}\s?%[^\p{L}]{0,9}$|^把?片段\s?\d{1,2}(?:调到|设为)\s?\d{1,3}\s?%[^\p{L}]{0,9}$/iu;

/** `mute everything from 3 to 6 s`: the music, too. */
const EVERY_SOUND = /\beverything\b|\ball (?:of )?(?:the )?(?:sounds?|audio)\b|(?:所有|全部)的?声音/iu;

function heard(clause: Clause, situation: Situation, change: Loudness): readonly EditRequest[] {
  const span = stretchOf(clause, situation);
  const isOfClips = clause.has('clip') || clause.has('originalSound') || span !== null || Array.isArray(clause.which);
  const ofClips: EditRequest = {
    kind: 'volume',
    of: 'video',
    ...change,
    ...(isOfClips ? only({ ...clause, span }) : {}),
  };
  if (!isOfClips) return [ofClips, { kind: 'volume', of: 'audio', ...change }];
  const isAll = span !== null && EVERY_SOUND.test(clause.said) && !Array.isArray(clause.which);
  return isAll ? [ofClips, { kind: 'volume', of: 'audio', ...change, span }] : [ofClips];
}

function only({ which, span }: Clause): { readonly which?: Clause['which'] & {}; readonly span?: Clause['span'] & {} } {
  return { ...(which === null ? {} : { which }), ...(span === null ? {} : { span }) };
}
