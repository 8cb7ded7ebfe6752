import type { Grade, TitleStyle, Which } from '../../draft/cut.ts';
import type { Span } from '../../draft/edits.ts';
import type { Mood, Ratio } from '../../../shared/scene/scene.ts';
import {
  type Degree,
  degreeIn,
  durationIn,
  factorIn,
  fractionIn,
  lengthIn,
  momentIn,
  shareIn,
  spanIn,
  withDigits,
} from './amounts.ts';
import { lexicon, type Word } from './lexicon.ts';
import { colorIn, gradeIn, moodIn, placeIn, ratioIn, type Rgb } from './values.ts';

/** A part of a message that asks for one thing, with all that its words say. Amounts are null where none is said. */
export interface Clause {
  /** As it was said; quoted texts are marks. */
  readonly text: string;
  /** The same with numbers in digits. */
  readonly said: string;
  readonly quotes: readonly string[];
  /** What else is quoted in the message, by the numbers of the marks: needed to read the clause again in other words. */
  readonly allQuotes: readonly string[];
  readonly has: (word: Word) => boolean;
  /** Which clips or titles, by number. */
  readonly which: Which | null;
  readonly span: Span | null;
  /** When, in ms. */
  readonly moment: number | null;
  /** How long, in ms: said so, or the only time there is. */
  readonly length: number | null;
  readonly share: number | null;
  readonly factor: number | null;
  /** A part of what there is, 0 to 1. */
  readonly fraction: number | null;
  readonly degree: Degree | null;
  readonly color: Rgb | null;
  readonly place: Pick<TitleStyle, 'x' | 'y'> | null;
  readonly mood: Mood | null;
  readonly grade: Grade | null;
  readonly ratio: Ratio | null;
}

/** `text` with marks for `quotes`: `⟦0⟧` is the first. */
export function readClause(text: string, quotes: readonly string[]): Clause {
  const said = withDigits(text.normalize('NFKC'));
  const known = new Map<Word, boolean>();
  const { which, rest: unnumbered } = whichIn(said);
  const span = spanIn(unnumbered);
  const afterSpan = span?.rest ?? unnumbered;
  const duration = durationIn(afterSpan);
  const moment = momentIn(duration?.rest ?? afterSpan);
  const rest = moment?.rest ?? duration?.rest ?? afterSpan;
  return {
    text,
    said,
    allQuotes: quotes,
    // `“Dawn”, not “Blue Hour”`: what was there goes first.
    quotes: [...text.replace(NOT_THE_OTHER, '$3$2$1').matchAll(quoteMark)].flatMap(
      ([, index]) => quotes[Number(index)] ?? [],
    ),
    has: (word) => {
      const found = known.get(word) ?? lexicon[word].test(said);
      known.set(word, found);
      return found;
    },
    which,
    span: span?.value ?? null,
    moment: moment?.value ?? null,
    length: duration?.value ?? lengthIn(rest),
    share: shareIn(said),
    factor: factorIn(said),
    fraction: fractionIn(said),
    degree: degreeIn(said),
    // What is to be black and white is not to be black.
    color: colorIn(whither(said).replace(/\bblack[ -](?:and|&|n)[ -]white\b|黑白/giu, ' ')),
    place: placeIn(whither(said)),
    mood: moodIn(said),
    grade: gradeIn(said),
    ratio: ratioOf(said),
  };
}

const NOT_THE_OTHER =
  /(⟦\d{1,4}⟧)(\s{0,3}[，,]?\s{0,3}(?:\b(?:and )?not|\binstead of|\brather than|而?不是|而非)\s{0,3})(⟦\d{1,4}⟧)/iu;

