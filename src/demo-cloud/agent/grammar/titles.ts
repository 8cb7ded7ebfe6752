import { indicesOf, type TitleStyle, type Which } from '../../draft/cut.ts';
import { type TitleTimes, usualTitleMs } from '../../draft/titles.ts';
import type { Caption } from '../../../shared/domain/captions.ts';
import type { Situation, EditRequest } from '../edit-request.ts';
import { beyondIn } from './amounts.ts';
import type { Clause } from './clause.ts';
import type { Rule } from './rule.ts';

/** A caption stands lower than a title and is smaller. */
export const captionStyle: TitleStyle = { size: 10, x: 0, y: -0.86 };

/** One of a list of captions, which each have their own time. */
export function captionRequest({ startMs, endMs, text }: Caption): EditRequest {
  return { kind: 'set-title', text, startMs, durationMs: endMs - startMs, style: captionStyle };
}

/** Titles and captions: add, change, place, time, size, colour, remove. */
export const titleRules: readonly Rule[] = [
  {
    when: 'title/caption vanish/remove moment/length/after !later !earlier !quote !span !add !change',
    like: ['the title disappears after 2 seconds', '标题2秒后消失'],
    request: (clause, situation) => {
      const at = beyondIn(clause.said);
      const endMs = at?.side === 'after' ? at.atMs : clause.moment;
      if (endMs === null || situation.titles.length === 0) return null;
      return { kind: 'change-titles', which: meant(clause, situation) ?? 'all', endMs };
    },
  },
  {
    when: 'remove title/caption !fade !smaller !bigger',
    like: ['remove title 2', '把标题去掉'],
    request: (clause, situation) => ({ kind: 'remove', what: 'text', which: meant(clause, situation) ?? 'all' }),
  },
  {
    when: 'remove quote',
    like: ['take out “Blue Hour”', '删除“蓝调时刻”'],
    request: (clause, { titles }) => {
      const which = quotedTitle(clause, titles);
      return which === null ? null : { kind: 'remove', what: 'text', which };
    },
  },
  {
    when: 'title/caption/quote change quote !add',
    like: ['change the title to “Blue Hour”', '把标题改成“蓝调时刻”'],
    request: (clause, situation) => {
      const { titles } = situation;
      const text = clause.quotes.at(-1) ?? '';
      const old = clause.quotes.length > 1 ? quotedTitle(clause, titles) : null;
      if (titles.length === 0) return newTitle(clause, situation);
      const which = old ?? numbered(clause) ?? (titles.length === 1 ? 'all' : [1]);
      return { kind: 'change-titles', which, text, ...styled(clause), ...timed(clause) };
    },
  },
  {
    when: 'title/caption fade !remove !music !quote',
    like: ['fade the title in', '标题淡入'],
    request: (clause, situation) => {
      const which = meant(clause, situation) ?? 'all';
      return situation.titles.length === 0 ? null : { kind: 'change-titles', which, ...faded(clause, clause.length) };
    },
  },
  {
    when: 'title/caption quote',
    like: ['add a red title “Blue Hour” at the top from 2 to 5 seconds', '第2到5秒在顶部加一个红色标题“蓝调时刻”'],
    request: (clause, situation) => {
      const isList = clause.has('add') && clause.quotes.length > 1 && clause.which === null;
      return isList
        ? clause.quotes.map((text): EditRequest => ({ kind: 'set-title', text }))
        : newTitle(clause, situation);
    },
  },
  {
    when: 'add/show quote over/start/end clip/number !music',
    like: ['write “Hello” over the first clip', '在第一段上写“你好”'],
    request: (clause, situation) =>
      situation.waitingUploads.includes(clause.quotes.at(-1) ?? '') ? null : newTitle(clause, situation),
  },
  {
    when: 'add/show quote !clip !music',
    like: ['write “The End” at the end', '在结尾写上“完”'],
    request: (clause, situation) => newTitle(clause, situation),
  },
  {
    when: 'title/caption bigger/smaller/big/small/up/down/tone/spot/moment/span/length/throughout/end/start/later/earlier/longer/shorter/over/clip',
    like: ['make the title bigger', '标题大一点'],
    request: (clause, situation) => {
      const isOnClip = standsOnClip(clause);
      const change = { ...styled(clause), ...scaled(clause), ...timed(clause, isOnClip ? situation : undefined) };
      if (Object.keys(change).length === 0 || situation.titles.length === 0 || plainText(clause) !== null) return null;
      const which = isOnClip ? (quotedTitle(clause, situation.titles) ?? 'all') : (meant(clause, situation) ?? 'all');
      return { kind: 'change-titles', which, ...change };
    },
  },
  {
    when: 'it/bigger/smaller/move tone/bigger/smaller/up/down/spot !grade !music !clip !sound !video !which',
    like: ['make it bigger', '把它改成红色'],
    request: (clause, { titles }) =>
      titles.length === 0 ||
      /\btoo\b|太/iu.test(clause.text) ||
      (!clause.has('it') && clause.text.trim().length > mostBare)
        ? null
        : { kind: 'change-titles', which: 'all', ...styled(clause), ...scaled(clause), ...timed(clause) },
  },
  {
    when: 'title/caption !remove',
    like: ['add the title Blue Hour', '标题改成蓝调时刻'],
    request: (clause, situation) => {
      const text = plainText(clause);
      if (text === null)
        return ASKS_FOR_WORDS.test(clause.text) && !LOOKS_OTHERWISE.test(clause.text)
          ? { kind: 'ask', about: 'title' }
          : null;
      // A colour may be one of the title's own words.
      const isCaption = clause.has('caption') && clause.has('add');
      return { kind: 'set-title', text, ...(isCaption ? { style: captionStyle } : {}), ...timed(clause, situation) };
    },
  },
];

