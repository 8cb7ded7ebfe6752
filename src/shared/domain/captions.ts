import type { Locale } from './app-state.ts';

/** Words on the screen, in ms. Their lines are joined: where they break is the agent's to decide. */
export type Caption = { readonly startMs: number; readonly endMs: number; readonly text: string };

/** What a subtitle file holds. `unreadable`: lines of the file, from 1, whose times make no sense. */
export type CaptionFile = { readonly captions: readonly Caption[]; readonly unreadable: readonly number[] };

/** So many go in one message, and so many characters: an agent keeps to a list that it can oversee. */
const mostInMessage = 150;
const mostCharacters = 12_000;

const forms = {
  en: {
    all: 'Add these captions to the video, with exactly these words at exactly these times:',
    part: (n: number, of: number) =>
      `Add these captions to the video, with exactly these words at exactly these times (part ${n} of ${of}; keep the captions that are there):`,
  },
  zh: {
    all: '给视频添加以下字幕，文字和时间都必须完全一致：',
    part: (n: number, of: number) =>
      `给视频添加以下字幕，文字和时间都必须完全一致（第 ${n} 部分，共 ${of} 部分；保留已有的字幕）：`,
  },
} as const;

/** The messages that ask the agent for these captions: one, or several where they are too many for it. */
export function captionMessages(captions: readonly Caption[], locale: Locale): readonly string[] {
  const parts: string[][] = [[]];
  let characters = 0;
  captions.forEach((caption, index) => {
    const line = `${index + 1}. ${captionTime(caption.startMs)} --> ${captionTime(caption.endMs)} ${caption.text}`;
    const isFull = (parts.at(-1)?.length ?? 0) >= mostInMessage || characters + line.length > mostCharacters;
    if (isFull) parts.push([]);
    characters = (isFull ? 0 : characters) + line.length + 1;
    parts.at(-1)?.push(line);
  });
  const { all, part } = forms[locale];
  return parts.map((lines, index) => [parts.length === 1 ? all : part(index + 1, parts.length), ...lines].join('\n'));
}

/** `00:01:02.345`. */
export function captionTime(ms: number): string {
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  return `${pad(h)}:${pad(m)}:${pad(s)}.${pad(ms % 1000, 3)}`;
}

const time = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`;
const times = new RegExp(`^${time} {0,4}--> {0,4}${time}`, 'u');
const line = new RegExp(`^\\d{1,5}\\. (?=${time} {0,4}-->)`, 'u');

/** The captions that such a message asks for; null where it is none. */
export function captionsOf(message: string): readonly Caption[] | null {
  const captions = message.split('\n').flatMap((one) => {
    if (!line.test(one)) return [];
    const stated = one.replace(line, '');
    const read = readTimes(stated);
    const text = stated.replace(times, '').trim();
    return read === null || text === '' ? [] : [{ ...read, text }];
  });
  return captions.length === 0 ? null : captions;
}

/** Start and end of a line of times, of SubRip or WebVTT; null where they make no sense. */
export function readTimes(text: string): Pick<Caption, 'startMs' | 'endMs'> | null {
  const found = times.exec(text.trim());
  if (found === null) return null;
  const [startMs, endMs] = [msOf(found.slice(1, 5)), msOf(found.slice(5, 9))];
  return startMs === null || endMs === null || endMs <= startMs ? null : { startMs, endMs };
}

function msOf([h = '0', m = '', s = '', fraction = '']: readonly (string | undefined)[]): number | null {
  if (Number(m) > 59 || Number(s) > 59) return null;
  return ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(fraction.padEnd(3, '0'));
}
