import type { Locale } from './app-state.ts';

/** A file with what the user wants done with it; empty where they said nothing. */
type NotedFile = { readonly name: string; readonly note: string };

/** The words for the agent: a lead, and what stands between a name and its note. */
const forms: Readonly<Record<Locale, { readonly head: string; readonly colon: string }>> = {
  en: { head: 'Files:', colon: ': ' },
  zh: { head: '文件：', colon: '：' },
};

/** The longest note, in characters. */
export const longestNote = 500;

/** The message as it goes to the agent: what the user wrote, and below it a line for each file that has a note. */
export function withNotes(text: string, files: readonly NotedFile[], locale: Locale): string {
  const noted = files.filter(({ note }) => note.trim() !== '');
  if (noted.length === 0) return text;
  const { head, colon } = forms[locale];
  const lines = noted.map(({ name, note }) => `- ${inOneLine(name)}${colon}${inOneLine(note)}`);
  return `${text}\n\n${head}\n${lines.join('\n')}`;
}

/**
 * The message without those lines, for where the notes stand on the files themselves. `names`: the files that went
 * along. Text of the user's that only looks like notes stays.
 */
export function withoutNotes(text: string, names: readonly string[]): string {
  for (const { head, colon } of Object.values(forms)) {
    const at = text.lastIndexOf(`\n\n${head}\n`);
    if (at === -1) continue;
    const lines = text.slice(at + head.length + 3).split('\n');
    const starts = names.map((name) => `- ${inOneLine(name)}${colon}`);
    if (lines.every((line) => starts.some((start) => line.startsWith(start)))) return text.slice(0, at);
  }
  return text;
}

function inOneLine(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').trim();
}
