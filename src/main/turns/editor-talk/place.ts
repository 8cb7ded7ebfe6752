import { leadsTo } from './sentence.ts';

/** What a heading, or a list item, starts with. */
const start = /^\s*(?:#{1,6}\s|([-*+•]\s|\d{1,3}[.)、）]))\s*(?=\S)/;
const address = /https?:|www\.|\]\(|\b[\w-]+\.(?:com|ai|cn|org|net|io)\b/i;
const heading = /^\s*(?:#|(?:\*\*|__)[^*_]+(?:\*\*|__)[:：]?\s*$)/;
const verbatim = /^(?: {4}|\t| {0,3}[>|])/;

/** Whether what one sign opens, and the other closes, begins or ends in a sentence and does not do both. */
function splits(sentence: string, open: RegExp, close?: RegExp): boolean {
  const [opened = 0, closed = 0] = [open, close ?? /$^/].map((sign) => sentence.split(sign).length - 1);
  return close === undefined ? opened % 2 === 1 : opened !== closed;
}

/** Whether Markdown or brackets would be left open without a sentence. */
export function splitsMarks(sentence: string): boolean {
  return splits(sentence, /\*\*/) || splits(sentence, /`/) || splits(sentence, /[(（]/, /[)）]/);
}

/** Follows a text, and says by their places what its sentences can be. */
export function createPlace() {
  let [fence, item] = ['', ''];
  let [isQuotation, isQuiet, isBehindBlank] = [false, false, false];
  /** What a heading, or a line with a colon at its end, leads to; a heading's lasts until the next one. */
  let block = { leadsTo: leadsTo(''), isHeaded: false, hasLines: false };

  const enterLine = (sentence: string, isWholeLine: boolean): void => {
    item = start.exec(sentence)?.[1] ?? '';
    const isHeading = isWholeLine && heading.test(sentence);
    const isOver = isHeading || (isBehindBlank && block.hasLines && item === '' && !block.isHeaded);
    block = { ...block, leadsTo: isOver ? null : block.leadsTo, hasLines: true };
    isBehindBlank = false;
    const mark = /^\s*(```|~~~)/.exec(sentence)?.[1] ?? '';
    isQuiet = block.leadsTo === 'content' || fence + mark !== '' || verbatim.test(sentence);
    if (mark !== '' && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
    const words = sentence.replace(start, '').replace(/[*_]/g, '').trim();
    const leads = isHeading || (isWholeLine && /[:：]$/.test(words));
    const label = leads ? words : /^[^:：|]{1,40}[:：](?!\/\/)/.exec(words)?.[0];
    const found = leadsTo(label ?? '');
    if (leads) block = { leadsTo: found ?? (isHeading ? null : 'content'), isHeaded: isHeading, hasLines: false };
    else if (found === 'content') block = { leadsTo: found, isHeaded: false, hasLines: true };
    isQuiet ||= !leads && label !== undefined && label.split(/\s+/).length <= 6 && found !== 'instructions';
  };

  return {
    blankLine: (): void => void ([isBehindBlank, isQuotation] = [true, false]),
    /** Of a sentence as it was written: `quiet` means no button either, `kept` may. */
    enter: (sentence: string, isFirst: boolean, isWholeLine: boolean): 'quiet' | 'kept' | 'free' => {
      if (isFirst) enterLine(sentence, isWholeLine);
      const isSplit = splits(sentence, /(?<!\d)"/) || splits(sentence, /[“「『《]/, /[”」』》]/);
      const isContent = isQuiet || isQuotation || isSplit || address.test(sentence);
      isQuotation = isQuotation !== isSplit;
      if (isContent) return 'quiet';
      return item !== '' && (/^\d/.test(item) || block.leadsTo !== 'instructions') ? 'kept' : 'free';
    },
  };
}
