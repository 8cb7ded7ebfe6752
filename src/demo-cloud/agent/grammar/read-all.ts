import type { Situation, EditRequest } from '../edit-request.ts';
import { type Clause, readClause } from './clause.ts';
import { indicesOf } from '../../draft/cut.ts';
import { clipRules } from './clips.ts';
import {
  eachOf,
  isAsking,
  isOfTitle,
  lastingSo,
  meansUnseen,
  type Read,
  stated,
  subjectOf,
  targetOf,
  titleWords,
  topicOf,
  wholeOf,
  withTopic,
  withVerbOf,
} from './context.ts';
import { effectRules, limitRules } from './effects.ts';
import { framingRules } from './framing.ts';
import { historyRules } from './history.ts';
import { makeRules } from './makes.ts';
import { withNumbers, withoutExceptions } from './mentions.ts';
import { musicRules } from './music.ts';
import { orderRules, placedCopy } from './order.ts';
import { fits, type Rule } from './rule.ts';
import { soundRules } from './sound.ts';
import { OVER_CLIP, titleRules } from './titles.ts';

/** The whole grammar, in the order in which it is asked. */
export const rules: readonly Rule[] = [
  ...historyRules,
  ...framingRules,
  ...limitRules,
  ...titleRules,
  ...musicRules,
  ...effectRules,
  ...makeRules,
  ...soundRules,
  ...orderRules,
  ...clipRules,
];

/** What is to stay as it is. */
const NEGATED =
  /^\W{0,9}(?:please |but |and |so ){0,2}(?:(?:don['’]?t|do not)(?! (?:show|play|use|have)\b)|never(?! mind)|no need to|i did(?:n['’]?t| not))\b|(?:不要|别|不用|无需|不必|先不)(?:再|去)?(?:删|改|动|静音|换|[加放](?!.{0,6}(?:音乐|配乐|bgm|标题|字幕))|剪|移|碰|变|调|修|替|裁|用|[红橙黄绿蓝紫粉白灰金]色?|黑(?!白))/iu;
/** What the next clause is about: `fix the title, it should read …`. */
const OPENS =
  /^[^\p{L}]{0,9}(?:please )?(?:fix|change|edit|update|adjust|about|as for)\s(?:the |my )?(?:titles?|captions?|text|music|song|clips? \d{1,2}|video)[\s\p{P}]{0,9}$|^(?:关于)?(?:标题|字幕|音乐|片段\s?\d)(?:改一?下|不对|不好|有问题)?[\s\p{P}]{0,9}$/iu;
/** Takes back what was said just before: `no wait, blue`. */
const CORRECTS =
  /^[^\p{L}]{0,9}(?:(?:oh |sorry |oops )?(?:no wait|wait no|no|wait|actually|sorry|scratch that|i mean|make that|rather)(?![\p{L}])(?! \p{L}{1,20} (?:music|title))|不对|不是|错了|哦不|我是说|还是)[\s\p{P}]{0,3}/iu;
/** `the music too`, `音乐也一样`. */
const TOO =
  /^[^\p{L}]{0,9}(?:the |on )?(.{1,20}?) (?:too|as well|also)[\s\p{P}]{0,3}$|^(.{1,10}?)也(?:一样|是|要)?[\s\p{P}]{0,3}$/iu;
/** `慢慢出现`, `stay a bit longer` behind a title. */
const OF_TITLES =
  /^[^\p{L}]{0,3}(?:to )?(?:stay|remain|linger|appear|disappear|come in)s?\b|^[\s\p{P}]{0,3}(?:它|让它|要|并)?(?:慢慢|渐渐|逐渐)地?(?:出现|显示|浮现|显现|消失|出来)[\s\p{P}]{0,3}$/u;
const REST =
  /\b(?:the )?(?:rest|others|other (?:clips|ones|two)|remaining(?: clips)?|everything else)\b|(?:其[他它余]|剩下|剩余|别)的?(?:片段|都)?/iu;
const STAYS =
  /\b(?:keep|leave)\b(?!.{0,30}(?:\d|\b(?:quiet|quieter|soft|low|down|lower|louder|loud)\b))|保[留持]|留着|不要动|别动|不变/iu;

/** `remove the title and the music`, `clip 2 is too long, cut it`: what a clause leaves out stands in the one before. */
export function readAll(clauses: readonly Clause[], situation: Situation): readonly Read[] {
  const read = clauses.reduce<readonly Read[]>(
    (before, clause) => [...before.slice(0, -1), ...next(before.at(-1), clause, situation)],
    [],
  );
  return keeping(read);
}