function newTitle(clause: Clause, situation: Situation): EditRequest {
  const style = styled(clause, clause.has('caption') ? captionStyle : {});
  const fades = clause.has('music') ? {} : faded(clause, null);
  return { kind: 'set-title', text: clause.quotes.at(-1) ?? '', ...style, ...timed(clause, situation), ...fades };
}

function numbered({ which }: Clause): Which | null {
  return Array.isArray(which) ? which : null;
}

function meant(clause: Clause, { titles, captions }: Situation): Which | null {
  const { which } = clause;
  const quoted = quotedTitle(clause, titles);
  if (quoted !== null) return quoted;
  // Where there are captions, the first of them is not the first title.
  if (clause.has('caption') && !clause.has('title') && captions.length > 0)
    return Array.isArray(which)
      ? (which as readonly number[]).map((number) => captions[number - 1] ?? number)
      : which === 'last'
        ? captions.slice(-1)
        : which === 'first'
          ? captions.slice(0, 1)
          : captions;
  return which;
}

/** The title whose words are quoted. */
function quotedTitle({ quotes: [first] }: Clause, titles: Situation['titles']): readonly number[] | null {
  const at = first === undefined ? -1 : titles.findIndex((title) => title.toLowerCase() === first.toLowerCase());
  return at === -1 ? null : [at + 1];
}

function styled(clause: Clause, usual: TitleStyle = {}): { readonly style?: TitleStyle } {
  const style: TitleStyle = {
    ...usual,
    ...(clause.has('big') ? { size: 22 } : clause.has('small') ? { size: 9 } : {}),
    ...(clause.color === null ? {} : { color: clause.color }),
    ...clause.place,
  };
  return Object.keys(style).length === 0 ? {} : { style };
}

/** `a bit bigger` says so little that only the title can be meant; more words speak of something else. */
const mostBare = 16;

/** What is changed by some: the size, and how high a title stands. */
function scaled(clause: Clause): { readonly scale?: number; readonly riseBy?: number } {
  const { share, factor, fraction, degree } = clause;
  const by = rises[degree ?? 'usual'];
  const riseBy = clause.place !== null ? 0 : clause.has('up') ? by : clause.has('down') ? -by : 0;
  const rise = riseBy === 0 ? {} : { riseBy };
  const scale = sizes[degree ?? 'usual'];
  if (clause.has('bigger')) return { scale: factor ?? (share === null ? scale : 1 + share), ...rise };
  if (!clause.has('smaller')) return rise;
  if (fraction !== null) return { scale: fraction, ...rise };
  return { scale: factor !== null ? 1 / factor : share === null ? 1 / scale : Math.max(0.1, 1 - share), ...rise };
}

const sizes = { slight: 1.2, usual: 1.4, strong: 2 } as const;
const rises = { slight: 0.1, usual: 0.2, strong: 0.4 } as const;
const fadeMs = 1000;

/** How long a title comes and goes. */
function faded(clause: Clause, durationMs: number | null): TitleTimes {
  if (!clause.has('fade')) return {};
  const ms = durationMs ?? fadeMs;
  const both = clause.has('both');
  const out = clause.has('fadeOut');
  return {
    ...(both || clause.has('fadeIn') || !out ? { fadeInMs: ms } : {}),
    ...(both || out ? { fadeOutMs: ms } : {}),
  };
}

export const OVER_CLIP =
  /\b(?:over|on|onto|during|while|when)\s(?:the\s)?(?!left|right|top|bottom|screen)\p{L}|[放移挪]到|只?在.{1,12}(?:出现|显示|播放)/iu;
const UNTIL = /\b(?:un)?till?\b|(?:显示|一直|停留|留|放).{0,4}到第?\d/iu;
/** `at the start of clip 2`, `第2段结尾`. */
const EDGE_OF_CLIP =
  /\b(start|beginning|end) of (?:the )?(?:\w{1,9} )?(?:clip|shot|scene|part)\b|(?:片段\s?\d{1,2}\s?|第\d{1,2}[段个](?:片段|镜头|视频)?)的?(开头|开始|结尾|末尾)(?!时)/iu;
