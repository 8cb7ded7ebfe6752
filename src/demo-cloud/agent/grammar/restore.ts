import type { Ratio } from '../../../shared/scene/scene.ts';
import type { Framing, TitleStyle } from '../../draft/cut.ts';
import { ratioIn } from './values.ts';
import { quoteMark } from './clause.ts';

type Span = { readonly fromMs: number; readonly toMs: number };

/** Null: as usual. Not there: as it is. */
type SaidStyle = { readonly [Key in keyof TitleStyle]: TitleStyle[Key] | null };

/** What lies over or under the clips. */
type Sort = 'title' | 'music' | 'effect' | 'filter';

/** One line of an instruction that brings an earlier version back: exact, in ms, clips counted from 1. */
export type RestoreLine =
  | { readonly kind: 'ratio'; readonly ratio: Ratio }
  | { readonly kind: 'remove-clips'; readonly numbers: readonly number[] }
  | { readonly kind: 'move'; readonly number: number; readonly to: number }
  | ({ readonly kind: 'put-clip'; readonly number: number; readonly name: string; readonly volume: number } & Part)
  | ({ readonly kind: 'clip-part'; readonly number: number } & Part)
  | { readonly kind: 'volume'; readonly number: number | null; readonly level: number }
  | { readonly kind: 'frame'; readonly number: number; readonly framing: Framing }
  | { readonly kind: 'transition'; readonly number: number; readonly durationMs: number }
  | { readonly kind: 'remove'; readonly sort: Sort; readonly name: string; readonly span: Span | null }
  | { readonly kind: 'reword'; readonly from: string; readonly to: string }
  /** `adds`: it is gone; else the one that is there is meant, if it still is. */
  | ({
      readonly kind: 'put';
      readonly sort: Sort;
      readonly name: string;
      readonly span: Span;
      readonly adds: boolean;
    } & Details);

type Part = { readonly inMs: number; readonly durationMs: number; readonly speed: number };

/** Fades of 0: none. */
type Details = {
  readonly volume: number | null;
  readonly fadeInMs: number | null;
  readonly fadeOutMs: number | null;
  readonly style: SaidStyle;
};

const opening = /^\s{0,9}(?:undo: put this video back to how it was|撤销：把视频恢复成)/iu;

/** The outermost quotes: what is quoted may hold others. */
const quote = /“([^“”]*)”|「([^「」]*)」|«([^«»]*)»|"([^"]*)"/gu;

export type Instruction = { readonly lines: readonly string[]; readonly quotes: readonly string[] };

/** The lines behind the opening of such an instruction, with marks for what they quote; null where a message is none. */
export function restoreLinesOf(message: string): Instruction | null {
  if (!opening.test(message)) return null;
  const quotes: string[] = [];
  const said = message.replace(quote, (_whole, ...found: readonly unknown[]) => {
    const text = found.find((one) => typeof one === 'string');
    return ` ⟦${quotes.push(typeof text === 'string' ? text : '') - 1}⟧ `;
  });
  const lines = said.split('\n').slice(1);
  return { lines: lines.map((line) => line.replace(/^\s{0,9}[-•*]\s?/u, '').trim()).filter(isNotEmpty), quotes };
}

function isNotEmpty(line: string): boolean {
  return line !== '';
}

type Words = { readonly text: string; readonly quotes: readonly string[]; readonly numbers: readonly number[] };

type LineRule = {
  readonly words: RegExp;
  /** A line in each language that it reads. */
  readonly like: readonly [english: string, chinese: string];
  readonly read: (words: Words) => RestoreLine | null;
};

