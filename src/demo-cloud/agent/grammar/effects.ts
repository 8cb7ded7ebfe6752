import { indicesOf, type Which } from '../../draft/cut.ts';
import type { Limit } from '../edit-request.ts';
import type { Clause } from './clause.ts';
import { meantBy } from './parts.ts';
import type { Rule } from './rule.ts';

const crossFadeMs = 1000;
const fadeMs = 1000;

/** How the picture looks and passes: shape, cross-fades, fades, warm, cold, black and white. */
export const effectRules: readonly Rule[] = [
  {
    when: 'ratio !title',
    like: ['make it vertical', '改成竖屏'],
    request: ({ ratio }) => (ratio === null ? null : { kind: 'remake', ratio }),
  },
  {
    when: 'remove transition',
    like: ['remove the transitions', '去掉转场'],
    request: (clause) => ({ kind: 'remove', what: 'transition', which: later(clause) }),
  },
  {
    when: 'transition',
    like: ['add a cross-fade between clips 1 and 2', '在片段1和片段2之间加叠化'],
    request: (clause) => ({ kind: 'cross-fade', which: later(clause), durationMs: clause.length ?? crossFadeMs }),
  },
  {
    when: 'remove filter/grade',
    like: ['remove the filter', '去掉滤镜'],
    // Who takes the colour out wants it black and white.
    request: (clause, situation) =>
      clause.has('color') && clause.grade === 'mono' && !clause.has('filter')
        ? null
        : { kind: 'grade', ...meantBy(clause, situation), grade: null },
  },
  {
    when: 'originalColor keepOnly number !title',
    like: ['only clip 2 in colour', '只有片段2保留彩色'],
    request: ({ which }, { clips }) => {
      const kept = indicesOf(which ?? [], clips.length);
      const others = clips.flatMap((_, index) => (kept.includes(index) ? [] : [index + 1]));
      return kept.length === 0 || others.length === 0 ? null : { kind: 'grade', which: others, grade: 'mono' };
    },
  },
  {
    when: 'originalColor !title',
    like: ['back to the original colours', '恢复原色'],
    request: (clause, situation) => ({ kind: 'grade', ...meantBy(clause, situation), grade: null }),
  },
  {
    when: 'grade !title !caption !music',
    like: ['make clip 2 black and white', '整个视频调成暖色'],
    request: (clause, situation) => ({ kind: 'grade', ...meantBy(clause, situation), grade: clause.grade }),
  },
  {
    when: 'fade between which',
    like: ['fade between clips 2 and 3', '片段2和3之间淡入淡出'],
    request: (clause) => ({ kind: 'cross-fade', which: later(clause), durationMs: clause.length ?? crossFadeMs }),
  },
  {
    when: 'remove effect/fade',
    like: ['no effects', '去掉特效'],
    request: () => ({ kind: 'remove', what: 'effect' }),
  },
  {
    when: 'fade !music !title !number',
    like: ['fade in from black', '结尾淡出'],
    request: (clause) => {
      const durationMs = clause.length ?? fadeMs;
      const out = clause.has('fadeOut') || (clause.has('end') && !clause.has('fadeIn'));
      const both = clause.has('both');
      return [
        ...(both || !out || clause.has('fadeIn') ? [{ kind: 'add-effect', name: 'fade in', durationMs } as const] : []),
        ...(both || out ? [{ kind: 'add-effect', name: 'fade out', durationMs } as const] : []),
      ];
    },
  },
  {
    when: 'filter/effect/color change/add',
    like: ['add a filter', '加个滤镜'],
    request: () => ({ kind: 'ask', about: 'look' }),
  },
];

/** A cross-fade belongs to the later of two clips. */
function later({ which }: Clause): Which {
  if (!Array.isArray(which)) return which === 'last' ? 'last' : 'all';
  const numbers: readonly number[] = which;
  return numbers.length > 1
    ? numbers.filter((number) => number > Math.min(...numbers))
    : [Math.max(2, numbers[0] ?? 2)];
}

/** What people ask a video agent for and this one cannot do: it says so, instead of doing what only sounds like it. */
const limits: readonly (readonly [when: string, about: Limit, english: string, chinese: string])[] = [
  ['playsBack !music', 'backwards', 'play clip 2 backwards', '片段2倒放'],
  ['light !title !caption !music', 'light', 'make it brighter', '画面亮一点'],
  ['steady', 'steady', 'stabilize the video', '给视频防抖'],
  ['spoken', 'voice', 'add a voiceover', '加一段旁白'],
  ['noise', 'noise', 'add rain sounds', '加点雨声'],
  ['framing !title !caption !quote !ratio', 'frame', 'crop clip 1', '把片段1的画面平移'],
  ['blur', 'blur', 'blur the background', '背景虚化'],
  ['overlay !quote', 'overlay', 'add a logo in the corner', '右上角加个logo'],
  [
    'lettering title/caption/it !bigger !smaller !big !small !tone !quote',
    'lettering',
    'make the title bold',
    '标题加粗',
  ],
  [
    'style !title !caption !music !quote change/add/video/clip/filter',
    'style',
    'give it a vintage look',
    '画面改成复古风',
  ],
  ['fade tint', 'tint', 'fade out to white', '淡出到白色'],
  ['longer !title !caption !music !length !quote !fade !transition', 'longer', 'make clip 2 longer', '片段2长一点'],
];

export const limitRules: readonly Rule[] = limits.map(([when, about, english, chinese]) => ({
  when,
  like: [english, chinese],
  request: () => ({ kind: 'cannot', about }),
}));