const shiftMs = 1000;
const growMs = 2000;

/** `only during the last clip`: the number is that of a clip. */
function standsOnClip({ which, has, said }: Clause): boolean {
  return which !== null && which !== 'all' && has('clip') && OVER_CLIP.test(said);
}

/** `over the first clip` is as long as that clip is seen. */
function timed(clause: Clause, situation?: Situation): TitleTimes {
  const { span, moment, length, which } = clause;
  const shift = clause.has('later') ? 1 : clause.has('earlier') ? -1 : 0;
  if (shift !== 0) return { shiftMs: shift * (length ?? shiftMs) };
  const grow = clause.has('longer') ? 1 : clause.has('shorter') ? -1 : 0;
  const isGrown = grow !== 0 && span === null && moment === null;
  if (
    isGrown &&
    (length === null ||
      /\bby\b|\d\s?(?:s|secs?|seconds?) (?:longer|shorter)|[长短]\s?\d|多.{1,2}\s?\d|(?:延长|缩短)(?![到至成为])/iu.test(
        clause.said,
      ))
  )
    return { growMs: grow * (length ?? growMs) };
  const clips =
    situation === undefined || which === null || which === 'all' || !clause.has('clip') ? [] : situation.clips;
  const [clip] = indicesOf(which ?? [], clips.length).flatMap((index) => clips[index] ?? []);
  if (clip !== undefined && span === null && moment === null) {
    const edge = EDGE_OF_CLIP.exec(clause.said)
      ?.slice(1)
      .find((word) => word !== undefined);
    const durationMs = length ?? (edge === undefined ? clip.durationMs : Math.min(usualTitleMs, clip.durationMs));
    const isAtEnd = edge !== undefined && /end|尾/iu.test(edge);
    return { startMs: isAtEnd ? Math.max(0, clip.startMs + clip.durationMs - durationMs) : clip.startMs, durationMs };
  }
  // `until 5 s`, `一直显示到第5秒`.
  if (moment !== null && UNTIL.test(clause.said)) return { endMs: moment };
  if (clause.has('throughout')) return { startMs: 0, toEnd: true };
  if (span !== null) return { startMs: span.fromMs, durationMs: span.toMs - span.fromMs };
  const when =
    moment !== null
      ? { startMs: moment }
      : clause.has('end')
        ? { atEnd: true }
        : clause.has('start')
          ? { startMs: 0 }
          : {};
  return { ...when, ...(length === null ? {} : { durationMs: length }) };
}

/** Words without quotes: `a title called Blue Hour`, `the title Blue Hour`, `标题为蓝调时刻`. */
function plainText({ text }: Clause): string | null {
  const named =
    /(?:\b(?:called|saying|says|reading|reads|titled|named|title:|to say|to read)\s|\b(?:text|captions?|subtitles?):\s|(?:标题|片名|字幕|文字)[:：]|(?:标题|片名|字幕)?(?:为|叫做?|是|改成|改为|换成|写着|写上))[:：]?\s{0,3}([^⟦⟧]{1,80})$/iu.exec(
      text,
    ) ??
    /\b(?:[Tt]itle (?:to )?|[Tt]ext to )(?!(?:Colou?r|Size|Place|Position|Style)\b)(\p{Lu}[^⟦⟧]{0,80})$/u.exec(text);
  const words = named?.[1]?.replace(WHERE, '').trim() ?? '';
  return words === '' || LOOKS.test(words) || /颜色|色彩/u.test(text) ? null : words;
}

/** Where and when, behind words that nobody has put in quotes. */
const WHERE =
  /\s(?:over|on|across|during|for|from|at|in)\s(?:the\s)?(?:clips?\s\d|(?:first|last|second|third|\d{1,2}(?:st|nd|rd|th))\s(?:clip|shot|scene|\d|few|second)|whole|entire|(?:top|bottom|middle|cent(?:er|re)|end|beginning|start)\b|\d{1,3}(?:[:.]\d|\s?(?:s|secs?|seconds?)\b)).*$/iu;
const ASKS_FOR_WORDS =
  /\b(?:add|insert|include|put|give|overlay|write|place|need|want|with|change|rename|update|edit)\b|加|写|改|换|配|要|来/iu;
/** What cannot be done to a title here: no reason to ask what it says. */
const LOOKS_OTHERWISE =
  /\b(?:bold|italics?|fonts?|shadows?|outlines?|animat\w{1,5}|nicer|better)\b|粗|斜体|字体|阴影|描边|动画|好看|[写打]错|不对/iu;
/** `改成红色` says how a title looks, not what it reads. */
const LOOKS =
  /^(?:[红橙橘黄绿蓝紫粉黑白灰金银]色?的?|[更大小]一?[点些号]?|大一点|居中|顶部|底部|上方|下方|[左右][上下]角|[\d.一二两三四五六七八九十半]{1,4}\s?秒钟?)[吗吧呢呀]?$/u;
