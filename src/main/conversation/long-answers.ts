import { createTranslator, type Translation, type Translator } from './gui-talk.ts';

/** Characters of one text that are looked at, which is some chapters: what follows is shown as it came, so that main never stands still over it. */
const mostRead = 40_000;

/** A translator that looks at the beginning of a text and lets the rest pass. */
export function createTextReader(): Translator {
  const translator = createTranslator();
  let room = mostRead;
  let verbs: Translation['verbs'] = [];
  return {
    push: (delta) => {
      if (room === 0) return delta;
      const looked = delta.slice(0, room);
      room -= looked.length;
      const shown = translator.push(looked);
      if (room > 0) return shown;
      const end = translator.end();
      verbs = end.verbs;
      return shown + end.rest + delta.slice(looked.length);
    },
    end: () => (room > 0 ? translator.end() : { rest: '', verbs }),
  };
}

/** A whole text at once. */
export function readText(text: string): Translation {
  const reader = createTextReader();
  const shown = reader.push(text);
  const { rest, verbs } = reader.end();
  return { text: shown + rest, verbs };
}
