import type { EditRequest, Situation } from '../edit-request.ts';
import { type Clause, readClause } from './clause.ts';
import { speaksOfUnseen } from './mentions.ts';
import { captionStyle } from './titles.ts';

/** A clause with what it asks for. */
export interface Read {
  readonly clause: Clause;
  readonly requests: readonly EditRequest[];
  /** It asks for nothing: it says what the next clause speaks of, or what is to stay. */
  readonly isNoRequest?: boolean;
  /** What comes next says it better. */
  readonly isCorrection?: boolean;
}

/** How something is, or what for: no request of its own. */
const STATES =
  /^[^\p{L}]{0,9}(?:(?:i (?:think|feel)\b|i (?:really )?(?:like|liked|prefer|preferred|love|loved) (?:it|that|this|the)\b|(?:it|that|this|the \w{1,12}(?: \w{1,12})?)(?:['’]s| is| are| feels| looks| sounds| seems)\b)(?!.{0,40}\b(?:should|needs?|must)\b)|because\b|since\b|for (?!\d))|^(?:我?觉得|感觉|因为|好像)(?!.{0,20}(?:应该|需要|要|得))|^发.{1,8}用?$/iu;

/** What only says how something is asks for nothing. */
export function stated(read: Read): Read {
  return read.requests.length === 0 && STATES.test(read.clause.text) ? { ...read, isNoRequest: true } : read;
}

const thing = String.raw`(?:(?:the |my |its |all )?(?:(?:background )?music|songs?|titles?|captions?|subtitles?|effects?|filters?|transitions?|clips? \d{1,2}|(?:last|first|\d{1,2}(?:st|nd|rd|th)) (?:clip|shot|scene))|(?:背景)?(?:音乐|配乐|bgm)|标题|字幕|特效|滤镜|转场|片段\s?\d{1,2}|第\s?\d{1,2}[个段](?:片段|镜头|视频)?)`;
const link = String.raw`\s?(?:(?:[,，、]|\band\b|[&和与跟及]){1,2})\s?`;
/** Only what is meant, without what is to be done to it. */
const BARE = new RegExp(String.raw`^\s{0,9}${thing}(?:${link}${thing}){0,4}[\s\p{P}]{0,9}$`, 'iu');
const LIST = new RegExp(String.raw`${thing}(?:${link}${thing}){1,4}`, 'iu');
const THING = new RegExp(thing, 'giu');
const CLIP = /\d|clip|shot|scene/iu;

/** `remove the title and clip 1`: a clause for each of several kinds of things. Clips alone stay together. */
export function eachOf(clause: Clause): readonly Clause[] {
  const list = clause.has('remove') || clause.has('mute') ? LIST.exec(clause.said)?.[0] : undefined;
  const things = list?.match(THING) ?? [];
  if (list === undefined || things.every((one) => CLIP.test(one))) return [clause];
  // A title may go with its clip.
  const inTurn = things.toSorted((a, b) => Number(CLIP.test(a)) - Number(CLIP.test(b)));
  return inTurn.map((one) => readClause(clause.said.replace(list, one), clause.allQuotes));
}

/** What `it` is, where the clause before only speaks of a title or of music: how loud is no title. */
export function subjectOf(before: Clause, clause: Clause): 'title' | 'music' | null {
  const words = ['title', 'music', 'clip', 'sound'] as const;
  if (words.some((word) => clause.has(word) && !(word === 'sound' && before.has('music')))) return null;
  if (before.has('music')) return clause.has('louder') || clause.has('quieter') || clause.has('mute') ? 'music' : null;
  return before.has('title') &&
    (clause.has('it') || /^[\s\p{P}]{0,3}(?:就|请)?[改缩设].{0,3}[成为到]\s?\d/u.test(clause.said))
    ? 'title'
    : null;
}

/** `trim clip 1 to 3 seconds, clip 2 to 2`: with the verb of the clause before, whose clips are named by numbers as in this one. */
export function withVerbOf(before: Clause, clause: Clause): Clause | null {
  const [, verb] = /^(.{1,30}?)\s?(?:clip \d|片段\s?\d)/iu.exec(before.text.trim()) ?? [];
  return verb !== undefined && /^[\s\p{P}]{0,3}(?:clip \d{1,2}|片段\s?\d{1,2})\s(?:to|at|by|for)\s/iu.test(clause.text)
    ? readClause(`${verb} ${clause.text.trim()}`, clause.allQuotes)
    : null;
}

/** `cross-fade the clips, two seconds`: how long goes with what was asked for just before. */
export function lastingSo(last: Read, { said, length, moment }: Clause): Read | null {
  const request = last.requests.at(-1);
  // `split at 0:02 and at 0:04`.
  if (
    request?.kind === 'split' &&
    moment !== null &&
    /^[^\p{L}]{0,3}(?:at )?[\d:.]{1,8}\s?(?:s|seconds?)?[^\p{L}]{0,3}$/iu.test(said)
  )
    return { ...last, requests: [...last.requests, { kind: 'split', atMs: moment }] };
  if (request === undefined || length === null || !ONLY_LENGTH.test(said)) return null;
  const durationMs = length;
  const lasting: EditRequest | null =
    request.kind === 'cross-fade' ||
    request.kind === 'fade-music' ||
    request.kind === 'add-effect' ||
    isOfTitle(request)
      ? { ...request, durationMs }
      : null;
  return lasting && { ...last, requests: [...last.requests.slice(0, -1), lasting] };
}

const ONLY_LENGTH =
  /^[\s\p{P}]{0,5}(?:(?:for|over|lasting|during|the first|duration|length|时长|持续|显示在?|出现在?|前|长|大?约|就)[\s:：]{0,2}){0,3}\d{1,3}(?:\.\d{1,3})?\s?(?:s|secs?|seconds?|秒钟?)(?: (?:each|long)|内?(?:显示|出现))?[\s\p{P}]{0,5}$/iu;

/** The clip that the clause before speaks of, where this one says only `it`, or where that one says nothing else. */
export function topicOf(last: Read, clause: Clause): string | null {
  if (clause.which !== null || clause.has('title') || clause.has('music')) return null;
  const { which, has } = last.clause;
  if (!has('clip') || which === null || which === 'all') return null;
  const pointsBack =
    clause.has('it') ||
    /^\s{0,9}(?:静音|[加减]速|放慢|(?:声音)?[大小轻响]声?一?[点些]|[慢快暖冷]一?[点些]|mute|speed up|slow down|(?:(?:much|a bit|a little) )?(?:slower|faster|warmer|colder|quieter|louder)|muted|silent|black and white)\s{0,9}$/iu.test(
      clause.text,
    ) ||
    (/\bhalf\b|半/iu.test(clause.text) && last.requests.some(({ kind }) => kind === 'halve'));
  if (last.requests.length > 0 && (!pointsBack || clause.has('video') || last.requests.some(isRemoval))) return null;
  // What was moved is meant where it is now.
  const moved = last.requests.find(({ kind }) => kind === 'move');
  if (moved?.kind === 'move') return `clip ${moved.to}`;
  return Array.isArray(which) ? `clip ${which.join(' and ')}` : `the ${String(which)} clip`;
}

/** What the last request was about. It is sure where a clause can mean nothing else: `fade the music in and fade it out`. */
export function targetOf(
  requests: readonly EditRequest[],
  clause: Clause,
): { readonly words: string; readonly isSure: boolean } | null {
  const last = requests.at(-1);
  if (last?.kind === 'set-title' && clause.quotes.length > 0)
    return { words: last.style?.y === captionStyle.y ? 'add caption' : 'add title', isSure: true };
  if (last !== undefined && isOfTitle(last))
    return {
      words: titleWords(last),
      isSure: clause.has('fade') && !clause.has('video') && !clause.has('music') && clause.has('it'),
    };
  const isMusic = last?.kind === 'volume' ? last.of === 'audio' : last !== undefined && /music/u.test(last.kind);
  const isBare = /^.{0,12}$/u.test(clause.text.trim()) && (clause.has('bigger') || clause.has('smaller'));
  return isMusic ? { words: 'music', isSure: isBare || (clause.has('fade') && !clause.has('video')) } : null;
}

/** `remove the title and the music`: the verb of the clause before, where a clause has none. */
export function wholeOf(clause: Clause, last: Read): Clause {
  const verb = last.clause.has('remove') ? 'remove' : last.clause.has('mute') ? 'mute' : null;
  return verb !== null && BARE.test(clause.text) ? withTopic(verb, clause) : clause;
}

export function withTopic(topic: string, { text, allQuotes }: Clause): Clause {
  // `caption 10–12 s` would be the tenth.
  return readClause(`${topic}${/^\s*\d/u.test(text) ? ': ' : ' '}${text}`, allQuotes);
}

export function isOfTitle(
  request: EditRequest,
): request is Extract<EditRequest, { readonly kind: 'set-title' | 'change-titles' }> {
  return request.kind === 'set-title' || request.kind === 'change-titles';
}

export function isAsking({ kind }: EditRequest): boolean {
  return kind === 'ask';
}

/** The title that a request is about, as a clause may name it. */
export function titleWords(request: EditRequest): string {
  const [number, ...others] =
    request.kind === 'change-titles' && Array.isArray(request.which) ? (request.which as readonly number[]) : [];
  return number === undefined || others.length > 0 ? 'title' : `title ${number}`;
}

function isRemoval({ kind }: EditRequest): boolean {
  return kind === 'remove';
}

/** `delete the dog clip` where no clip shows a dog: nobody knows which. What is to be made may show anything. */
export function meansUnseen({ which, text, has }: Clause, situation: Situation): boolean {
  const isEdit = (
    [
      'remove',
      'cut',
      'mute',
      'unmute',
      'faster',
      'slower',
      'split',
      'move',
      'duplicate',
      'shorter',
      'keepOnly',
      'swap',
    ] as const
  ).some(has);
  const isMade = (['replace', 'into', 'again', 'add', 'own'] as const).some(has);
  return which === null && isEdit && !isMade && speaksOfUnseen(text, situation);
}
