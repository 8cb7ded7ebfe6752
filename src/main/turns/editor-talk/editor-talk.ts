import type { SuggestedAction } from '../../../shared/domain/turn.ts';
import { leadsTo, mayInstruct, readInstruction } from './sentence.ts';

/** A text of the agent without its instructions for the web editor, and what these described, each once and in order. */
export type Translation = { readonly text: string; readonly suggestedActions: readonly SuggestedAction[] };

/** No instruction is longer: what is, flows on unread with its line; in UTF-16 units. */
const longestSentence = 300;
/** No answer has more sentences and lines, or more that may be instructions: what is behind flows unread, so that none takes long. */
const [mostPieces, mostReadings] = [2000, 150];
/** A sentence with all that closes it, and of its line the last; a list's number is none. */
const complete =
  /^[^\n]*?(?:(?=\n)|(?<!^\s*\d{0,3})[.!?…][.!?…"”’」』》】)）*_~`']*(?=\s)|[。！？][.!?…。！？"”’」』》】)）*_~`']*(?=[^.!?…。！？"”’」』》】)）*_~`']))/;

/**
 * Removes sentences that only instruct the user of the web editor from a text as it streams (wire contract: "the agent says | the
 * app does"). Holds one sentence back until it is complete; what is shown is always a prefix of the result for the whole text.
 */
export function createTranslator() {
  const place = createPlace();
  const instructions = createInstructions();
  /** `gap` is white space before what is shown next. */
  let [out, pending, gap] = ['', '', ''];
  /** `isCut`: something went since the last that was shown. */
  let [hasShown, isCut, isFlowing] = [false, false, false];
  let line = { isEmpty: true, isShown: false, isCut: false };
  let pieces = 0;

  const show = (text: string): void => {
    const tight = hasShown ? gap.replace(/\n(?:[ \t]*\r?\n){2,}/g, '\n\n') : '';
    out += (isCut ? tight : gap) + (line.isCut && !line.isShown ? text.trimStart() : text);
    [gap, isCut, hasShown] = ['', false, true];
    line = { ...line, isEmpty: false, isShown: true };
  };

  const settle = (sentence: string, isLineEnd: boolean): void => {
    pieces += 1;
    if (sentence.trim() === '') return void (gap += sentence);
    const standing = place.enter(sentence, line.isEmpty, line.isEmpty && isLineEnd);
    const isSign = line.isCut && isCut && !/[\p{L}\p{N}]/u.test(sentence);
    if (standing === 'quiet' || !(isSign || instructions.isOne(sentence)) || standing === 'kept') return show(sentence);
    [isCut, line] = [true, { ...line, isEmpty: false, isCut: true }];
  };

  const endLine = (): void => {
    if (line.isEmpty) place.blankLine();
    gap = line.isCut && !line.isShown ? gap.slice(0, gap.lastIndexOf('\n') + 1) : `${gap}\n`;
    line = { isEmpty: true, isShown: false, isCut: false };
  };

  /** Shows what waits of a text that flows; says whether its end is reached. */
  const flow = (): boolean => {
    const [text = ''] = pieces < mostPieces ? pending.split('\n', 1) : [pending];
    if (text !== '') show(text);
    pending = pending.slice(text.length);
    isFlowing = pending === '';
    return !isFlowing;
  };

  /** Takes what is complete; says whether there may be more. */
  const step = (): boolean => {
    if (isFlowing && !flow()) return false;
    const sentence = complete.exec(pending.slice(0, longestSentence + 1))?.[0];
    if (sentence === undefined || pieces >= mostPieces) {
      isFlowing = pieces >= mostPieces || pending.length > longestSentence;
      if (pieces >= mostPieces) line = { isEmpty: false, isShown: true, isCut: false };
      return isFlowing;
    }
    const isLineEnd = pending.charAt(sentence.length) === '\n';
    pending = pending.slice(sentence.length + (isLineEnd ? 1 : 0));
    settle(sentence, isLineEnd);
    if (isLineEnd) endLine();
    return true;
  };

  return {
    /** Takes more of the text; answers what may be shown now, to be appended to what was shown before. */
    push: (delta: string): string => {
      pending += delta;
      while (step());
      const shown = out;
      out = '';
      return shown;
    },
    /** The text is over: what is still to be appended, and all suggested actions. */
    end: () => {
      if (pending !== '') settle(pending, true);
      return { rest: out + (isCut ? '' : gap), suggestedActions: instructions.suggestedActions() };
    },
  };
}

/** Recognizes what the user is told to do in the editor, and notes what it offers. */
function createInstructions() {
  const suggestedActions = new Map<string, SuggestedAction>();
  let readings = 0;
  return {
    /** Whether a sentence says nothing else. */
    isOne: (sentence: string): boolean => {
      if (readings >= mostReadings || !mayInstruct.test(sentence)) return false;
      readings += 1;
      const found = readInstruction(sentence.trim());
      if (found !== null) suggestedActions.set(JSON.stringify(found.suggestedAction), found.suggestedAction);
      return found?.isAll === true && !splitsMarks(sentence);
    },
    suggestedActions: (): readonly SuggestedAction[] => [...suggestedActions.values()],
  };
}

/** Translates a text that is finished; see `createTranslator`. */
export function translate(text: string): Translation {
  const { push, end } = createTranslator();
  const shown = push(text);
  const { rest, suggestedActions } = end();
  return { text: shown + rest, suggestedActions };
}

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
function splitsMarks(sentence: string): boolean {
  return splits(sentence, /\*\*/) || splits(sentence, /`/) || splits(sentence, /[(（]/, /[)）]/);
}

/** Follows a text, and says by their places what its sentences can be. */
function createPlace() {
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
