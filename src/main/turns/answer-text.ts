import type { ReplyPart } from '../../shared/domain/turn.ts';
import { createTranslator, translate, type Translation } from './editor-talk/editor-talk.ts';

/** The parts of the turn that an answer is written into. */
export type AnswerParts = {
  readonly list: () => readonly ReplyPart[];
  /** Puts a part in this place, or behind the last one. */
  readonly put: (at: number, part: ReplyPart) => void;
  /** Appends to the text in this place, or begins one behind the last part. */
  readonly append: (at: number, delta: string) => void;
};

/** One text of an answer as it comes, shown without its talk of an editor. */
export type AnswerText = {
  readonly append: (delta: string) => void;
  /** The text begins anew with this. */
  readonly replace: (text: string) => void;
  /** The whole text, which is final. */
  readonly settle: (whole: string) => void;
  /** The stream is over: what was held back belongs to the answer, too. */
  readonly finish: () => void;
};

export function createAnswerText(parts: AnswerParts): AnswerText {
  let part: number | null = null;
  let came = '';
  let translator = createTranslator();
  let isSettled = false;

  /** A part begins when there is something to show: until then its place may be taken by another. */
  const place = (): number => (part ??= parts.list().length);

  /** All of it has been appended, and is on disk without the whole turn being written again. */
  const end = (): void => {
    const at = place();
    const { rest, suggestedActions } = translator.end();
    if (rest !== '') parts.append(at, rest);
    if (suggestedActions.length === 0) return;
    // Of a text that is nothing but its buttons, nothing was appended.
    const shown = parts.list()[at];
    parts.put(at, textPart(shown?.kind === 'text' ? shown.text : '', suggestedActions));
  };

  return {
    append: (delta) => {
      came += delta;
      const visible = translator.push(delta);
      if (visible !== '') parts.append(place(), visible);
    },
    replace: (text) => {
      [came, translator, isSettled] = [text, createTranslator(), false];
      const visible = translator.push(text);
      if (part !== null || visible !== '') parts.put(place(), textPart(visible, []));
    },
    settle: (whole) => {
      isSettled = true;
      if (part !== null && came === whole) return end();
      const { text, suggestedActions } = translate(whole);
      parts.put(place(), textPart(text, suggestedActions));
    },
    finish: () => {
      if (isSettled) return;
      isSettled = true;
      end();
    },
  };
}

function textPart(text: string, suggestedActions: Translation['suggestedActions']): ReplyPart {
  return suggestedActions.length > 0 ? { kind: 'text', text, suggestedActions } : { kind: 'text', text };
}
