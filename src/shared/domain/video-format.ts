export const ratios = ['16:9', '9:16', '1:1'] as const;
/** In seconds. */
export const lengths = [5, 10, 15] as const;
export const moods = ['cinematic', 'calm', 'upbeat', 'dreamy', 'retro'] as const;

export type Ratio = (typeof ratios)[number];
type Mood = (typeof moods)[number];

/** What the strip over the composer adds to a message; null where nothing was chosen. */
export type VideoFormat = {
  readonly ratio: Ratio | null;
  readonly seconds: (typeof lengths)[number] | null;
  readonly mood: Mood | null;
};

export const noFormat: VideoFormat = { ratio: null, seconds: null, mood: null };

/** How many characters a suffix has at most. */
export const longestSuffix = 200;

type Language = 'en' | 'zh';

type Forms = {
  readonly ratios: Readonly<Record<Ratio, string>>;
  readonly seconds: (count: number) => string;
  readonly moods: Readonly<Record<Mood, string>>;
  readonly comma: string;
  readonly stop: string;
  /** Before words that stand in a sentence of their own. */
  readonly space: string;
  readonly again: string;
};

/** The words for the agent. */
const forms: Readonly<Record<Language, Forms>> = {
  en: {
    ratios: { '16:9': 'widescreen 16:9', '9:16': 'vertical 9:16', '1:1': 'square 1:1' },
    seconds: (count) => `${count} seconds`,
    moods: {
      cinematic: 'cinematic mood',
      calm: 'calm mood',
      upbeat: 'upbeat mood',
      dreamy: 'dreamy mood',
      retro: 'retro style',
    },
    comma: ', ',
    stop: '.',
    space: ' ',
    again: 'generate it again in ',
  },
  zh: {
    ratios: { '16:9': '横屏 16:9', '9:16': '竖屏 9:16', '1:1': '方形 1:1' },
    seconds: (count) => `${count} 秒`,
    moods: { cinematic: '电影感', calm: '宁静氛围', upbeat: '欢快氛围', dreamy: '梦幻氛围', retro: '复古胶片感' },
    comma: '，',
    stop: '。',
    space: '',
    again: '重新生成：',
  },
};

/**
 * What is added to a message's text, just as it is sent: `, vertical 9:16, 10 seconds`. In the text's own language, or the window's where
 * it has none. `remakes`: there is a clip, which can get another ratio only as a new one. Empty where nothing was chosen.
 */
export function formatSuffix(
  text: string,
  { ratio, seconds, mood }: VideoFormat,
  window: Language,
  remakes = false,
): string {
  const form = forms[languageOf(text) ?? window];
  const words = [
    ratio === null ? [] : [`${remakes ? form.again : ''}${form.ratios[ratio]}`],
    seconds === null ? [] : [form.seconds(seconds)],
    mood === null ? [] : [form.moods[mood]],
  ].flat();
  if (words.length === 0) return '';
  const list = words.join(form.comma);
  const before = text.trimEnd();
  if (before === '') return capitalized(list);
  if (/[.!?…。！？]["'”’」』）)]*$/u.test(before)) return `${form.space}${capitalized(list)}${form.stop}`;
  return /[,;:，；：、\n]$/u.test(before) ? `${form.space}${list}` : `${form.comma}${list}`;
}

function languageOf(text: string): Language | null {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /\p{L}/u.test(text) ? 'en' : null;
}

function capitalized(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
