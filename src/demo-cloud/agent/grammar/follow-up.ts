import { indicesOf, type Which } from '../../draft/cut.ts';
import type { EditRequest, Remembered, Situation } from '../edit-request.ts';
import { type Clause, readClause } from './clause.ts';
import { keptAfterAll } from './kept.ts';
import { readAll } from './read-all.ts';
import { withNumbers } from './mentions.ts';
import { pieceIn } from './parts.ts';

const lead = String.raw`^[^\p{L}\p{N}⟦]{0,9}(?:(?:ok(?:ay)?|and|now|please|pls|then|so|also|yes|great|thanks|thank you|谢谢|could you|can you|好的?|那|再|也|请|然后)[^\p{L}\p{N}]{0,3}){0,3}`;
const end = String.raw`(?:\s?(?:please|pls|now|thanks|吧|呗|啊|了|谢谢)){0,2}[^\p{L}\p{N}⟧]{0,9}$`;
const pattern = (words: string): RegExp => new RegExp(`${lead}(?:${words})${end}`, 'iu');

/** `the same for clip 2`, `clip 2 too`, `第二段也一样`. */
const SAME = pattern(
  [
    String.raw`(?:do )?(?:exactly )?(?:the )?same(?: thing)?(?: again)? (?:for|to|with|on|between|in|at) (.{1,40}?)(?: too| as well)?`,
    String.raw`(.{1,30}?),? (?:too|as well|also|the same(?: way)?)`,
    String.raw`(?:对|给|把|让)?(.{1,16}?)(?:也|同样|都)(?:要|得|是|给我)?(?:一样|这样|如此|同样|这么)?(?:处理|操作|做|弄|改|来)?(?:一[下次遍个])?`,
    String.raw`(?:对|给|把)(.{1,16}?)(?:做|用|来)?(?:同样|一样)的?(?:处理|操作|修改|事情)?`,
  ].join('|'),
);
const AGAIN = pattern(
  String.raw`(?:(?:do |one more )?(?:it |that |this )?(?:once )?(?:again|one more time|once more)|repeat (?:that|it)|same again|来一[次遍]|做一[次遍]|重复一[次遍]|一次)`,
);
/** `no, the second one`, `不对，是第二段`: the edit before was meant for something else. */
const WRONG =
  /^[^\p{L}\p{N}]{0,9}(?:(?:no|nope|nah|wrong(?: (?:one|clip))?|not (?:that|this)(?: one| clip)?|sorry|oops|wait|不对|不是(?:这个?|那个?|这段|那段)?|错了|弄错了|搞错了)[\s\p{P}]{1,4}){1,3}(?:(?:i (?:meant|mean|want(?:ed)?|said)|it (?:was|should be)|make (?:it|that)|我?(?:是说|说的是|指的是|要的是)|应该是|是|要|改)\s?)?(.{1,40}?)(?:\s(?:instead|please))?[\s\p{P}]{0,9}$/iu;
const MORE = pattern(
  String.raw`((?:just )?(?:a (?:little |tiny )?bit|a little|slightly|even|much|a lot|still|way|some)? ?(?:more|further)|not enough|(?:多|来|加)(?:一?点点?|一些)|(?:还)?不够|更多一?[点些]?)|((?:just )?(?:a (?:little |tiny )?bit|a little|slightly|much|a lot|way|somewhat)? ?less|(?:that['’]?s |it['’]?s )?(?:a (?:little |tiny )?bit )?too much|少一?[点些]|(?:有点)?过(?:头|分)?了?|太多)`,
);
/** Says no more than how, of what was spoken of before. */
const HOW_ALONE = [
  'bigger',
  'smaller',
  'louder',
  'quieter',
  'faster',
  'slower',
  'up',
  'down',
  'later',
  'earlier',
  'longer',
  'shorter',
  'mute',
  'unmute',
  'playsBack',
] as const;
const POINTS_AT = /\b(?:that|this) (?:one|clip|shot|scene)\b|它|(?:这|那)(?:个|段|一段)|刚才那?[个段]|刚(?:才)?加的/iu;

/**
 * What a message asks for that only says it together with the edit before: `the same for clip 2`, `a bit more`, `no, the other one`,
 * `make it bigger`. Null where it speaks for itself.
 */
