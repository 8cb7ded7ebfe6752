import { captionsOf } from '../../shared/domain/captions.ts';
import { simplified } from '../../shared/simplified.ts';
import { pictureLength, segmentsOf, type Cut } from '../draft/cut.ts';
import { type Clause, clausesOf, readClause } from './grammar/clause.ts';
import { readAll } from './grammar/read-all.ts';
import { historyIn } from './grammar/history.ts';
import { type Instruction, readRestoreLine, restoreLinesOf } from './grammar/restore.ts';
import { lexicon } from './grammar/lexicon.ts';
import { isScene } from './grammar/makes.ts';
import { insertion, newClip } from './grammar/insertion.ts';
import { sightIn } from './grammar/mentions.ts';
import { settled } from './grammar/settled.ts';
import { spelled } from './grammar/spelling.ts';
import { recalled } from './grammar/follow-up.ts';
import { orderIn } from './grammar/order.ts';
import { talkIn } from './grammar/talk.ts';
import { captionStyle, captionRequest } from './grammar/titles.ts';
import { liftQuotes } from './quotes.ts';
import type { EditRequest, Remembered, Situation, Talk } from './edit-request.ts';

export type Intent =
  /** `behind`: the number of the clip after which it goes; without it at the end. */
  | { readonly kind: 'generate'; readonly prompt: string; readonly behind?: number }
  /** `unread`: what of the message nobody understood, as it was said. */
  | { readonly kind: 'edit'; readonly requests: readonly EditRequest[]; readonly unread: readonly string[] }
  | { readonly kind: 'describe' }
  | { readonly kind: 'talk'; readonly about: Talk }
  | { readonly kind: 'unknown' };

const GENERATE =
  /\b(?:generate|create|make|produce|shoot|film)\b(?!\s(?:the|this|my|it|that|everything|sure|all|every|each|both)\b|\s(?:clips?|shots?|titles?)\s?(?:\d|(?:one|two|three|four|five)\b)|\s(?:an?|some)\s(?:\w{1,12}\s){0,2}(?:titles?|captions?|fades?|transitions?|music)\b(?!\svideo)).{0,80}\b(?:video|clip|film|movie|reel|short|trailer|vlog|ad|timelapse|footage|scene)\b(?!\s(?:\d|(?:one|two|three|four|five)\b))|\b(?:add|insert|put in)\s(?:a|an|another|one more|a new|in a)\s(?:\w{1,12}\s)?(?:clip|shot|scene|video)(?:\s(?:of|with|showing|where|in which)\b|\s?:)|(?<!重新)生成|(?:制作|做(?!成(?:竖|横|方|正方|黑白|暖|冷|慢|\d)|什么|些什么|得到|不到|好)|拍|创作|来(?=[一个段点]))[^？?。！!]{0,20}(?:视频|短片|影片|片子|动画|广告|宣传片|预告片|短剧|MV|vlog|镜头|画面)|(?:加|来|添加|插入)(?:上)?(?:一|1)[个段](?:.{1,60}的(?:视频|镜头|片段|画面)|(?:视频|镜头|片段|画面)[:：，,])/iu;
const TALK =
  /^\s{0,9}(?:hi|hello|hey|thanks|thank you|nice|great|good|perfect|cool|wow|awesome|amazing|looks?\s(?:good|great|nice|amazing)|(?:i\s)?(?:love|like) it|show me|你好|您好|谢谢|不错|很好|好的|真棒|太棒|喜欢|漂亮)(?![\p{Script=Latin}])|[?？]\s{0,9}$|^\s{0,9}(?:what|who|how|why|which)\b/iu;
/** Wants something done, whether or not it can be. */
const REQUEST =
  /^[^\p{L}]{0,9}(?:please\b|(?:can|could|would|will) (?:you|u|we)\b)|能不能|能否|可不可以|^可以|^帮我|^请/iu;
/** Asks about the video, and for nothing to be done to it. */
const QUESTION =
  /^\W{0,9}(?:why|should (?:i|we)|which|who|when|where|what(?!\s(?:about|if)\b)|how (?!about\b)|did (?:you|i)|do (?:you|i)|is (?:the|it|there|this)(?! possible\b)|are (?:the|there))\b.{0,200}[?？]\W{0,9}$|^(?:为什么|为啥|怎么|该不该|要不要|是不是|哪)|^(?:你|我|现在|目前|视频|时间线|一共|总共|这|标题|音乐|片段)?(?:[^？?]{0,40}(?:多[长久少大]|什么|几[个段秒]|哪些|啥|在哪|是不是|有没有)[^？?]{0,20}[？?]\s?){1,4}$/iu;
