import { captionsOf } from '../../shared/domain/captions.ts';
import { piecesOf } from '../../shared/scene/lexicon.ts';
import { pictureLength, segmentsOf, type Cut } from '../draft/cut.ts';
import { type Clause, clausesOf, readClause } from './grammar/clause.ts';
import { clipRules } from './grammar/clips.ts';
import { effectRules } from './grammar/effects.ts';
import { type Instruction, readRestoreLine, restoreLinesOf } from './grammar/restore.ts';
import { withNumbers } from './grammar/mentions.ts';
import { musicRules } from './grammar/music.ts';
import { fits, type Rule } from './grammar/rule.ts';
import { captionWish, titleRules } from './grammar/titles.ts';
import { liftQuotes } from './quotes.ts';
import type { Situation, Wish } from './wish.ts';

export type Intent =
  /** `behind`: the number of the clip after which it goes; without it at the end. */
  | { readonly kind: 'generate'; readonly prompt: string; readonly behind?: number }
  /** `unread`: what of the message nobody understood, as it was said. */
  | { readonly kind: 'edit'; readonly wishes: readonly Wish[]; readonly unread: readonly string[] }
  | { readonly kind: 'describe' }
  | { readonly kind: 'unknown' };

/** The whole grammar, in the order in which it is asked. */
export const rules: readonly Rule[] = [...titleRules, ...musicRules, ...effectRules, ...clipRules];

const GENERATE =
  /\b(?:generate|create|make|produce|shoot|film)\b(?!\s(?:the|this|my|it|that)\b|\s(?:clips?|shots?|titles?)\s?\d|\s(?:an?|some)\s(?:\w{1,12}\s){0,2}(?:titles?|captions?|fades?|transitions?|music)\b(?!\svideo)).{0,80}\b(?:video|clip|film|movie|reel|short|trailer|vlog|ad|timelapse|footage|scene)\b|\b(?:add|insert|put in)\s(?:a|an|another|one more|a new|in a)\s(?:\w{1,12}\s)?(?:clip|shot|scene|video)(?:\s(?:of|with|showing|where|in which)\b|\s?:)|生成|(?:制作|做|拍|创作|来).{0,20}(?:视频|短片|影片|片子|动画)|(?:加|来|添加|插入)(?:上)?(?:一|1)[个段](?:.{1,60}的(?:视频|镜头|片段|画面)|(?:视频|镜头|片段|画面)[:：，,])/iu;
const TALK =
  /^\s{0,9}(?:hi|hello|hey|thanks|thank you|nice|great|good|perfect|cool|wow|awesome|amazing|looks?\s(?:good|great|nice|amazing)|(?:i\s)?(?:love|like) it|show me|你好|您好|谢谢|不错|很好|好的|真棒|太棒|喜欢|漂亮)(?![\p{Script=Latin}])|[?？]\s{0,9}$|^\s{0,9}(?:what|who|how|why|which)\b/iu;
const UNDO =
  /^\W{0,9}(?:please |can you |could you |actually,? |no,? |oops,? |wait,? ){0,3}(?:undo|go back|revert|take (?:that|it) back|put (?:it|that) back|step back|never ?mind)(?:\s(?:that|it|this|the last (?:edit|change|step)|my last (?:edit|change)|to (?:before|the (?:previous|last) version)|one step|please|the change)){0,3}\W{0,9}$|^(?:请|帮我|不对|算了){0,3}[，,]?(?:撤销|撤回|退回|恢复到?|回到|还原)(?:一下|刚才的?|上一?[步个次版](?:的?(?:修改|操作|改动|编辑|版本))?|之前的?(?:版本|样子)?|修改|操作|改动)?[吧。！!]?$/iu;
const MY_CLIP =
  /\b(?:my|the|this|these|uploaded|attached)\s(?:\w{1,20}\s)?(?:clips?|videos?|footage|files?|uploads?|photos?|pictures?|images?)\b|上传的|我的(?:视频|素材|片段|照片|图片|文件)|这(?:个|段|些|张)(?:视频|素材|片段|照片|图片)|素材/iu;
