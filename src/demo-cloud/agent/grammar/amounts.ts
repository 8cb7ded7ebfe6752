import type { Span } from '../../draft/edits.ts';

const digits = '零一二三四五六七八九';
const englishNumbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const chineseCount =
  /(?<=第|分之)[一二三四五六七八九十]{1,3}|(?<=片段|镜头)(?:[二三四五六七八九]|一(?![直起样定共些下点分般律条次个段]))(?![一二三四五六七八九十秒倍个段次种])|(?<![一二三四五六七八九十\d])[一二三四五六七八九十](?=[和与跟、][一二三四五六七八九十])|(?<=[一二三四五六七八九十][和与跟、])[一二三四五六七八九十](?!样)|[一二两三四五六七八九十]{1,3}(?=\s?(?:秒|倍|分钟|个|段|条|张|号|步|遍|次|份|成|分之))|半(?=\s?(?:秒|倍))/gu;
/** `二三段之间`, `一二两段`. */
const chinesePair = /(?<!第)([一二三四五六七八九])([二三四五六七八九])(?:两?[个段](?:片段|镜头|视频)?|(?=之间|中间))/gu;
/** `put clip 1 between 2 and 3`. */
const betweenTwo = /\bbetween (\d{1,2}) and (\d{1,2})(?![\d:.%]|\s?(?:s|secs?|seconds?|min)\b)/giu;
const englishCount =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[ -](?:s|secs?|seconds?|and a half|minutes?|clips?|shots?|titles?|times|steps?|changes|edits|things|parts|pieces|ones)\b)/giu;
const anyOrdinal = `(?:${ordinals.join('|')})`;
/** `clip two`, `title one`. */
const countOfPiece =
  /(?<=\b(?:clip|shot|scene|title|caption)s? (?:number )?(?:(?:one|two|three|four|five|\d{1,2})(?:,| and|, and) )*)(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/giu;
/** `second` is a number only before what is counted. */
const ordinalOfPiece = new RegExp(
  `\\b${anyOrdinal}(?=(?: (?:and|to|with) (?:the )?(?:${anyOrdinal}|last))? (?:clips?|shots?|scenes?|titles?|captions?|subtitles?|segments?|pieces?|one)\\b)`,
  'giu',
);

/** `delete the third second`, `掐掉第3秒`: what lies before the moment that would else be meant. */
const secondGone = new RegExp(
  [
    `(\\b(?:cut|remove|delete|drop|lose|skip|trim|snip|chop)(?: out| off)? )the (?:(\\d{1,3})(?:st|nd|rd|th)|(${ordinals.slice(1).join('|')})) second\\b(?! (?:clip|shot|title|scene|one|to\\b))`,
    String.raw`((?:[剪切截裁掐砍删去]掉|删除|去除|剪去|不要))第(\d{1,4})秒(?!\s?(?:到|至|和|与|之?[前后]|以[前后]|开始|起|处|的?地方|时|[-–~]))`,
    String.raw`(?<![到至和与~–-]\s?)第(\d{1,4})秒(?=(?:都|给我|全)?(?:[剪切截裁掐砍删去]掉|删除|[删剪]了|不要))`,
  ].join('|'),
  'giu',
);

function spanOfSecond(
  _: string,
  verb = '',
  figure?: string,
  word?: string,
  chinese = '',
  ...figures: readonly unknown[]
): string {
  const number = Number(figure ?? figures.find((one) => typeof one === 'string') ?? ordinalOf(word ?? ''));
  return word !== undefined || figure !== undefined
    ? `${verb}${number - 1} to ${number} seconds`
    : `${chinese}第${number - 1}到${number}秒`;
}

/** `speed up the second and cut the third to 2 seconds`: what is counted goes without saying. */
const ordinalAlone = new RegExp(
  `\\bthe (${ordinals.slice(1).join('|')})(?=[\\s\\p{P}]{0,3}$|[,;.!?]|\\s(?:and|or|with|then|but|is|a (?:bit|little)|black|warm|cold|slow|fast|loud|quiet|softer|out|off|twice|to|at \\d|by \\d|before|after|in (?:half|two|slow|black))\\b)`,
  'giu',
);

const secondByOrdinal = new RegExp(
  `\\bthe (${ordinals.slice(1).join('|')}) second\\b(?! (?:clip|shot|title|scene|one))(?: to the (${anyOrdinal})(?: second)?\\b)?`,
  'giu',
);

function ordinalOf(word: string): number {
  return ordinals.indexOf(word.toLowerCase()) + 1;
}

const tens = ['ten', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety', 'hundred'];

/** Counts in words become digits: `二` before `秒`, `three` before `seconds`, `the second clip` is `clip 2`'s 2nd. */
export function withDigits(text: string): string {
  return (
    text
      .replace(chinesePair, '第$1段和第$2段')
      .replace(chineseCount, (count) => String(chineseNumber(count)))
      .replace(secondGone, spanOfSecond)
      .replace(englishCount, (count) => String(englishNumbers.indexOf(count.toLowerCase())))
      .replace(/\b(?:a |one )?(\w{3,7}) percent\b/giu, (whole, word: string) => {
        const at = tens.indexOf(word.toLowerCase());
        return at === -1 ? whole : `${(at + 1) * 10} percent`;
      })
      .replace(countOfPiece, (count) => String(englishNumbers.indexOf(count.toLowerCase())))
      .replace(/\b(?:an?|1|one) (?:and a half seconds|second and a half)\b|\bsecond and a half\b/giu, '1.5 seconds')
      .replace(/\b(\d{1,3})(?: and a half seconds| seconds and a half)\b/giu, '$1.5 seconds')
      .replace(/(\d{1,3})秒半/gu, '$1.5秒')
      .replace(/\b(?:another )?(\d{1,3}) (?:more|extra|additional) (?:s|secs?|seconds?)\b/giu, '$1 seconds longer')
      .replace(/\b(?:half a|(?:a )?half[- ])\s?second\b/giu, '0.5 seconds')
      .replace(betweenTwo, 'between clip $1 and clip $2')
      .replace(
        /(?<=\b(?:from|to|at|until|till|between|and|through) second )(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/giu,
        (count) => String(englishNumbers.indexOf(count.toLowerCase())),
      )
      .replace(/(?<![\d:])00?:(\d{2}:\d{2})(?![\d:])/gu, '$1')
      // `a second shorter`, `from the third second to the fifth`.
      .replace(secondByOrdinal, (_, from: string, to?: string) =>
        to === undefined ? `${ordinalOf(from)} seconds` : `${ordinalOf(from)} to ${ordinalOf(to)} seconds`,
      )
      .replace(/\b(first|last) second\b(?! (?:clip|shot|title|scene))/giu, '$1 1 seconds')
      // What comes behind `second` in figures is a time: `at second 4`, `seconds 3 to 5`.
      .replace(
        /\bseconds? (\d{1,4}(?:\.\d{1,3})?)(?: ?(?:-|–|to|and|until|through) ?(\d{1,4}(?:\.\d{1,3})?))?(?![\d:])/giu,
        (_, from: string, to?: string) => (to === undefined ? `${from} seconds` : `${from} to ${to} seconds`),
      )
      .replace(/\b(?:a|one) second\b(?! (?:clip|shot|title|scene))/giu, '1 seconds')
      .replace(ordinalAlone, (_, ordinal: string) => `the ${ordinalOf(ordinal)}th`)
      .replace(ordinalOfPiece, (ordinal) => `${ordinals.indexOf(ordinal.toLowerCase()) + 1}th`)
  );
}

/** 1 to 99 in Chinese numerals; 半 is a half. */
function chineseNumber(text: string): number {
  if (text === '半') return 0.5;
  const digit = (part: string): number => Math.max(0, digits.indexOf(part === '两' ? '二' : part || '零'));
  const [tens, ones] = text.split('十');
  if (tens === undefined || ones === undefined) return digit(text);
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}

const time = '(?<![\\d.]|\\d:)(?:(\\d{1,3}):)?(\\d{1,6}(?:\\.\\d{1,6})?)';
const unit = '(?:s|secs?|seconds?|秒钟?)(?![\\p{Script=Latin}])';
/** `from 2 to 5 s`, `come in at 2 and leave at 5`. */
const dash =
  '(?:\\s?(?:-|–|—|~|to|and|until|till|through|thru|[剪裁截删]?到|至|和|与|跟)\\s?第?|(?:,|\\s)?\\s?(?:and )?(?:then )?(?:leaves?|disappears?|vanish(?:es)?|goes(?: away)?|ends?)\\s(?:again )?at\\s|\\s?(?:出现|开始|显示)[，,]?\\s?(?:[到在])?第?)';
/** The unit stands behind the second time, or none where both are clock times. */
const spanPattern = new RegExp(`${time}\\s?(?:${unit})?${dash}\\s?${time}\\s?(${unit})?`, 'giu');
const secondsPattern = new RegExp(`${time}\\s?-?\\s?(?:${unit}|(min|minutes?|分钟))`, 'iu');
const momentPattern = new RegExp(
  `(?:\\b(?:at|after|from|starting at|starts at|begins? at|until)\\s(?:the\\s)?|第|从)${time}\\s?(${unit})?|${time}\\s?(${unit})(?:处|时|的时候|的地方|开始|起|以后|后|(?<![晚早迟前后]\\s?[\\d.]{1,4}\\s?秒)(?=出现|进来|进场))`,
  'iu',
);
/** `split 0:03`; `9:16` is a shape. */
const clockPattern = /(?<![\d:])(?!9:16)(\d{1,3}):(\d{2}(?:\.\d{1,3})?)(?![\d:])/u;
const durationPattern = new RegExp(
  `(?:\\b(?:for|lasts?|lasting|stays?)\\s(?:the first\\s)?|持续|显示|停留?|保持|时长|前)${time}\\s?${unit}|${time}[ -]?${unit}\\s?(?:long|长)`,
  'iu',
);

const beyondPattern = new RegExp(
  `\\b(after|past|beyond|before|until|up to|from(?=[^,;]{1,16}\\son(?:wards?)?\\b))\\s(?:the\\s(?:first\\s)?)?${time}[ -]?(${unit})?|${time}\\s?(${unit})?(?:钟)?(之后|以后|后面|后|往后|之前|以前|前面|前(?!\\s?\\d))`,
  'iu',
);

/** `from 10 s to the end`. */
const toEndPattern = new RegExp(
  `${time}\\s?(?:${unit})?\\s?(?:(?:to|until|till|through)\\s(?:the\\s)?(?:very\\s)?end|[到至](?:结尾|最后|末尾|片尾))`,
  'iu',
);

/** A time that was read, and the text without it. */
interface Found<T> {
  readonly value: T;
  readonly rest: string;
}

/** `4.0–8.5 s`, `from 2s to 5s`, `1:04.0–1:08.5`, `第3秒到第5秒`. */
export function spanIn(text: string): Found<Span> | null {
  for (const match of text.matchAll(spanPattern)) {
    const [whole, fromMinutes, from, toMinutes, to, unitAfter] = match;
    const isTime =
      unitAfter !== undefined ||
      (fromMinutes !== undefined && toMinutes !== undefined) ||
      // `8.0 to 9.5`.
      (/\.\d.*\.\d/u.test(whole) && !/^\s?(?:[x×%％]|times|倍)/u.test(text.slice(match.index + whole.length))) ||
      (text.trim().endsWith(whole) && /\bfrom\s$/iu.test(text.slice(0, match.index)));
    const span = { fromMs: msOf(fromMinutes, from), toMs: msOf(toMinutes, to) };
    if (isTime && span.toMs > span.fromMs) return { value: span, rest: text.replace(whole, ' ') };
  }
  return null;
}

/** A moment: `at 3 seconds`, `at 0:03`, `第3秒`, `3秒处`. */
export function momentIn(text: string): Found<number> | null {
  const match = momentPattern.exec(text) ?? clockPattern.exec(text);
  if (match === null) return null;
  const [whole, minutes, seconds, unitAfter, otherMinutes, otherSeconds] = match;
  if (seconds !== undefined && minutes === undefined && unitAfter === undefined) return null;
  const value = seconds === undefined ? msOf(otherMinutes, otherSeconds) : msOf(minutes, seconds);
  return { value, rest: text.replace(whole, ' ') };
}

/** How long something lasts: `for 4 seconds`, `持续4秒`. */
export function durationIn(text: string): Found<number> | null {
  const match = durationPattern.exec(text);
  if (match === null) return null;
  const [whole, minutes, seconds, otherMinutes, otherSeconds] = match;
  const value = seconds === undefined ? msOf(otherMinutes, otherSeconds) : msOf(minutes, seconds);
  return { value, rest: text.replace(whole, ' ') };
}

/** Any length: `8 seconds`, `2.5s`, `前8秒`, `1 minute`. */
export function lengthIn(text: string): number | null {
  const match = secondsPattern.exec(text);
  if (match === null) return null;
  const [, minutes, amount, inMinutes] = match;
  return inMinutes === undefined ? msOf(minutes, amount) : msOf(amount, '0');
}

function msOf(minutes: string | undefined, seconds: string | undefined): number {
  return Math.round((Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000);
}

/** How much is said of an amount in passing: `a bit`, `slightly`, `稍微`; `much`, `a lot`, `很多`. */
export type Degree = 'slight' | 'strong';

export function degreeIn(text: string): Degree | null {
  if (
    /\b(?:a (?:tiny |little |wee )?(?:bit|tad|touch|notch|hair|smidge)|a little|slightly|somewhat)\b|一点点|[稍略]|微微/iu.test(
      text,
    )
  )
    return 'slight';
  return /\b(?:much|a lot|way|far|significantly|considerably|really|super)\b|很多|许多|得多|大幅|非常|特别|超级/iu.test(
    text,
  )
    ? 'strong'
    : null;
}

/** A share: `20%`, `百分之30`, `3成`; 0 to 1 and more. */
export function shareIn(text: string): number | null {
  const match = /(?<![\d.])(\d{1,6}(?:\.\d{1,6})?)\s?(?:[%％]|percent\b)|百分之\s?(\d{1,6})/iu.exec(text);
  if (match !== null) return Number(match[1] ?? match[2]) / 100;
  const bare =
    /\bvolume\b[^\d]{0,20}\b(?:to|at) (\d{1,3}|0?\.\d{1,2})(?![\d:.%]|\s?(?:s|secs?|seconds?|percent)\b)|音量(?:调[到成]|设[为成]|改[为成]|到)\s?(\d{1,3}|0?\.\d{1,2})(?![\d:.%％]|\s?秒)/iu.exec(
      text,
    );
  if (bare !== null) {
    const level = bare[1] ?? bare[2] ?? '';
    return Number(level) / (level.includes('.') ? 1 : 100);
  }
  const alone =
    /^[^\p{L}\d]{0,9}(?:the )?(?:music|bgm|volume|音乐|音量|配乐)(?: volume|音量)?[\s:：]{0,2}(?:to |at |到|调到)?(\d{1,3})(?: please| pls|就[行好]|吧|即可)?[^\p{L}\d]{0,9}$/iu.exec(
      text,
    );
  if (alone !== null) return Number(alone[1]) / 100;
  const [, tenths] = /(?<!\d)(\d)成/u.exec(text) ?? [];
  if (tenths !== undefined) return Number(tenths) / 10;
  return /\b(?:full|max(?:imum)?) volume\b|(?:音量|音乐|声音?|配乐).{0,4}最大|最大音量|\b(?:to|at) (?:the )?max(?:imum)?\b/iu.test(
    text,
  )
    ? 1
    : null;
}

/** A part of what there is: `half the volume`, `down to a third`, `3分之1`. */
export function fractionIn(text: string): number | null {
  const [, below, above] = /(\d{1,2})分之(\d{1,2})/u.exec(text.replace(/百分之/gu, '')) ?? [];
  if (below !== undefined && above !== undefined && Number(below) > 0) return Number(above) / Number(below);
  if (/\bthree quarters\b/iu.test(text)) return 0.75;
  if (/\b(?:a|one) third\b/iu.test(text)) return 1 / 3;
  if (/\btwo thirds\b/iu.test(text)) return 2 / 3;
  if (/\b(?:a|one) quarter\b/iu.test(text)) return 0.25;
  return /\b(?:by|to) half\b|\bhalf (?:the |its |of )?(?:volume|size|as loud|loudness)\b|\bhalve\b|一半|减半/iu.test(
    text,
  )
    ? 0.5
    : null;
}

/** A factor: `2x`, `1.5 times`, `twice`, `2倍`, `half speed`; at double speed it is 2. */
export function factorIn(text: string): number | null {
  const match = /(?<![\d.])(\d{1,3}(?:\.\d{1,3})?)\s?(?:[x×](?![\p{Script=Latin}\d])|times|倍)/iu.exec(text);
  // 快一倍 is twice as fast.
  if (match !== null) return match[0].endsWith('倍') && Number(match[1]) === 1 ? 2 : Number(match[1]) || null;
  const bare =
    /\bspeed\b.{0,20}\b(?:to|at) (\d(?:\.\d{1,2})?)(?![\d:.%]|\s?(?:s|secs?|seconds?|percent)\b)|速度.{0,3}[到为成是]\s?(\d(?:\.\d{1,2})?)(?![\d:.%％]|\s?[秒成])/iu.exec(
      text,
    );
  if (bare !== null) return Number(bare[1] ?? bare[2]) || null;
  const of = /\bfactor of (\d{1,2}(?:\.\d{1,2})?)/iu.exec(text)?.[1];
  if (of !== undefined) return Number(of) || null;
  if (/\btriple\b/iu.test(text)) return 3;
  if (/\bquadruple\b/iu.test(text)) return 4;
  if (/\b(?:twice|double)\b|一倍|加倍|翻倍/iu.test(text)) return 2;
  return /\bhalf (?:the )?(?:speed|as fast|as long|length|pace)\b|一半(?:的)?速度|速度减半|半速/iu.test(text)
    ? 0.5
    : null;
}

/** All before or all after a time: `everything after 10 seconds`, `3秒之前的`. */
export function beyondIn(text: string): { readonly side: 'before' | 'after'; readonly atMs: number } | null {
  const toEnd = toEndPattern.exec(text);
  if (toEnd !== null) return { side: 'after', atMs: msOf(toEnd[1], toEnd[2]) };
  const match = beyondPattern.exec(text);
  if (match === null) return null;
  const [, word, minutes, seconds, unitAfter, otherMinutes, otherSeconds, otherUnit, chineseWord] = match;
  if ((minutes ?? unitAfter ?? otherMinutes ?? otherUnit) === undefined) return null;
  const atMs = word === undefined ? msOf(otherMinutes, otherSeconds) : msOf(minutes, seconds);
  return { side: /before|until|up to|前/iu.test(word ?? chineseWord ?? '') ? 'before' : 'after', atMs };
}
