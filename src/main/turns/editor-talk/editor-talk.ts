import type { SuggestedAction } from '../../../shared/domain/suggested-action.ts';
import { createPlace, splitsMarks } from './place.ts';
import { mayInstruct, readInstruction } from './sentence.ts';

/** A text of the agent without its instructions for the web editor, and what these described, each once and in order. */
export type Translation = { readonly text: string; readonly suggestedActions: readonly SuggestedAction[] };
export type Translator = ReturnType<typeof createTranslator>;

/** No instruction is longer: what is, flows on unread with its line; in UTF-16 units. */
const longestSentence = 300;
/** No answer has more sentences and lines, or more that may be instructions: what is behind flows unread, so that none takes long. */
const [mostPieces, mostReadings] = [2000, 150];
/** A sentence with all that closes it, and of its line the last; a list's number is none. */
const complete =
  /^[^\n]*?(?:(?=\n)|(?<!^\s*\d{0,3})[.!?…][.!?…"”’」』》】)）*_~`']*(?=\s)|[。！？][.!?…。！？"”’」』》】)）*_~`']*(?=[^.!?…。！？"”’」』》】)）*_~`']))/;

/**
 * Takes sentences that are nothing but an instruction for the web editor out of a text as it streams (wire contract: "the agent says
 * | the app does"); all else stays word for word. One sentence waits until it is complete. All that was shown is a prefix of the
 * translation of the whole text, wherever it was cut into deltas.
 */
export function createTranslator() {
  const place = createPlace();
  const instructions = createInstructions();
  /** `gap` is white space before what is shown next. */
  let [out, held, gap] = ['', '', ''];
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

  /** Shows what is held of a text that flows; says whether its end is reached. */
  const flow = (): boolean => {
    const [text = ''] = pieces < mostPieces ? held.split('\n', 1) : [held];
    if (text !== '') show(text);
    held = held.slice(text.length);
    isFlowing = held === '';
    return !isFlowing;
  };

  /** Takes what is complete; says whether there may be more. */
  const step = (): boolean => {
    if (isFlowing && !flow()) return false;
    const sentence = complete.exec(held.slice(0, longestSentence + 1))?.[0];
    if (sentence === undefined || pieces >= mostPieces) {
      isFlowing = pieces >= mostPieces || held.length > longestSentence;
      if (pieces >= mostPieces) line = { isEmpty: false, isShown: true, isCut: false };
      return isFlowing;
    }
    const isLineEnd = held.charAt(sentence.length) === '\n';
    held = held.slice(sentence.length + (isLineEnd ? 1 : 0));
    settle(sentence, isLineEnd);
    if (isLineEnd) endLine();
    return true;
  };

  return {
    /** Takes more of the text; answers what may be shown now, to be appended to what was shown before. */
    push: (delta: string): string => {
      held += delta;
      while (step());
      const shown = out;
      out = '';
      return shown;
    },
    /** The text is over: what is still to be appended, and all suggested actions. */
    end: () => {
      if (held !== '') settle(held, true);
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