const MY_CLIP =
  /\b(?:my|the|this|these|uploaded|attached)\s(?:\w{1,20}\s)?(?:clips?|videos?|footage|files?|uploads?|photos?|pictures?|images?)\b|上传的|我的(?:视频|素材|片段|照片|相片|图片?|文件|影片|录像|录音)|这(?:个|段|些|张)(?:视频|素材|片段|照片|图片)|素材/iu;
/** `add a cat`, `then show the sea`, `再拍一段海边日落`: what is to be seen is to be made. Longer texts tell of something else. */
const SHOWS = new RegExp(
  [
    String.raw`^(?=.{1,160}$)\W{0,9}(?:(?:please|ok|okay|so|great|now|then|next|also|and|after that|finally|can you|could you|let(?:['’]s| us))\W{1,3}){0,3}(?:add|insert|include|show(?: me)? (?:an?|the|some)|film|shoot|put (?:an?|some|in|fireworks)|(?:continue|go on|end|start|open|begin|close|finish)(?: (?:it|the \w{1,9}))? with|extend .{1,20}with|another|one more|(?<=\b(?:then|next|after that|finally)\W{1,3})(?:an?|some)\s|(?:make|create|generate) another|next (?:shot|scene|clip)|an? (?:second|third|fourth|new|final|last) (?:shot|scene|clip)|i(?:['’]d| would)? (?:want|like|need) (?:an?|another|to see))\b`,
    String.raw`^(?=.{1,120}$)(?:.{0,40}[，,\s]|.{1,40}[里上面间后前头尾])?(?:请|帮我|给我|然后|接着|随后|最后|结尾|开头|现在|再|也){0,3}(?:加(?![密载速粗班])|插入|添加|放(?![大慢])|展示|拍|是|来(?=[一个段点])|下一[个段](?:镜头|片段|画面))`,
  ].join('|'),
  'iu',
);
/** What is dropped into the app need not be placed when it is spoken of only to leave it out. */
const DROPS =
  /^\W{0,9}(?:please )?(?:don['’]?t|do not|never|remove|delete|drop|get rid of|take out)\b(?!.{1,300}\b(?:use|add|insert|place)\b)|^(?:请|把)?(?:删除?|去掉|移除|(?:先)?(?:别|不要|不用)[用加放]).{0,60}$|把.{1,60}(?:删|去掉|移除)/iu;
/** What changes when a clip is made again belongs to that request. */
const ANOTHER_TAKE =
  /((?:\bagain\b|\bre-?(?:do|make|generate)\b|重新生成|重新做|重做|重拍|重新?来(?:过|[一1][遍次])).{0,20}?)(?:\s?[,，]\s?|\sbut\s)(?:换成|改成|变成|改为|变为|要|这次要?|(?:but|with|at|in|now|this time)\s)/giu;
/** Words that carry a message but ask for nothing. */
const FILLER =
  /^(?:(?:please|pls|cool|hmm+|um|sorry|actually|alright|wait|oh|哦|啊|嗨|对了|那个|thanks?|thank you|ok(?:ay)?|yes|no|hi|hello|hey|also|now|sure|great|perfect|nice|good|just|so|well|谢谢|好的?|谢谢?啦|谢了|多谢|辛苦了?|嗯|请|那|麻烦|吧|你好|可以吗|的话|就这样|现在)\s?){0,4}$/iu;

/** Characters that the agent reads of a message, so that a very long one costs no time. */
const mostCharacters = 4_000;
const mostClauses = 40;

/**
 * Reads a message in English or Chinese. The same words always mean the same, whatever the seed. `before`: what the last message asked
 * for, where this one only says something together with it.
 */
export function readIntent(whole: string, situation: Situation, before: Remembered | null = null): Intent {
  const intent = asTyped(readPlain(whole, situation, before), whole);
  const { open = null } = before ?? {};
  if (open === null || !(isOpen(intent) || isScene(whole)) || whole.length > mostOfAnswer) return intent;
  // What was asked is answered: `Which clip do you mean?`, `the second one`.
  const { message, about } = open;
  const by = about !== 'replacement' ? ' ' : /\p{Script=Han}/u.test(message) ? '换成' : ' with ';
  const text = about === 'title' ? `Add the title “${whole.trim()}”` : `${message}${by}${whole}`;
  const both = asTyped(readPlain(text, situation, null), text);
  return isOpen(both) ? intent : both;
}

const mostOfAnswer = 80;

/** Nobody knows yet what is to be done. */
function isOpen(intent: Intent): boolean {
  return (
    intent.kind === 'unknown' ||
    intent.kind === 'describe' ||
    (intent.kind === 'edit' && intent.requests.every(({ kind }) => kind === 'ask'))
  );
}

/** Who types traditional characters reads them in his titles. */
function asTyped(intent: Intent, typed: string): Intent {
  const plain = simplified(typed);
  if (intent.kind !== 'edit' || plain === typed) return intent;
  const original = (text: string): string => {
    const at = plain.indexOf(text);
    return at === -1 ? text : typed.slice(at, at + text.length);
  };
  return {
    ...intent,
    requests: intent.requests.map((request) =>
      'text' in request && request.text !== undefined ? { ...request, text: original(request.text) } : request,
    ),
    unread: intent.unread.map(original),
  };
}

function readPlain(whole: string, situation: Situation, before: Remembered | null): Intent {
  const captions = captionsOf(whole);
  if (captions !== null && situation.clips.length > 0)
    return { kind: 'edit', requests: captions.map(captionRequest), unread: [] };
  const message = answered(whole.slice(0, mostCharacters)).replace(
    / on track “[^“”]{0,80}”|“[^“”]{0,80}”轨道上的/gu,
    '',
  );
  const restoring = restoreLinesOf(message);
  if (restoring !== null) return restore(restoring, situation);
  const { said: typed, quotes } = liftQuotes(message);
  const plain = simplified(typed);
  const said = spelled(plain);
  const history = historyIn(said);
  if (history !== null) return { kind: 'edit', requests: [history], unread: [] };
  const again = before === null ? null : recalled(said, quotes, situation, before);
  if (again !== null) return { kind: 'edit', requests: again, unread: [] };
  const order = orderIn(said, situation);
  if (order !== null) return { kind: 'edit', requests: [order], unread: [] };
  const talk = talkIn(said);
  if (talk !== null) return { kind: 'talk', about: talk };
  if (situation.clips.length > 0 && QUESTION.test(said)) return { kind: 'describe' };
  const hasNothing =
    situation.clips.length === 0 && situation.waitingUploads.length === 0 && situation.waitingSounds.length === 0;
  // `Nice beach at sunset` and `Can you make a film of a cat?` say what is to be seen.
  const isSeen = sightIn(said) !== null && !QUESTION.test(said);
  if (hasNothing && !isSeen && !GENERATE.test(said) && editsWhatIsThere(said, quotes)) return { kind: 'describe' };
  if (hasNothing) return TALK.test(said) && !isSeen ? { kind: 'describe' } : { kind: 'generate', prompt: whole };
  const referred = refersToUpload(said, message, situation) && !DROPS.test(said);
  if (!referred && quotes.length === 0 && isScene(said)) return newClip(whole, said, quotes, situation);
  if (GENERATE.test(said) && !referred && !lexicon.again.test(said)) return newClip(whole, said, quotes, situation);
  const texts = clausesOf(said.replace(ANOTHER_TAKE, '$1 with '));
  const clauses = texts.slice(0, mostClauses).map((clause) => readClause(clause, quotes));
  const beyond = [...texts.slice(mostClauses), whole.slice(mostCharacters)].filter((text) => text !== '');
  const read = readAll(clauses, situation);
  const requests = settled(
    read.flatMap(({ clause, requests: own }) =>
      own.filter(({ kind }) => (kind !== 'move' && kind !== 'change-titles') || !placesUpload(clause, situation)),
    ),
    said,
    situation.clips,
  );
  if (read.length > 0 && read.every(({ isNoRequest }) => isNoRequest === true)) return { kind: 'describe' };
  const isPlaced = requests.some(({ kind }) => kind === 'replace-with-upload' || kind === 'own-music');
  const placing =
    !isPlaced &&
    situation.waitingUploads.length > 0 &&
    (referred || (situation.clips.length === 0 && !TALK.test(said)));
  const placed: readonly EditRequest[] = placing
    ? [{ kind: 'place-uploads', ...insertion(said, quotes, situation), ...shownFor(read) }]
    : [];
  const all = [...placed, ...requests];
  if (all.length === 0 && TALK.test(said) && !REQUEST.test(said)) return { kind: 'describe' };
  if (all.length === 0 && sightIn(said.replace(SHOWS, '')) !== null && SHOWS.test(said))
    return newClip(whole, said, quotes, situation);
  if (all.length === 0) return { kind: 'unknown' };
  const unread = placing
    ? []
    : read.filter(
        (one) =>
          one.requests.length === 0 &&
          one.isNoRequest !== true &&
          !FILLER.test(one.clause.text.replace(/[\s\p{P}]+/gu, ' ').trim()),
      );
  return { kind: 'edit', requests: all, unread: [...unread.map(({ clause }) => textOf(clause)), ...beyond] };
}

/** A film of nothing: whoever speaks of its clips wants no new one. */
const imagined: Situation = {
  clips: [1, 2, 3].map((number) => ({ name: String(number), prompt: null, startMs: number * 1000, durationMs: 1000 })),
  titles: [''],
  captions: [],
  lengthMs: 3000,
  waitingUploads: [],
  waitingSounds: [],
};
const ofClips: ReadonlySet<EditRequest['kind']> = new Set([
  'remove',
  'remove-span',
  'volume',
  'trim',
  'trim-clips',
  'split',
  'halve',
  'move',
  'swap',
  'reverse',
  'shuffle',
  'duplicate',
  'cannot',
  'ask',
]);

/** A prompt describes; who edits begins with what is to be done. */
const EDITS =
  /^[^\p{L}]{0,9}(?:(?:please|can you|could you|now|then)\s){0,2}(?:mute|unmute|remove|delete|cut|trim|split|swap|move|reverse|shuffle|duplicate|shorten|put clip|make (?:it|clip|the (?:video|clip))|turn (?:it|the sound))\b|^(?:请|帮我|把|从){0,2}.{0,8}(?:删|剪|静音|切开|移到|互换|复制|打乱|倒序|长一?点|短一?点)/iu;

function editsWhatIsThere(said: string, quotes: readonly string[]): boolean {
  if (!EDITS.test(said)) return false;
  const read = readAll(
    clausesOf(said.slice(0, 200)).map((clause) => readClause(clause, quotes)),
    imagined,
  );
  const requests = read.flatMap((one) => one.requests);
  return (
    requests.length > 0 &&
    read.every((one) => one.requests.length > 0) &&
    requests.every(({ kind }) => ofClips.has(kind))
  );
}

/** An instruction to bring an earlier version back. What its user has changed in it is read like anything else. */
function restore({ lines, quotes }: Instruction, situation: Situation): Intent {
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
    requests: [
      ...ratios.map(({ ratio }): EditRequest => ({ kind: 'remake', ratio })),
      { kind: 'go-back', lines: known },
      ...others.flatMap(({ requests }) => requests),
    ],
    unread: others.filter(({ requests }) => requests.length === 0).map(({ clause }) => textOf(clause)),
  };
}

export function situationOf(cut: Cut, uploads: Pick<Situation, 'waitingUploads' | 'waitingSounds'>): Situation {
  return {
    clips: segmentsOf(cut, 'video'),
    titles: segmentsOf(cut, 'text').map(({ text }) => text ?? ''),
    captions: segmentsOf(cut, 'text').flatMap(({ style }, index) => (style.y === captionStyle.y ? [index + 1] : [])),
    lengthMs: pictureLength(cut),
    ...uploads,
  };
}

/** `show my photo for 3 seconds`. */
function shownFor(read: readonly { readonly clause: Clause }[]): { readonly durationMs?: number } {
  const length = read.map(({ clause }) => clause.length).find((ms) => ms !== null);
  return read.length > 2 || length === undefined || length === null ? {} : { durationMs: length };
}

/** `put my photo before clip 2` moves no clip and no title. */
function placesUpload({ text, has }: Clause, situation: Situation): boolean {
  return !has('title') && refersToUpload(text, text, situation);
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