/** `add a cat`, `再来一只猫`: what is to be seen is to be made. */
const ADDS =
  /^\W{0,9}(?:(?:please|also|then|and|now|can you|could you)\s){0,3}(?:add|insert|include|put in)\b|加|插入|添|再?来(?:一|个|段|点)/iu;
/** What is to stay as it is. */
const STAYS = /\b(?:keep|leave)\b(?!.{0,30}\d)|保留|留着|不要动|别动/iu;
/** Words that carry a message but ask for nothing. */
const FILLER =
  /^(?:please|pls|thanks?|thank you|ok(?:ay)?|yes|no|hi|hello|hey|also|now|sure|great|perfect|nice|good|just|so|well|谢谢|好的?|嗯|请|那|麻烦|吧|你好|可以吗|的话|就这样)?$/iu;

/** Characters that the agent reads of a message, so that a very long one costs no time. */
const mostCharacters = 4_000;
const mostClauses = 40;

/** Reads a message in English or Chinese. The same words always mean the same, whatever the seed. */
export function readIntent(whole: string, situation: Situation): Intent {
  const captions = captionsOf(whole);
  if (captions !== null && situation.clips.length > 0)
    return { kind: 'edit', wishes: captions.map(captionWish), unread: [] };
  const message = answered(whole.slice(0, mostCharacters)).replace(
    / on track “[^“”]{0,80}”|“[^“”]{0,80}”轨道上的/gu,
    '',
  );
  const restoring = restoreLinesOf(message);
  if (restoring !== null) return goingBack(restoring, situation);
  const { said, quotes } = liftQuotes(message);
  if (UNDO.test(said)) return { kind: 'edit', wishes: [{ kind: 'undo' }], unread: [] };
  const hasNothing =
    situation.clips.length === 0 && situation.waitingUploads.length === 0 && situation.waitingSounds.length === 0;
  if (hasNothing) return TALK.test(said) ? { kind: 'describe' } : { kind: 'generate', prompt: whole };
  const referred = refersToUpload(said, message, situation);
  if (GENERATE.test(said) && !referred)
    return { kind: 'generate', prompt: whole, ...insertion(said, quotes, situation) };
  const clauses = clausesOf(said)
    .slice(0, mostClauses)
    .map((clause) => readClause(clause, quotes));
  const read = readAll(clauses, situation);
  const wishes = read.flatMap((one) => one.wishes);
  const isPlaced = wishes.some(({ kind }) => kind === 'replace-with-upload' || kind === 'own-music');
  const placing =
    !isPlaced &&
    situation.waitingUploads.length > 0 &&
    (referred || (situation.clips.length === 0 && !TALK.test(said)));
  const placed: readonly Wish[] = placing ? [{ kind: 'place-uploads', ...insertion(said, quotes, situation) }] : [];
  const all = [...placed, ...wishes];
  if (all.length === 0 && TALK.test(said)) return { kind: 'describe' };
  if (all.length === 0 && ADDS.test(said) && showsSomething(said))
    return { kind: 'generate', prompt: whole, ...insertion(said, quotes, situation) };
  if (all.length === 0) return { kind: 'unknown' };
  const unread = placing
    ? []
    : read.filter(
        (one) =>
          one.wishes.length === 0 &&
          one.isTopic !== true &&
          !FILLER.test(one.clause.text.replace(/[\s\p{P}]+/gu, ' ').trim()),
      );
  return { kind: 'edit', wishes: all, unread: unread.map(({ clause }) => textOf(clause)) };
}

/** An instruction to bring an earlier version back. What its user has changed in it is read like anything else. */
function goingBack({ lines, quotes }: Instruction, situation: Situation): Intent {
  const read = lines.map((line) => ({ line, known: readRestoreLine(line, quotes) }));
  const known = read.flatMap((one) => one.known ?? []);
  const others = read.flatMap(({ line, known: of }) =>
    of === null
      ? readAll(
          clausesOf(line).map((clause) => readClause(clause, quotes)),
          situation,
        )
      : [],
  );
  const ratios = known.flatMap((line) => (line.kind === 'ratio' ? [line] : []));
  return {
    kind: 'edit',
    wishes: [
      ...ratios.map(({ ratio }): Wish => ({ kind: 'remake', ratio })),
      { kind: 'go-back', lines: known },
      ...others.flatMap(({ wishes }) => wishes),
    ],
    unread: others.filter(({ wishes }) => wishes.length === 0).map(({ clause }) => textOf(clause)),
  };
}