/** The first that fits counts. Numbers are those that the pattern catches, in their order. */
export const restoreRules: readonly LineRule[] = [
  {
    words: /^change the aspect ratio back to|^把画面比例改回/iu,
    like: ['Change the aspect ratio back to 16:9', '把画面比例改回 16:9'],
    read: ({ text }) => {
      const ratio = ratioIn(text);
      return ratio && { kind: 'ratio', ratio };
    },
  },
  {
    words: /^(?:remove clips?|删除片段) \d[\d,、 ]*$/iu,
    like: ['Remove clips 2, 3', '删除片段 2、3'],
    read: ({ text }) => ({ kind: 'remove-clips', numbers: (text.match(/\d+/gu) ?? []).map(Number) }),
  },
  {
    words: /^move clip (\d{1,9}) to position (\d{1,9})|^把片段 (\d{1,9}) 移到第 (\d{1,9}) 位/iu,
    like: ['Move clip 1 to position 3', '把片段 1 移到第 3 位'],
    read: ({ numbers: [number = 1, to = 1] }) => ({ kind: 'move', number, to }),
  },
  {
    words: /^put the clip ⟦\d+⟧ back as clip (\d{1,9})|^把片段 ⟦\d+⟧ 放回，作为片段 (\d{1,9})/iu,
    like: [
      'Put the clip “sea” back as clip 2, starting 0.5 s into its file, 4 s long',
      '把片段“sea”放回，作为片段 2，从素材的第 0.5 秒开始，长 4 秒',
    ],
    read: ({ text, quotes: [name = ''], numbers: [number = 1] }) => ({
      kind: 'put-clip',
      number,
      name,
      volume: (amount(text, volume) ?? 100) / 100,
      ...partIn(text),
    }),
  },
  {
    words: /^play clip (\d{1,9})|^播放片段 (\d{1,9})/iu,
    like: [
      'Play clip 1, starting 2 s into its file, 4 s long, at 1.5× speed',
      '播放片段 1，从素材的第 2 秒开始，长 4 秒，1.5 倍速',
    ],
    read: ({ text, numbers: [number = 1] }) => ({ kind: 'clip-part', number, ...partIn(text) }),
  },
  {
    words: /^set the volume of clip (\d{1,9}) to ([\d.]{1,12})%|^把片段 (\d{1,9}) 的音量设为 ([\d.]{1,12})%/iu,
    like: ['Set the volume of clip 2 to 40%', '把片段 2 的音量设为 40%'],
    read: ({ numbers: [number = 1, percent = 100] }) => ({ kind: 'volume', number, level: percent / 100 }),
  },
  {
    words: /^show clip (\d{1,9}) at|^片段 (\d{1,9}) 以/iu,
    like: [
      'Show clip 2 at 125% size, turned 90° clockwise, mirrored left to right, position 50% across, 14% down',
      '片段 2 以 125% 大小显示，顺时针旋转 90°，左右翻转，位置：横向 50%、纵向 14%',
    ],
    read: ({ text, numbers: [number = 1] }) => ({ kind: 'frame', number, framing: framingIn(text) }),
  },
  {
    words: /^set the volume of the music ⟦\d+⟧ to ([\d.]{1,12})%|^把音乐 ⟦\d+⟧ 的音量设为 ([\d.]{1,12})%/iu,
    like: ['Set the volume of the music “Lo-fi” to 35%', '把音乐“Lo-fi”的音量设为 35%'],
    read: ({ numbers: [percent = 100] }) => ({ kind: 'volume', number: null, level: percent / 100 }),
  },
  {
    words: /^remove the transition between clips \d+ and (\d{1,9})|^去掉片段 \d+ 和片段 (\d{1,9}) 之间的转场/iu,
    like: ['Remove the transition between clips 1 and 2', '去掉片段 1 和片段 2 之间的转场'],
    read: ({ numbers: [number = 2] }) => ({ kind: 'transition', number, durationMs: 0 }),
  },
  {
    words: /^put the transition ⟦\d+⟧ between clips \d+ and (\d{1,9})|^在片段 \d+ 和片段 (\d{1,9}) 之间加上转场/iu,
    like: [
      'Put the transition “cross-fade” between clips 1 and 2, 1 s long',
      '在片段 1 和片段 2 之间加上转场“cross-fade”，长 1 秒',
    ],
    read: ({ text, numbers: [number = 2] }) => ({
      kind: 'transition',
      number,
      durationMs: ms(amount(text, long) ?? 1),
    }),
  },
  {
    words: /^change the title ⟦\d+⟧ to ⟦\d+⟧|^把标题 ⟦\d+⟧ 改成 ⟦\d+⟧/iu,
    like: ['Change the title “A” to “B”', '把标题“A”改成“B”'],
    read: ({ quotes: [from = '', to = ''] }) => ({ kind: 'reword', from, to }),
  },
  {
    words: /^remove the (?:title|music|effect|filter) ⟦|^删除(?:标题|音乐|特效|滤镜) ⟦/iu,
    like: ['Remove the title “A”, from 1 to 4 s', '删除标题“A”，从 1 到 4 秒'],
    read: ({ text, quotes: [name = ''] }) => {
      const sort = sortIn(text);
      return sort && { kind: 'remove', sort, name, span: spanIn(text) };
    },
  },
  {
    words: /^(?:let|put back) the (?:title|music|effect|filter) ⟦|^(?:让|放回)(?:标题|音乐|特效|滤镜) ⟦/iu,
    like: [
      'Put back the title “A” from 1 to 4 s, size 22, color #f04338, position 50% across, 14% down',
      '放回标题“A”，从 1 到 4 秒，字号 22，颜色 #f04338，位置：横向 50%、纵向 14%',
    ],
    read: ({ text, quotes: [name = ''] }) => {
      const [sort, span] = [sortIn(text), spanIn(text)];
      const adds = /^(?:put back|放回)/iu.test(text);
      return sort === null || span === null ? null : { kind: 'put', sort, name, span, adds, ...detailsIn(text) };
    },
  },
];