/** A clause, and the one before as it is to be read now. */
function next(last: Read | undefined, clause: Clause, situation: Situation): readonly Read[] {
  if (NEGATED.test(clause.text))
    return [...(last === undefined ? [] : [last]), { clause, requests: [], isNoRequest: true }];
  if (last === undefined) return [stated({ clause, requests: requestsOf(clause, situation) })];
  const mended = mendedBy(last, clause, situation);
  if (mended !== null) return mended;
  const joined = joinedWith(last, clause, situation);
  if (joined !== null) return [joined];
  // `write “Hi” over clip 2 and make it red`: of what can be done to a title, `it` is the title.
  const titled = last.requests.findLast(isOfTitle);
  const ofTitle =
    titled !== undefined && (clause.has('it') || OF_TITLES.test(clause.text))
      ? requestsOf(withTopic(titleWords(titled), clause), situation)
      : [];
  if (ofTitle.length > 0 && ofTitle.every(isOfTitle)) return [last, { clause, requests: ofTitle }];
  const copy = last.requests.length === 1 ? placedCopy(last.requests[0], clause, situation) : null;
  if (copy !== null) return [{ ...last, requests: [copy] }];
  // `keep the city, delete the rest` says it twice.
  if (last.clause.has('keepOnly') && last.requests.some(leavesOut) && REST.test(clause.text) && clause.has('remove'))
    return [last, { clause, requests: [], isNoRequest: true }];
  // `make the city black and white but keep the others in colour`.
  if (last.requests.length > 0 && REST.test(clause.text) && STAYS.test(clause.text))
    return [last, { clause, requests: [], isNoRequest: true }];
  const rest = restOf(last, clause, situation);
  if (rest !== null) return [last, { clause: rest, requests: requestsOf(rest, situation) }];
  const cut = cutOf(last, clause, situation);
  if (cut !== null) return [cut];
  const alike =
    last.requests.length === 0
      ? null
      : withVerbOf(numberedClause(last.clause, situation), numberedClause(clause, situation, true));
  if (alike !== null) return [last, { clause: alike, requests: requestsOf(alike, situation) }];
  const lasting = lastingSo(last, clause);
  if (lasting !== null) return [lasting];
  // `第二段太长了，剪到3秒`: what finds fault leaves it to the next clause to say how much.
  const asked = FAULT.test(last.clause.text) && !clause.has('video') ? [] : last.requests;
  const topic = topicOf({ ...last, clause: numberedClause(last.clause, situation), requests: asked }, clause);
  const meant = topic === null ? [] : requestsOf(withTopic(topic, clause), situation);
  if (meant.length > 0 && !meant.some(isAsking)) {
    return [
      { ...last, isNoRequest: true },
      { clause, requests: meant },
    ];
  }
  // `the title is gone too early, keep it for 6 seconds`.
  const subject = asked.length > 0 ? null : subjectOf(last.clause, clause);
  const ofSubject = subject === null ? [] : requestsOf(withTopic(subject, clause), situation);
  if (ofSubject.length > 0 && !ofSubject.some(isAsking))
    return [
      { ...last, isNoRequest: true },
      { clause, requests: ofSubject },
    ];
  const own = requestsOf(wholeOf(clause, last), situation);
  const of = targetOf(last.requests, clause);
  const target = own.length > 0 && !own.some(isAsking) && of?.isSure !== true ? null : (of?.words ?? null);
  const requests = target === null ? own : requestsOf(withTopic(target, clause), situation);
  if (requests.length > 0 || last.requests.length > 0)
    return [
      OPENS.test(last.clause.text) && requests.length > 0 ? { ...last, isNoRequest: true } : last,
      stated({ clause, requests: target !== null && requests.some(isAsking) ? [] : requests }),
    ];
  // `the title is wrong, it should be “Dusk”`.
  const about = (['title', 'music'] as const).find((word) => last.clause.has(word) && !clause.has(word));
  const told = about === undefined ? [] : requestsOf(withTopic(about, clause), situation);
  return told.length === 0
    ? [last, stated({ clause, requests })]
    : [
        { ...last, isNoRequest: true },
        { clause, requests: told },
      ];
}

/** `keep the city`, `keep 2 to 9 s`: all else goes. */
function leavesOut({ kind }: EditRequest): boolean {
  return kind === 'remove' || kind === 'keep-span' || kind === 'trim' || kind === 'trim-clips';
}