export function situationOf(cut: Cut, uploads: Pick<Situation, 'waitingUploads' | 'waitingSounds'>): Situation {
  return {
    clips: segmentsOf(cut, 'video'),
    titles: segmentsOf(cut, 'text').map(({ text }) => text ?? ''),
    lengthMs: pictureLength(cut),
    ...uploads,
  };
}

interface Read {
  readonly clause: Clause;
  readonly wishes: readonly Wish[];
  /** It only says what the next clause speaks of. */
  readonly isTopic?: boolean;
}

/** Only what is meant, without what is to be done to it. */
const BARE =
  /^\s{0,9}(?:the |my |its |all )?(?:titles?|captions?|music|songs?|effects?|filters?|transitions?|last clip|first clip|标题|字幕|音乐|特效|滤镜|转场)[\s\p{P}]{0,9}$/iu;

/** `remove the title and the music`, `clip 2 is too long, cut it`: what a clause leaves out stands in the one before. */
function readAll(clauses: readonly Clause[], situation: Situation): readonly Read[] {
  const read = clauses.reduce<readonly Read[]>(
    (before, clause) => [...before.slice(0, -1), ...next(before.at(-1), clause, situation)],
    [],
  );
  return keeping(read);
}

/** A clause, and the one before as it is to be read now. */
function next(last: Read | undefined, clause: Clause, situation: Situation): readonly Read[] {
  if (last === undefined) return [{ clause, wishes: wishesOf(clause, situation) }];
  const joined = joinedWith(last, clause, situation);
  if (joined !== null) return [joined];
  const topic = topicOf(last, clause);
  const meant = topic === null ? [] : wishesOf(withTopic(topic, clause), situation);
  if (meant.length > 0 && !meant.some(isAsking)) {
    return [
      { ...last, isTopic: true },
      { clause, wishes: meant },
    ];
  }
  const own = wishesOf(wholeOf(clause, last), situation);
  const target = own.length > 0 && !own.some(isAsking) ? null : targetOf(last.wishes);
  const wishes = target === null ? own : wishesOf(withTopic(target, clause), situation);
  return [last, { clause, wishes: target !== null && wishes.some(isAsking) ? [] : wishes }];
}

/** `swap the city and the sea`: no more than one more clip belongs to the clause before. */
function joinedWith(last: Read, clause: Clause, situation: Situation): Read | null {
  const { text } = numberedClause(clause, situation);
  if (!/^\s{0,9}(?:clips? \d{1,2}|片段\d{1,2})[\s\p{P}]{0,9}$/iu.test(text)) return null;
  const whole = readClause(`${numberedClause(last.clause, situation).text} and ${text.trim()}`, last.clause.quotes);
  const wishes = wishesOf(whole, situation);
  return wishes.length === 0 ? null : { clause: whole, wishes };
}

function isAsking({ kind }: Wish): boolean {
  return kind === 'ask';
}

function withTopic(topic: string, { text, quotes }: Clause): Clause {
  return readClause(`${topic} ${text}`, quotes);
}

/** `remove the title and the music`: the verb of the clause before, where a clause has none. */
function wholeOf(clause: Clause, last: Read): Clause {
  const verb = last.clause.has('remove') ? 'remove' : last.clause.has('mute') ? 'mute' : null;
  return verb !== null && BARE.test(clause.text) ? withTopic(verb, clause) : clause;
}

/** The clip that the clause before speaks of, where this one says only `it`, or where that one says nothing else. */
function topicOf(last: Read, clause: Clause): string | null {
  if (clause.which !== null || clause.has('title') || clause.has('music')) return null;
  const { which, has } = last.clause;
  if (!has('clip') || which === null || which === 'all') return null;
  const pointsBack =
    clause.has('it') || /^\s{0,9}(?:静音|[加减]速|放慢|mute|speed up|slow down)\s{0,9}$/iu.test(clause.text);
  if (last.wishes.length > 0 && (!pointsBack || clause.has('video') || last.wishes.some(isRemoval))) return null;
  return Array.isArray(which) ? `clip ${which.join(' and ')}` : `the ${String(which)} clip`;
}

