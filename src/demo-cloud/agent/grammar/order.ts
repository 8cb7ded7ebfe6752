import { indicesOf, type Which } from '../../draft/cut.ts';
import { withDigits } from './amounts.ts';
import { withNumbers } from './mentions.ts';
import type { Situation, EditRequest } from '../edit-request.ts';
import type { Clause } from './clause.ts';
import type { Rule } from './rule.ts';

/** In which order the clips come, and how often. */
export const orderRules: readonly Rule[] = [
  {
    when: 'swap',
    like: ['swap clips 1 and 2', '交换片段1和片段2'],
    request: ({ which, has, said }, { clips }) => {
      const ends = clips.length === 2 || (has('first') && has('last')) || /首尾/u.test(said) ? [1, clips.length] : [];
      const numbers: readonly number[] = Array.isArray(which) ? which : ends;
      const [a, b = has('last') ? clips.length : undefined, more] = numbers;
      if (a === undefined || b === undefined || more !== undefined) return null;
      return { kind: 'swap', one: a, other: b };
    },
  },
  {
    when: 'shuffle !music',
    like: ['shuffle the clips', '把片段打乱'],
    request: () => ({ kind: 'shuffle' }),
  },
  {
    when: 'backwards',
    like: ['reverse the order', '顺序反过来'],
    request: () => ({ kind: 'reverse' }),
  },
  {
    when: 'order !backwards',
    like: ['change the order to 3, 1, 2', '顺序改成3、1、2'],
    request: ({ said }, { clips }) => {
      const numbers = [...said.matchAll(/\d{1,2}/gu)].map(([digits]) => Number(digits));
      const isAll = numbers.length === clips.length && clips.every((_, index) => numbers.includes(index + 1));
      return isAll ? { kind: 'order', numbers } : null;
    },
  },
  {
    when: 'duplicate !title !music',
    like: ['duplicate clip 2', '复制片段2'],
    request: (clause, situation) => duplicating(clause, situation),
  },
  {
    when: 'number before/after !own !show !remove !title !music !fade !transition !replace !cut !quote',
    like: ['clip 3 before clip 1', '片段3在片段1前面'],
    request: (clause, situation) =>
      Array.isArray(clause.which) &&
      clause.which.length === 2 &&
      (!clause.has('add') || /\bi(?: want|['’]d like| would like| need)\b|要|[放在]/iu.test(clause.text))
        ? moving(clause, situation)
        : null,
  },
  {
    when: 'move which',
    like: ['put clip 2 first', '把片段2放到开头'],
    request: (clause, situation) => moving(clause, situation),
  },
];

/** `show clip 1 three times` adds two; `copy clip 1 to the end` one, there. */
function duplicating(clause: Clause, { clips }: Situation): EditRequest {
  const numbers: readonly number[] = Array.isArray(clause.which) ? clause.which : [];
  const which: Which | null =
    clause.which === 'all' || /\b(?:video|film|everything)\b|整个视频|全片/iu.test(clause.said)
      ? 'all'
      : numbers.length > 0
        ? numbers.slice(0, clause.has('after') || clause.has('before') ? 1 : numbers.length)
        : (clause.which ?? (clips.length === 1 ? 'all' : null));
  if (which === null) return { kind: 'ask', about: 'clip' };
  const [, times] = /(\d{1,2})\s?(?:times\b|[遍次])/iu.exec(clause.said) ?? [];
  const isCopy = /\b(?:copy|duplicate|clone)\b|复制|拷贝/iu.test(clause.said);
  const copies = /\btwice\b/iu.test(clause.said)
    ? 2
    : /(\d{1,2})\s?(?:copies|more|份|times\b|[遍次])/iu.exec(clause.said)?.[1];
  const isMore = /\bmore\b|再/iu.test(clause.said);
  const more = Math.max(1, isCopy || isMore ? Number(copies ?? 1) : Number(times ?? 2) - 1);
  const other = numbers[1];
  const isElsewhere = /\bto the\b|\bat the\b|复制到|放[到在]|移到|加到|[到在放]最|(?:挪|摆|插|搬|贴)到/iu.test(
    clause.said,
  );
  const behind =
    other !== undefined && clause.has('after')
      ? other
      : other !== undefined && clause.has('before')
        ? other - 1
        : isElsewhere && clause.has('end')
          ? clips.length
          : isElsewhere && clause.has('start')
            ? 0
            : which === 'all'
              ? clips.length
              : undefined;
  return { kind: 'duplicate', which, more, ...(behind === undefined ? {} : { behind }) };
}

/** `duplicate clip 3 and put the copy first`. */
export function placedCopy(last: EditRequest | undefined, clause: Clause, { clips }: Situation): EditRequest | null {
  const isOfCopy = /\b(?:cop(?:y|ies)|duplicates?|new one|it)\b|复制的|副本|新的那?[个段]|它/iu.test(clause.text);
  if (last?.kind !== 'duplicate' || !isOfCopy || !clause.has('move')) return null;
  if (clause.has('start')) return { ...last, behind: 0 };
  if (clause.has('end')) return { ...last, behind: clips.length };
  const [number] = Array.isArray(clause.which) ? (clause.which as readonly number[]) : [];
  if (number === undefined) return null;
  return clause.has('before')
    ? { ...last, behind: number - 1 }
    : clause.has('after')
      ? { ...last, behind: number }
      : null;
}

/** All clips by their numbers or by what they show, and no more than that: `sea, then city, then beach`, `3 1 2`. */
export function orderIn(said: string, situation: Situation): EditRequest | null {
  const count = situation.clips.length;
  const named = withDigits(withNumbers(said, situation, { isReplacing: false, isBare: true }));
  const rest = named.replace(onlyOrder, ' ');
  const numbers = [...named.matchAll(/\d{1,2}/gu)].map(([digits]) => Number(digits));
  const isAll = numbers.length === count && situation.clips.every((_, index) => numbers.includes(index + 1));
  return count > 1 && isAll && !/[\p{L}\p{N}⟦]/u.test(rest) ? { kind: 'order', numbers } : null;
}

const onlyOrder =
  /\b(?:(?:the )?(?:new )?order(?: (?:should be|to be|is))?|clips?|then|first|next|last(?:ly)?|finally|after that|and|the|please|pls|followed by|comes?|goes|put|show|have|with|i want|it)\b|片段|顺序|应该|改成|排成|排列|按|先|再|然后|接着|最后|最先|之后|是|放|要|第|[段个]|\d{1,2}/giu;

/** `put clip 2 first`, `move the last clip to the front`, `clip 3 after clip 1`. */
function moving(clause: Clause, { clips }: Situation): EditRequest | null {
  const { which, said: text } = clause;
  const said: readonly number[] = Array.isArray(which) ? which : [];
  const startsWithLast = /^\D{0,40}(?:\b(?:last|final)\b|最后(?!\s?[放是接来]))(?!\S{0,9}(?:面|位))/iu.test(text);
  const numbers = said.length === 1 && startsWithLast ? [clips.length, ...said] : said;
  const [named] = typeof which === 'string' && which !== 'all' ? indicesOf(which, clips.length) : [];
  const from =
    numbers[0] ??
    (named === undefined || (which === 'first' && !clause.has('clip')) || clause.has('title') ? null : named + 1);
  if (from === null) return null;
  const shift = /\b(?:up|forward|earlier)\b|[往向]前/iu.test(text)
    ? -1
    : /\b(?:down|back|later)\b|[往向]后/iu.test(text)
      ? 1
      : 0;
  if (shift !== 0 && /\b(?:one|a|1)\b|[一1]位|[一1]格/iu.test(text) && numbers.length === 1)
    return { kind: 'move', from, to: Math.max(1, from + shift) };
  const position = positionIn(text);
  if (position !== null && (numbers.length < 2 || startsWithLast)) return { kind: 'move', from, to: position };
  const [, other, third] = numbers;
  if (other !== undefined && third !== undefined && clause.has('between'))
    return placed(from, Math.max(Math.min(other, third) + 1, 1));
  if (other !== undefined && clause.has('before')) return placed(from, other);
  if (other !== undefined && clause.has('after')) return placed(from, other + 1);
  if (other !== undefined) return { kind: 'move', from, to: other };
  const toEnd = (which !== 'last' && clause.has('end')) || /\b(?:end|finish|close)s? (?:with|the)\b/iu.test(text);
  if (toEnd) return { kind: 'move', from, to: clips.length };
  const toStart =
    clause.has('start') ||
    clause.has('first') ||
    /\bfront\b|\b(?:start|begin|open)s? the\b|打头|先[放播]|\bbefore\b|\b(?:start|begin|open)s? with\b/iu.test(text);
  return toStart ? { kind: 'move', from, to: 1 } : null;
}

/** In front of what stands at `to` now. */
function placed(from: number, to: number): EditRequest {
  return { kind: 'move', from, to: to - (from < to ? 1 : 0) };
}

/** `to position 2`, `second`, `in second place`, `第2位`. */
function positionIn(text: string): number | null {
  const number = /(?:position|place|spot|slot|number|[到在为]第)\s?(\d{1,2})(?!\s?[个段])/iu.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  const at = ['second', 'third', 'fourth', 'fifth'].findIndex((word) =>
    new RegExp(`\\b${word}(?:[^\\p{L}]{0,9}$| (?:place|position|spot|slot)\\b)`, 'iu').test(text),
  );
  return at === -1 ? null : at + 2;
}