export function recalled(
  said: string,
  quotes: readonly string[],
  situation: Situation,
  remembered: Remembered,
): readonly EditRequest[] | null {
  const before = remembered.requests;
  if (before.length === 0) return null;
  if (AGAIN.test(said)) return before;
  const piece = pieceIn(said, situation, before);
  if (piece !== null)
    return nonEmpty(readAll([readClause(piece, quotes)], situation).flatMap(({ requests }) => requests));
  const kept = keptAfterAll(said, situation, remembered);
  if (kept !== null) return kept;
  const more = MORE.exec(said);
  if (more !== null) return nonEmpty(before.flatMap((request) => moreOf(request, said, more[1] === undefined)));
  const same = SAME.exec(said)
    ?.slice(1)
    .find((target) => target !== undefined);
  const ofSame = same === undefined ? null : retargeted(same, situation, remembered);
  if (ofSame !== null) return ofSame;
  const { open } = remembered;
  // `no, the other one` was answered with `Which clip do you mean?`.
  const isAnswer = open?.about === 'clip' && WRONG.test(open.message);
  const meant = isAnswer ? said : WRONG.exec(said)?.[1];
  if (meant === undefined) return ofTopic(readClause(said, quotes), situation, before);
  // `no, mute clip 3 instead`.
  const own = readAll([readClause(meant, quotes)], situation).flatMap(({ requests }) => requests);
  const isInstead =
    /\binstead\b/iu.test(said) && own.length > 0 && own.every(({ kind }) => before.some((one) => one.kind === kind));
  if (isInstead) return remembered.hasChanged ? [{ kind: 'undo', steps: 1 }, ...own] : own;
  const corrected = retargeted(meant, situation, remembered);
  return corrected === null
    ? ofTopic(readClause(meant, quotes), situation, before, true)
    : remembered.hasChanged && corrected.every(({ kind }) => kind !== 'ask')
      ? [{ kind: 'undo', steps: 1 }, ...corrected]
      : corrected;
}

function nonEmpty(requests: readonly EditRequest[]): readonly EditRequest[] | null {
  return requests.length === 0 ? null : requests;
}

/** The edits before, done to what these words name and nothing else. */
function retargeted(words: string, situation: Situation, remembered: Remembered): readonly EditRequest[] | null {
  const { clips } = situation;
  const before = remembered.requests;
  const target = readClause(withNumbers(words, situation, { isReplacing: false, isBare: true }), []);
  const rest = target.said.replace(ONLY_TARGET, '');
  if (/[\p{L}\p{N}⟦]/u.test(rest)) return null;
  if (target.has('music') && !target.has('clip'))
    return nonEmpty(before.flatMap((request) => (request.kind === 'volume' ? [ofMusic(request)] : [])));
  const used = before.flatMap((request) => clipsOf(request, clips.length));
  const others = clips.flatMap((_, at) => (used.includes(at + 1) ? [] : [at + 1]));
  const isOther = OTHER.test(words);
  const which: Which | null = isOther ? others : (target.which ?? (target.has('video') ? 'all' : null));
  if (which === null || (isOther && used.length === 0)) return null;
  if (isOther && others.length !== 1 && !/\b(?:others|rest)\b|其[他它余]|别的|都/iu.test(words))
    return [{ kind: 'ask', about: 'clip' }];
  return nonEmpty(before.flatMap((request) => onClips(request, which, situation, remembered.clips)));
}

const OTHER = /\b(?:others?|rest)\b|另外?一?[个段]|其[他它余]|别的/iu;
const ONLY_TARGET =
  /\b(?:clips?|shots?|scenes?|the|all|every|each|of|them|one|ones|last|first|others?|rest|both|music|song|video|whole|too|and|\d{1,2}(?:st|nd|rd|th)?)\b|\d{1,2}|第|[个段号]|片段|镜头|最后|音乐|配乐|所有|全部|整个|视频|另外?|其[他它余]|别的|那|这|的|都|和|与|、/giu;

function ofMusic({
  kind,
  of: _of,
  which: _which,
  span: _span,
  ...change
}: Extract<EditRequest, { readonly kind: 'volume' }>): EditRequest {
  return { kind, of: 'audio', ...change };
}

/** The clips that a request is about. */
function clipsOf(request: EditRequest, count: number): readonly number[] {
  const isOfTitles = request.kind === 'change-titles' || (request.kind === 'remove' && request.what !== 'video');
  if (isOfTitles) return [];
  if (request.kind === 'move') return [request.to];
  if (request.kind === 'place-uploads') return [request.behind === undefined ? count : request.behind + 1];
  if (!('which' in request) || request.which === undefined || request.which === 'all') return [];
  return indicesOf(request.which, count).map((at) => at + 1);
}

