import { assertNever } from '../../shared/assert-never.ts';
import type { Verb } from '../../shared/domain/verb.ts';
import { createPage } from './gui-talk-page.ts';
import { createSentences } from './gui-talk-sentence.ts';
import { createTokenizer, type Token } from './gui-talk-tokens.ts';

/** A text of the agent without its instructions for the web editor, and what these described, each once and in order. */
export type Translation = { readonly text: string; readonly verbs: readonly Verb[] };

export type Translator = {
  /** Takes more of the text; answers what may be shown now, to be appended to what was shown before. */
  readonly push: (delta: string) => string;
  /** The text is over: what is still to be appended, and all verbs. */
  readonly end: () => { readonly rest: string; readonly verbs: readonly Verb[] };
};

/**
 * Takes the instructions for the web editor out of a text as it streams (wire contract: "the agent says | the app does"). A clause
 * waits only while it may become an instruction, and what leads to an instruction waits with it; all else flows word by word. All
 * that was shown is a prefix of the translation of the whole text, wherever it was cut into deltas.
 */
export function createTranslator(): Translator {
  const page = createPage();
  const verbs = new Map<string, Verb>();
  const sentences = createSentences(page, (verb) => verbs.set(JSON.stringify(verb), verb));

  const tokenizer = createTokenizer(sentences.isFlowing);

  const read = (token: Token): void => {
    switch (token.kind) {
      case 'verbatim':
        page.show(token.text);
        return;
      case 'bullet':
        page.bullet(token.text);
        return;
      case 'line':
        sentences.endWithLine();
        page.line(token.text);
        return;
      case 'end':
        sentences.end(token.text);
        return;
      case 'space':
        if (sentences.isEmpty()) page.space(token.text);
        else sentences.add(token);
        return;
      case 'word':
      case 'opaque':
      case 'pause':
      case 'open':
      case 'close':
      case 'mark':
        sentences.add(token);
        return;
      default:
        assertNever(token.kind);
    }
  };

  return {
    push: (delta) => {
      tokenizer.push(delta, false, read);
      return page.take();
    },
    end: () => {
      tokenizer.push('', true, read);
      sentences.endWithLine();
      return { rest: page.take() + page.finish(), verbs: [...verbs.values()] };
    },
  };
}

/** Translates a text that is finished; see `createTranslator`. */
export function translate(text: string): Translation {
  const translator = createTranslator();
  const shown = translator.push(text);
  const { rest, verbs } = translator.end();
  return { text: shown + rest, verbs };
}