/** `the first 4 seconds are boring, cut them`; `split at 2 s and delete the first part`: what goes was said before. */
function cutOf(last: Read, clause: Clause, situation: Situation): Read | null {
  const { clips } = situation;
  const [request, ...others] = last.requests;
  const part = PART.exec(clause.text)
    ?.slice(1)
    .find((word) => word !== undefined);
  if (request?.kind === 'split' && others.length === 0 && clause.has('remove') && part !== undefined) {
    const { atMs } = request;
    const of = clips.findLast(({ startMs }) => startMs < atMs);
    if (of === undefined) return null;
    const isFirst = /first|front|left|earlier|前/iu.test(part);
    const [fromMs, toMs] = isFirst ? [of.startMs, atMs] : [atMs, of.startMs + of.durationMs];
    return { ...last, requests: [request, { kind: 'remove-span', fromMs, toMs }] };
  }
  const isSaid = last.clause.length !== null || last.clause.span !== null;
  if (!BARE_CUT.test(clause.text) || !isSaid || last.clause.has('remove') || last.clause.has('cut')) return null;
  const whole = readClause(
    `${clause.text.replace(/\b(?:it|them|that|those)\b/iu, ' ').trim()} ${last.clause.text}`,
    clause.allQuotes,
  );
  return { clause: whole, requests: requestsOf(whole, situation) };
}

const PART =
  /\b(first|second|last|left|right|front|back|earlier|later) (?:part|piece|bit|one|section|half)\b|([前后])面?的?那?[一1]?(?:[截段半]|部分)/iu;
const BARE_CUT =
  /^[\s\p{P}]{0,3}(?:so |please |just )?(?:cut|remove|delete|trim|drop|lose|take) (?:it|them|that|those)(?: out| off| away)?[\s\p{P}]{0,3}$|^[\s\p{P}]{0,3}(?:把它|请)?(?:[这那]一?段|[这那]部分|中间的?)?(?:都)?(?:[剪删去][掉了]|不要了?)[\s\p{P}]{0,3}$/iu;
const FAULT = /太/u;
/** What a title is to read may be what a clip shows. */
const READS = /\b(?:says?|saying|reads?|reading|called|named|change|rename)\b|叫|写|改成|改为/iu;

/** `mute clip 1, slow the rest down`: all others; where those went, all that is left. */
function restOf(last: Read, clause: Clause, { clips }: Situation): Clause | null {
  const { which } = last.clause;
  if (!REST.test(clause.text) || !Array.isArray(which) || last.requests.length === 0) return null;
  const isGone = last.requests.some(({ kind }) => kind === 'remove');
  const used: readonly number[] = which;
  const others = clips.flatMap((_, at) => (used.includes(at + 1) ? [] : [at + 1]));
  const words = isGone ? 'all clips' : `clips ${others.join(' and ')}`;
  return others.length === 0 ? null : readClause(clause.text.replace(REST, ` ${words} `), clause.allQuotes);
}

/** `make the title red, no wait, blue`: what was said before, with this in it. `… the music too`: both. */
function mendedBy(last: Read, clause: Clause, situation: Situation): readonly Read[] | null {
  const too = TOO.exec(clause.text)
    ?.slice(1)
    .find((word) => word !== undefined);
  const isCorrection = CORRECTS.test(clause.text) || last.isCorrection === true;
  if (last.requests.length === 0 || (!isCorrection && too === undefined)) return null;
  const rest = isCorrection ? clause.text.replace(CORRECTS, '') : (too ?? '');
  if (!/[\p{L}\p{N}]/u.test(rest)) return [{ ...last, isCorrection: true }];
  const said = readClause(rest, clause.allQuotes);
  // `remove the title, and the music as well`.
  const whole = isCorrection ? said : wholeOf(said, last);
  if (whole !== said) return [last, { clause: whole, requests: requestsOf(whole, situation) }];
  const own = requestsOf(said, situation);
  if (isCorrection && own.length > 0 && !own.some(isAsking)) return [last, { clause: said, requests: own }];
  const before = numberedClause(last.clause, situation).text.replace(
    /\bclips? \d{1,2}(?: and \d{1,2})?|片段\s?\d{1,2}/giu,
    ' ',
  );
  const target = targetOf(last.requests, said)?.words;
  const texts = [
    ...(target === undefined || !isCorrection ? [] : [`${target} ${rest}`]),
    `${before} ${rest}`,
    `${rest} ${before}`,
  ];
  for (const text of texts) {
    const whole = readClause(text, clause.allQuotes);
    const requests = requestsOf(whole, situation);
    if (requests.length > 0 && !requests.some(isAsking))
      return [...(isCorrection ? [] : [last]), { clause: whole, requests }];
  }
  return null;
}