function isRemoval({ kind }: Wish): boolean {
  return kind === 'remove';
}

/** `mute everything but keep the music`: what is to stay asks for nothing, and takes back what would change it. */
function keeping(read: readonly Read[]): readonly Read[] {
  const stays = (clause: Clause): boolean => STAYS.test(clause.text) && clause.has('music') && !clause.has('change');
  if (!read.some(({ clause }) => stays(clause))) return read;
  return read.map((one) =>
    stays(one.clause)
      ? { ...one, wishes: [], isTopic: true }
      : { ...one, wishes: one.wishes.filter((wish) => wish.kind !== 'volume' || wish.of !== 'audio') },
  );
}

function targetOf(wishes: readonly Wish[]): string | null {
  const last = wishes.at(-1);
  if (last?.kind === 'set-title' || last?.kind === 'change-titles') return 'title';
  return last?.kind === 'fade-music' || (last?.kind === 'volume' && last.of === 'audio') ? 'music' : null;
}

function wishesOf(said: Clause, situation: Situation): readonly Wish[] {
  const clause = numberedClause(said, situation);
  for (const rule of rules) {
    const wish = fits(rule, clause) ? rule.wish(clause, situation) : null;
    if (wish !== null) return Array.isArray(wish) ? wish : [wish as Wish];
  }
  return [];
}

/** Clips by their numbers. What a title reads, or music sounds like, is none. */
function numberedClause(clause: Clause, situation: Situation): Clause {
  const speaksOfNone =
    clause.has('music') || ((clause.has('title') || clause.has('caption')) && clause.quotes.length === 0);
  if (speaksOfNone || Array.isArray(clause.which)) return clause;
  const text = withNumbers(clause.text, situation, clause.has('replace'));
  return text === clause.text ? clause : readClause(text, clause.quotes);
}

function showsSomething(said: string): boolean {
  return piecesOf(said.normalize('NFKC')).some(
    ({ meanings }) => meanings?.some(({ slot }) => slot === 'place' || slot === 'subject') ?? false,
  );
}

/** Where a new clip goes: `at the beginning`, `after clip 1`, `before the city`. */
function insertion(said: string, quotes: readonly string[], situation: Situation): { readonly behind?: number } {
  const clause = readClause(withNumbers(said, situation, false), quotes);
  const numbers: readonly number[] = Array.isArray(clause.which) ? clause.which : [];
  const last = numbers.at(-1);
  if (last !== undefined && clause.has('before')) return { behind: last - 1 };
  if (numbers.length > 1 && clause.has('between')) return { behind: Math.min(...numbers) };
  if (last !== undefined && clause.has('after')) return { behind: last };
  const atStart =
    /\b(?:at|to) the (?:start|beginning|front)\b|\bfirst\b|\bopen(?:ing|er)\b|\bintro\b|开头|最前|前面/iu.test(said);
  return atStart && situation.clips.length > 0 ? { behind: 0 } : {};
}

function refersToUpload(said: string, message: string, situation: Situation): boolean {
  if (situation.waitingUploads.length === 0) return false;
  return MY_CLIP.test(said) || situation.waitingUploads.some((name) => message.includes(name));
}

function textOf({ text, quotes }: Clause): string {
  const marks = [...quotes];
  return text.replace(/⟦\d{1,4}⟧/gu, () => `“${marks.shift() ?? ''}”`).trim();
}

/** What was asked with `ask_question`, answered: `1. <prompt>: <label>`. Read as if it had been said in one. */
function answered(message: string): string {
  return message
    .replace(/^\d{1,2}\. (?:What should the title say\?|标题写什么？): (.{1,200})$/gmu, 'Add the title "$1"')
    .replace(/^\d{1,2}\. (?:Which music would you like\?|想要哪种音乐？): (.{1,80})$/gmu, '$1 music 音乐')
    .replace(/^\d{1,2}\. (?:Which look would you like\?|想要哪种色调？): (.{1,80})$/gmu, 'make the video $1 色调');
}
