import type { Mood } from './scene.ts';

/** What music is asked for. The same order gives the same music. */
export type MusicOrder = {
  readonly mood: Mood;
  /** 32 bits: what the words leave to chance. */
  readonly seed: number;
  /** 3..60. */
  readonly seconds: number;
  /** Beats a minute, 40..180; null: as the mood has it. */
  readonly bpm: number | null;
  /** The home note: semitones above C, 0..11; null: by the seed. */
  readonly tonic: number | null;
  /** Null: as the mood has it. Pentatonic sounds Chinese. */
  readonly mode: 'major' | 'minor' | 'pentatonic' | null;
};

/** Words for each mood; the first mood that is named counts. Chinese has no gaps between words, so these are parts of a text. */
const moodWords: readonly (readonly [Mood, RegExp])[] = [
  [
    'lofi',
    /\b(?:lo-?fi|chill(?:hop)?|jazzy?|blues|hip-?hop|r&b|study|coffee ?shop|retro|vintage)\b|低保真|爵士|慵懒|嘻哈|复古|蓝调/iu,
  ],
  [
    'epic',
    /\b(?:epic|dramatic|cinematic|orchestral?|heroic|powerful|trailer|grand|tense|heavy|rock|metal|war|battle)\b|史诗|摇滚|战斗|热血|大气|震撼|电影感|紧张|恢弘|磅礴/iu,
  ],
  ['sad', /\b(?:sad|melanchol(?:y|ic)|emotional|lonely|tearful|nostalgic)\b|伤感|悲伤|忧伤|忧郁|孤独|怀旧|难过/iu],
  [
    'dreamy',
    /\b(?:dream(?:y|like)?|ambient|ethereal|space|sci-?fi|magical?|mysterious|romantic|floating)\b|浪漫|科幻|梦幻|空灵|神秘|奇幻|太空|唯美/iu,
  ],
  [
    'upbeat',
    /\b(?:upbeat|happy|lively|energetic|fun|cheerful|bright|dance|pop|party|joyful|fast|exciting|summer|electro(?:nic)?|edm|techno|house|synth(?:wave)?|disco|funky?|festive|christmas)\b|电子|电音|舞曲|流行|迪斯科|喜庆|过年|欢快|动感|活泼|快乐|轻快|热烈|激情|节奏感|开心|明快/iu,
  ],
  [
    'calm',
    /\b(?:calm(?:er)?|soft|gentle|relax(?:ed|ing)?|peaceful|quiet|slow|soothing|piano|guitar|acoustic|folk|strings|violin|romance|meditation|zen|yoga|lullaby|warm|tender)\b|吉他|民谣|小提琴|冥想|禅|摇篮曲|治愈|舒缓|安静|平静|轻柔|温柔|放松|温暖|宁静|柔和|钢琴/iu,
  ],
];

const keyWords =
  /\b(?:in|key of)\s+([a-g])(\s?sharp|\s?flat|#|♯|♭)?(?:\s+(major|minor)\b)?|([a-g])\s?(#|♯|♭)?\s?(大调|小调)/iu;
const chineseWords =
  /\b(?:guzheng|pipa|erhu|bamboo flute|pentatonic|oriental|traditional chinese|chinese (?:style|music|traditional|folk|instruments?))\b|古风|国风|中国风|中式|民乐|古筝|琵琶|二胡|笛子|竹笛|古琴|五声/iu;
const bpmWords = /(?<!\d)(\d{2,3})\s?bpm\b|每分钟\s?(\d{2,3})\s?拍/iu;
const semitones: Readonly<Record<string, number>> = { c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11 };

/** What words in English or Chinese say of music: mood, tempo and key where they are named. */
export function readMusicWords(words: string): Pick<MusicOrder, 'bpm' | 'tonic' | 'mode'> & {
  readonly mood: Mood | null;
} {
  const text = words.slice(0, 4000).normalize('NFKC');
  const bpm = bpmWords.exec(text);
  const beats = Number(bpm?.[1] ?? bpm?.[2] ?? Number.NaN);
  return {
    mood: moodWords.find(([, named]) => named.test(text))?.[0] ?? null,
    bpm: beats >= 40 && beats <= 180 ? beats : null,
    ...keyOf(text),
  };
}

function keyOf(text: string): Pick<MusicOrder, 'tonic' | 'mode'> {
  const key = keyWords.exec(text);
  const style = chineseWords.test(text) ? 'pentatonic' : null;
  if (key === null) return { tonic: null, mode: style };
  const [, letter, accidental = '', mode, chineseLetter, chineseAccidental = '', chineseMode] = key;
  // "in a city" names no key: a letter alone counts only with its sharp, its flat or its mode.
  if (letter !== undefined && accidental === '' && mode === undefined) return { tonic: null, mode: style };
  const sign = `${accidental}${chineseAccidental}`.trim().toLowerCase();
  const shift = sign === '' ? 0 : /flat|♭/u.test(sign) ? -1 : 1;
  const natural = semitones[(letter ?? chineseLetter ?? 'c').toLowerCase()] ?? 0;
  const named = mode?.toLowerCase() ?? (chineseMode === undefined ? null : chineseMode === '大调' ? 'major' : 'minor');
  return { tonic: (natural + shift + 12) % 12, mode: named === 'major' || named === 'minor' ? named : style };
}