function onClips(
  request: EditRequest,
  which: Which,
  { clips }: Situation,
  clipsBefore: Remembered['clips'],
): readonly EditRequest[] {
  if (request.kind === 'change-titles' || request.kind === 'remove')
    return request.kind === 'remove' && request.what === 'video' ? [{ ...request, which }] : [];
  const meant = indicesOf(which, clips.length).flatMap((at) => clips[at] ?? []);
  if (request.kind === 'set-title')
    return meant.map(({ startMs, durationMs }) => ({ ...request, startMs, durationMs }));
  // A part of one clip is the same part of another, from its start or its end.
  if (request.kind === 'remove-span' || request.kind === 'split') {
    const [fromMs, toMs] = request.kind === 'split' ? [request.atMs, request.atMs] : [request.fromMs, request.toMs];
    const old = clipsBefore.findLast(({ startMs }) => startMs <= fromMs);
    if (old === undefined) return [];
    const isEnd = toMs === old.startMs + old.durationMs;
    return meant.toReversed().map((clip): EditRequest => {
      const shift = isEnd ? clip.startMs + clip.durationMs - toMs : clip.startMs - old.startMs;
      return request.kind === 'split'
        ? { ...request, atMs: fromMs + shift }
        : { ...request, fromMs: fromMs + shift, toMs: toMs + shift };
    });
  }
  if (request.kind === 'cross-fade' && Array.isArray(which) && which.length > 1)
    return [{ ...request, which: (which as readonly number[]).toSorted((a, b) => a - b).slice(1) }];
  if (!('which' in request)) return [];
  const { span: _span, ...whole } = { span: undefined, ...request };
  return [{ ...whole, which } as EditRequest];
}

/** The same once more, or half of it, or the other way. */
function moreOf(request: EditRequest, said: string, isLess: boolean): readonly EditRequest[] {
  const isSlight = isLess || /\b(?:bit|little|slightly|some)\b|点|些/iu.test(said);
  const ratio = (scale: number): number => {
    const once = isSlight ? (1 + scale) / 2 : scale;
    return Math.round((isLess ? 1 / once : once) * 100) / 100;
  };
  if (request.kind === 'volume') {
    const { level, by, scale = (by ?? 0) < 0 ? 0.5 : 1.5, ...rest } = request;
    return level === 0 || level === 1 ? [] : [{ ...rest, scale: ratio(scale) }];
  }
  if (request.kind === 'speed')
    return [{ kind: 'speed', which: request.which, factor: ratio(request.factor ?? request.to ?? 1) }];
  if (request.kind === 'change-titles') {
    const { kind, which, scale, riseBy, shiftMs } = request;
    const sign = isLess ? -0.5 : isSlight ? 0.5 : 1;
    const change = {
      ...(scale === undefined ? {} : { scale: ratio(scale) }),
      ...(riseBy === undefined ? {} : { riseBy: riseBy * sign }),
      ...(shiftMs === undefined ? {} : { shiftMs: shiftMs * sign }),
    };
    return Object.keys(change).length === 0 ? [] : [{ kind, which, ...change }];
  }
  if (request.kind === 'frame') return request.zoom === undefined ? [] : [{ ...request, zoom: ratio(request.zoom) }];
  if (request.kind === 'grade') return [{ kind: 'cannot', about: 'strength' }];
  return isLasting(request) ? [{ ...request, durationMs: (request.durationMs ?? 1000) * (isLess ? 0.5 : 2) }] : [];
}

type Lasting = Extract<EditRequest, { readonly kind: 'cross-fade' | 'add-effect' | 'fade-music' }>;

function isLasting(request: EditRequest): request is Lasting {
  return request.kind === 'cross-fade' || request.kind === 'add-effect' || request.kind === 'fade-music';
}

/** `make it longer` behind a cross-fade or a fade. */
function lastingOf(request: EditRequest | undefined, clause: Clause): EditRequest | null {
  if (request === undefined || !isLasting(request)) return null;
  const { durationMs = 1000 } = request;
  if (clause.length !== null) return { ...request, durationMs: clause.length };
  if (clause.has('longer') || clause.has('slower')) return { ...request, durationMs: durationMs * 2 };
  return clause.has('shorter') || clause.has('faster') ? { ...request, durationMs: durationMs / 2 } : null;
}