/** `from white to red`: what it was says nothing. */
const whither = (said: string): string =>
  said.replace(
    /\bfrom (?:the )?[\p{L}\d#:]{1,12}(?: \p{L}{1,9})? (?=(?:in)?to\b)|[从由](?!第?\d)[^，,。]{1,6}?(?=[改变换调移挪]{0,2}[成到为至])/giu,
    ' ',
  );
/** `16:9改9:16`, `widescreen → vertical`. */
const ratioOf = (said: string): Ratio | null =>
  ratioIn(said.split(/→|->|=>|\b(?:in)?to\b|[改换变转]/iu).at(-1) ?? '') ?? ratioIn(said);

export const quoteMark = /⟦(\d{1,4})⟧/gu;

const piece =
  '(?:clips?|shots?|scenes?|titles?|captions?|subtitles?|segments?|pieces?|videos?|music|effects?|filters?|transitions?)';
const ranged = new RegExp(
  `\\b${piece}\\s?(?:no\\.?\\s?|#)?(\\d{1,2})\\s?(?:-|–|—|to|through)\\s?(\\d{1,2})(?![\\d:]|\\.\\d|\\s?[-–—]\\s?\\d|\\s?(?:s|secs?|seconds?|%|percent|x)(?!\\p{L}))`,
  'iu',
);
const numbered = new RegExp(
  `\\b${piece}\\s?(?:no\\.?\\s?|number\\s|#)?(\\d{1,2})(?![\\d:]|\\.\\d|\\s?(?:[%％°]|(?:degrees?|deg|db|s|secs?|seconds?|x|times|percent|steps?|copies)\\b))`,
  'giu',
);
const chineseNumbered =
  /(?:片段|镜头|标题|字幕|素材|视频|音乐|特效|滤镜|转场)\s?(\d{1,2})(?![\d.:]|\s?[秒%％倍步遍次]|\s?(?:到|至|-|–)\s?第?\d{1,4}(?:\.\d{1,3})?\s?秒)/gu;
const chineseOrdinal = /第\s?(\d{1,2})\s?(?:个|段|条|张|号|和|与|、|跟)/gu;
const chineseRange = /(?:片段|镜头|标题|字幕|第)\s?(\d{1,2})\s?(?:-|–|到|至)\s?第?(\d{1,2})(?![\d.:]|\s?秒)/u;
const ordinal = /\b(\d{1,2})(?:st|nd|rd|th)\b/giu;
const joined =
  /(?:\b(?:and|with)|&|和|与|跟)\s?(?:the\s|clip\s|shot\s)?(\d{1,2})(?![\d.:%]|\s?(?:s|secs?|seconds?|x)\b)|(?:和|与|跟|、)第?(\d{1,2})(?!\s?[秒%倍\d.])/giu;
const bareNumbers =
  /(?<![\d:.⟦]|[年月]\s?)\b(\d{1,2})\s?(?:and|&|和|与|跟|、)\s?(\d{1,2})(?![\d:.⟧]|、\d)(?!\s?(?:s\b|secs?\b|seconds?\b|min|x\b|%|percent|times|[秒倍个段步遍]))/iu;
const firstFew = /\bfirst (\d) (?:clips|shots|scenes|ones|videos)\b|[前头](\d)(?:个|段)/iu;

/** `clip 2`, `clips 1–3`, `the second clip`, `clips 1 and 3`, `第2个片段`, `the last`, `all`; and the text without the numbers. */
function whichIn(text: string): { readonly which: Which | null; readonly rest: string } {
  const range = ranged.exec(text) ?? chineseRange.exec(text) ?? null;
  if (range !== null) {
    return { which: numbersFrom(Number(range[1]), Number(range[2])), rest: text.replace(range[0], ' ') };
  }
  const few = firstFew.exec(text);
  if (few !== null) return { which: numbersFrom(1, Number(few[1] ?? few[2])), rest: text.replace(few[0], ' ') };
  const found: { readonly at: number; readonly number: number }[] = [];
  const lift = (rest: string, pattern: RegExp): string =>
    rest.replace(pattern, (whole: string, ...groups: readonly unknown[]) => {
      const at = Number(groups.find((group, index) => index > 0 && typeof group === 'number'));
      found.push({ at, number: Number(groups.find((group) => typeof group === 'string')) });
      return whole.replace(/\d/gu, ' ');
    });
  const rest = [numbered, chineseNumbered, chineseOrdinal, ordinal].reduce(lift, text);
  const whole = found.length === 0 ? text : lift(rest, joined);
  // `cross-fade 1 and 2`: nothing else is counted there.
  const bare = found.length > 0 ? null : bareNumbers.exec(text);
  if (bare !== null) return { which: [Number(bare[1]), Number(bare[2])], rest: text.replace(bare[0], ' ') };
  const numbers = found.toSorted((a, b) => a.at - b.at).map(({ number }) => number);
  const all = [...new Set(numbers)].filter((number) => number > 0);
  if (all.length > 0) return { which: all, rest: whole };
  const named = (['all', 'last', 'first'] as const).find((word) => lexicon[word].test(text));
  return { which: named ?? null, rest: text };
}

function numbersFrom(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(50, to) - from + 1) }, (_, index) => from + index);
}