/** `swap the city and the sea`, `the order is sea, beach, city`: what is only a clip belongs to the clause before. */
function joinedWith(last: Read, clause: Clause, situation: Situation): Read | null {
  const isOrder = last.clause.has('order') && last.requests.length === 0;
  const { text } = numberedClause(clause, situation, isOrder || last.clause.has('swap') || last.clause.has('between'));
  if (!/^\s{0,9}(?:clips? \d{1,2}|片段\d{1,2})[\s\p{P}]{0,9}$/iu.test(text)) return null;
  const whole = readClause(`${numberedClause(last.clause, situation).text} and ${text.trim()}`, last.clause.allQuotes);
  const requests = requestsOf(whole, situation);
  return requests.length === 0 && !isOrder ? null : { clause: whole, requests };
}

/** `mute everything but keep the music`: what is to stay asks for nothing, and takes back what would change it. */
function keeping(read: readonly Read[]): readonly Read[] {
  const stays = (clause: Clause): boolean => STAYS.test(clause.text) && clause.has('music') && !clause.has('change');
  if (!read.some(({ clause }) => stays(clause))) return read;
  return read.map((one) =>
    stays(one.clause)
      ? { ...one, requests: [], isNoRequest: true }
      : {
          ...one,
          requests: one.requests.filter(
            (request) => request.kind !== 'volume' || request.of !== 'audio' || request.level !== 0,
          ),
        },
  );
}

function requestsOf(said: Clause, situation: Situation): readonly EditRequest[] {
  const [one = said, ...others] = eachOf(said);
  if (others.length > 0) return [one, ...others].flatMap((each) => requestsOf(each, situation));
  const numbered = numberedClause(said, situation);
  const all = withoutExceptions(numbered.said, situation, (left) => {
    const { which, has } = numberedClause(readClause(left, said.allQuotes), situation);
    return has('music') ? 'music' : which === null ? [] : indicesOf(which, situation.clips.length).map((at) => at + 1);
  });
  if (all === null) return [];
  const clause = all === numbered.said ? numbered : readClause(all, said.allQuotes);
  if (meansUnseen(clause, situation)) return [{ kind: 'ask', about: 'clip' }];
  for (const rule of rules) {
    const request = fits(rule, clause) ? rule.request(clause, situation) : null;
    if (request !== null) return Array.isArray(request) ? request : [request as EditRequest];
  }
  return [];
}

/** `trim city to 3 seconds`, `between city and sea`: what follows can be nothing but a clip. */
const DONE_TO = /\b(?:trim|shorten|mute|unmute|split|between) (?!(?:it|the|this|that|my|all|every|each)\b)\p{L}/iu;
const WHILE = /\b(?:when|while|during)\b|时候?(?!长)/iu;
const AND_THE_LAST = /\band (?:the )?(?:last|final)\b|[和跟与、]最后/iu;

/** Clips by their numbers. What a title reads, or music sounds like, is none. */
function numberedClause(
  clause: Clause,
  situation: Situation,
  isBare = clause.has('swap') || clause.has('order') || DONE_TO.test(clause.text),
): Clause {
  const isHow = ['mute', 'louder', 'quieter', 'remove'] as const;
  const speaksOfNone =
    (clause.has('music') && !isHow.some((word) => clause.has(word)) && !WHILE.test(clause.text)) ||
    ((clause.has('title') || clause.has('caption')) &&
      clause.quotes.length === 0 &&
      (!OVER_CLIP.test(clause.text) || READS.test(clause.text)));
  // `put the beach before clip 1`.
  const comparesTwo = (['swap', 'alike', 'before', 'after', 'between'] as const).some((word) => clause.has(word));
  if (speaksOfNone || (Array.isArray(clause.which) && !comparesTwo && !AND_THE_LAST.test(clause.text))) return clause;
  const isReplacing = !isBare && (clause.has('replace') || clause.has('into'));
  const text = withNumbers(clause.text, situation, { isReplacing, isBare });
  return text === clause.text ? clause : readClause(text, clause.allQuotes);
}