/** `make it bigger`, `再大一点`: what is not named is what the edit before was about. */
function ofTopic(
  clause: Clause,
  situation: Situation,
  before: readonly EditRequest[],
  isCorrection = false,
): readonly EditRequest[] | null {
  const names = ['title', 'caption', 'music', 'video', 'originalSound'] as const;
  const points = POINTS_AT.test(clause.text);
  const isNamed = names.some((name) => clause.has(name)) || (clause.has('clip') && !points);
  const isLook = (clause.color !== null || clause.place !== null) && clause.text.trim().length <= mostOfLook;
  const isAlone =
    isLook || HOW_ALONE.some((how) => clause.has(how)) || /^\W{0,9}(?:remove|delete|删)/iu.test(clause.text);
  // `放到最前面` says where to.
  const isNumbered =
    clause.which !== null &&
    !FIRST_FEW.test(clause.said) &&
    !/\bboth\b/iu.test(clause.text) &&
    !(typeof clause.which === 'string' && clause.has('move') && (points || isCorrection));
  if (isNumbered || isNamed || clause.quotes.length > 0) return null;
  if (!clause.has('it') && !points && !isAlone && !isCorrection) return null;
  // `小狗那段` names its clip, and `那段` alone does not.
  if (withNumbers(clause.text, situation, { isReplacing: false, isBare: false }) !== clause.text) return null;
  const lasting = lastingOf(before.at(-1), clause);
  if (lasting !== null) return [lasting];
  const topics = topicsOf(before, situation);
  const titled = topics.filter(({ kinds }) => kinds === ofTitles).map(({ words }) => words);
  const isMany = titled.length > 1 && /\b(?:them|both|these)\b|它们|都/iu.test(clause.text);
  const all: Topic = { words: titled.toReversed().join(' and '), kinds: ofTitles, of: 'change-titles' };
  for (const topic of isMany ? [all] : topics) {
    const text = clause.text.replace(POINTS_AT, ' it ');
    const read = readAll([readClause(`${topic.words} ${text}`, clause.allQuotes)], situation);
    const requests = read.flatMap((one) => one.requests);
    // `make it 8 seconds long` is said of the video, `that one` never is; `faster` alone goes on with a speed.
    const kinds = points || clause.has('shorter') ? [...topic.kinds, 'grade', 'trim-clips'] : topic.kinds;
    const isMeant = points || clause.has('it') || isCorrection || topic.kinds !== ofPicture;
    const fits = ({ kind }: EditRequest): boolean => kinds.includes(kind) && (isMeant || kind === topic.of);
    if (requests.length > 0 && requests.every(fits)) return requests;
  }
  return null;
}

/** `only for the first 2 seconds` names no clip. */
const FIRST_FEW = /\b(?:first|last) \d/iu;
/** `now yellow`, `in the middle`. */
const mostOfLook = 20;
type Topic = { readonly words: string; readonly kinds: readonly string[]; readonly of: EditRequest['kind'] };

const ofTitles = ['change-titles', 'remove'];
const ofSong = ['volume', 'fade-music', 'remove', 'set-music'];
const ofPicture = [
  'volume',
  'speed',
  'remove-span',
  'remove',
  'halve',
  'split',
  'duplicate',
  'move',
  'replace-with-made',
  'frame',
  'cannot',
];

/** What the edit before was about, the last first. */
function topicsOf(before: readonly EditRequest[], { clips, titles }: Situation): readonly Topic[] {
  return before.toReversed().flatMap((request): readonly Topic[] => {
    const { kind } = request;
    if (request.kind === 'set-title') {
      const at = titles.lastIndexOf(request.text);
      return at === -1 ? [] : [{ words: `title ${at + 1}`, kinds: ofTitles, of: kind }];
    }
    if (request.kind === 'change-titles') {
      const [at, ...others] = indicesOf(request.which, titles.length);
      return [
        { words: at === undefined || others.length > 0 ? 'title' : `title ${at + 1}`, kinds: ofTitles, of: kind },
      ];
    }
    if (/music/u.test(request.kind) || (request.kind === 'volume' && request.of === 'audio'))
      return [{ words: 'music', kinds: ofSong, of: kind }];
    const numbers = clipsOf(request, clips.length);
    return numbers.length === 0 || request.kind === 'remove'
      ? []
      : [{ words: `clip ${numbers.join(' and ')}`, kinds: ofPicture, of: kind }];
  });
}