/** What says that all but some are meant holds together. */
const exceptional = String.raw`(?<!\b(?:all|everything|every|each|anything|nothing)\b[^,;.]{0,20})`;
const boundary = new RegExp(
  [
    String.raw`[;!；。！\n]+`,
    String.raw`(?<=⟧\s{0,2})[,，、]\s*(?=\d)`,
    String.raw`(?<=\b(?:warm\w*|cold\w*|cool\w*|white|slow\w*|fast\w*|muted?)\s)and\b(?= (?:the )?clip (?:\d|one|two|three|four|five))`,
    '(?<=一[点些])(?=[慢快暖冷])',
    '并(?=静音|[加减]速|放慢|变|调|改|删|去掉)',
    String.raw`(?<!(?<![删去移剔排])除了?[^,，]{1,14}|[第、][一二三四五六七八九十])[,，、]\s*(?!\s?\d|第?\d|(?:and|or|except|but not)\b)`,
    String.raw`\.(?=\s|$)`,
    String.raw`\band\b(?! (?:the )?(?:clip |shot |title )?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b|white\b|out\b|a half\b|second|third|fourth|last|first clip)| (?:then )?(?:leaves?|disappears?|vanish|goes? away|ends?)\b)`,
    String.raw`\bthen\b|(?<=[\p{L}\d]) & (?=\p{L})(?!white)`,
    String.raw`${exceptional}\bbut\b(?! not\b)`,
    // Nothing stands between two requests of a breath: `第一段静音第二段加速`.
    String.raw`(?<=[段个].{0,5}(?:静音|[加减]速|倍速|放慢|慢放|慢动作|黑白|[暖冷]色|\d秒|[%％]|删[掉除了]|去掉))(?=把?(?:第[\d一二三四五六七八九十]{1,2}[个段]|最后一?[个段]))`,
    String.raw`(?<=\b(?:un)?(?:mute|speed|slow|remove|delete|trim|split|duplicate)\b[^,;.]{1,30}[\p{L}\d])\s(?=(?:un)?(?:mute|speed up|slow down|remove|delete|trim|split|duplicate)\b)`,
    '但是?|不过|和(?=(?:标题|字幕)?\\s?⟦)|并且|然后|接着|(?<![一尾头后前处上下里中边末])再(?=[把将给加让调])|，?同时',
  ].join('|'),
  'iu',
);
const listStart = /^\s{0,9}1[.)、．:：](?!\d)/u;
const listItem = /(?:^|[\s,，;；。])\s{0,9}\d{1,2}[.)、．:：](?!\d)\s?/u;

/** A message in clauses, each of which asks for one thing. A list has its numbers: `1. … 2. …`. */
export function clausesOf(said: string): readonly string[] {
  const items = listStart.test(said) ? said.split(listItem) : [said];
  return items.flatMap((item) => item.split(boundary)).filter((clause) => /[\p{L}\d⟦]/u.test(clause));
}