/** `line`: with marks for `quotes`. Null: nobody understood it. */
export function readRestoreLine(line: string, quotes: readonly string[]): RestoreLine | null {
  const text = line.replace(/\s+/gu, ' ').trim();
  for (const { words, read } of restoreRules) {
    const match = words.exec(text);
    if (match === null) continue;
    const [, ...caught] = match;
    const numbers = caught.filter((number) => number !== undefined).map(Number);
    const own = [...text.matchAll(quoteMark)].flatMap(([, index]) => quotes[Number(index)] ?? []);
    return read({ text, quotes: own, numbers });
  }
  return null;
}

const volume = /([\d.]{1,12})% volume|音量 ([\d.]{1,12})%/iu;
const long = /([\d.]{1,12}) s long|长 ([\d.]{1,12}) 秒/iu;
const sorts: readonly (readonly [Sort, RegExp])[] = [
  ['title', /^[^⟦]{0,16}(?:title|标题)/iu],
  ['music', /^[^⟦]{0,16}(?:music|音乐)/iu],
  ['effect', /^[^⟦]{0,16}(?:effect|特效)/iu],
  ['filter', /^[^⟦]{0,16}(?:filter|滤镜)/iu],
];

function sortIn(text: string): Sort | null {
  return sorts.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The first number that a pattern catches. */
function amount(text: string, pattern: RegExp): number | null {
  const found = pattern
    .exec(text)
    ?.slice(1)
    .find((number) => number !== undefined);
  return found === undefined ? null : Number(found);
}

function ms(seconds: number): number {
  return Math.round(seconds * 1000);
}

function partIn(text: string): Part {
  return {
    inMs: ms(amount(text, /starting ([\d.]{1,12}) s into|从素材的第 ([\d.]{1,12}) 秒/iu) ?? 0),
    durationMs: ms(amount(text, long) ?? 0),
    speed: amount(text, /at ([\d.]{1,12})× speed|([\d.]{1,12}) 倍速/iu) ?? 1,
  };
}

function spanIn(text: string): Span | null {
  const match = /from ([\d.]{1,12}) to ([\d.]{1,12}) s|从 ([\d.]{1,12}) 到 ([\d.]{1,12}) 秒/iu.exec(text);
  const [from, to] = match?.slice(1).filter((number) => number !== undefined) ?? [];
  return from === undefined || to === undefined ? null : { fromMs: ms(Number(from)), toMs: ms(Number(to)) };
}

function detailsIn(text: string): Details {
  const level = amount(text, volume);
  const fade = (over: RegExp, none: RegExp): number | null => {
    const seconds = amount(text, over);
    return seconds === null ? (none.test(text) ? 0 : null) : ms(seconds);
  };
  return {
    volume: level === null ? null : level / 100,
    fadeInMs: fade(/fading in over ([\d.]{1,12}) s|淡入 ([\d.]{1,12}) 秒/iu, /without fading in|不淡入/iu),
    fadeOutMs: fade(/fading out over ([\d.]{1,12}) s|淡出 ([\d.]{1,12}) 秒/iu, /without fading out|不淡出/iu),
    style: styleIn(text),
  };
}

function framingIn(text: string): Framing {
  const { x = 0, y = 0 } = styleIn(text);
  return {
    scale: (amount(text, /at ([\d.]{1,12})% size|以 ([\d.]{1,12})% 大小/iu) ?? 100) / 100,
    rotation: amount(text, /turned ([\d.]{1,12})°|旋转 ([\d.]{1,12})°/iu) ?? 0,
    flippedX: /mirrored (?:left|both)|左右(?:翻转|和上下)/iu.test(text),
    flippedY: /mirrored (?:top|both)|上下(?:翻转|都翻转)/iu.test(text),
    x: x ?? 0,
    y: y ?? 0,
  };
}

function styleIn(text: string): SaidStyle {
  const size = amount(text, /size ([\d.]{1,12})|字号 ([\d.]{1,12})/iu);
  const hex = /#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/iu.exec(text);
  const [red, green, blue] = (hex?.slice(1) ?? []).map((part) => parseInt(part, 16) / 255);
  const [, across, down] = /(?:position |横向 )([\d.]{1,12})%.{1,12}?([\d.]{1,12})%/iu.exec(text) ?? [];
  const place = (share: string): number => Math.round((Number(share) / 50 - 1) * 1000) / 1000;
  return {
    ...(/usual size|默认字号/iu.test(text) ? { size: null } : size === null ? {} : { size }),
    ...(/usual colou?r|默认颜色/iu.test(text)
      ? { color: null }
      : red === undefined || green === undefined || blue === undefined
        ? {}
        : { color: [red, green, blue] as const }),
    ...(/usual place|默认位置/iu.test(text)
      ? { x: null, y: null }
      : across === undefined || down === undefined
        ? {}
        : { x: place(across), y: -place(down) }),
  };
}
