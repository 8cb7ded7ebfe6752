import { languageOf, words } from './languages.ts';
import type { Random } from '../../shared/random.ts';
import type { NextAnswer } from './script.ts';
import type { Language, Words } from './words.ts';

/** What decides how a turn's sentences are put. */
interface Speaking {
  readonly message: string;
  /** Spoken where a message has no words by which to tell. */
  readonly language: Language;
  readonly random: Random;
  readonly script: NextAnswer | null;
}

const GUI_TALK_SHARE = 0.4;

/** In the language of the message. */
export function sayOf({ message, language }: Pick<Speaking, 'message' | 'language'>): Words {
  return words[languageOf(message, language)];
}

/** At times with a sentence for someone in front of an editor. */
export function talkative(input: Speaking, text: string): string {
  const { script } = input;
  const forced = script?.kind === 'spoken' ? script.editorTalk : undefined;
  if (forced === false) return text;
  return forced === true ? joinedBy(input, [text, sayOf(input).editorTalk[0] ?? '']) : withEditorTalk(text, input);
}

export function withEditorTalk(text: string, input: Speaking): string {
  const { random } = input;
  return random.chance(GUI_TALK_SHARE) ? joinedBy(input, [text, random.pick(sayOf(input).editorTalk)]) : text;
}

/** Chinese sentences stand without a space between. */
export function joinedBy(input: Speaking, sentences: readonly string[]): string {
  return sentences.join(sayOf(input) === words.zh ? '' : ' ');
}
