import type { Grade } from '../../draft/cut.ts';
import type { Mood, Ratio } from '../../../shared/scene/scene.ts';
import { words } from './lexicon.ts';

/** The first whose word stands in the text; the order is that of the list. */
function finder<T>(list: readonly (readonly [T, RegExp])[]): (text: string) => T | null {
  return (text) => list.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

export const moodIn = finder<Mood>([
  [
    'calm',
    words(
      'calm(?:er|ing)?|soft(?:er)?|gentle|relax(?:ed|ing)?|peaceful|soothing|mellow',
      '舒缓|安静|平静|轻柔|柔和|放松|宁静|轻松',
    ),
  ],
  [
    'upbeat',
    words(
      'upbeat|happy|happier|lively|livelier|energetic|fun|cheerful|joyful|dance|party|exciting|bouncy|groovy|catchy',
      '欢快|动感|活泼|快乐|开心|轻快|热闹|激情|活力|燃(?!烧)',
    ),
  ],
  ['lofi', words('lo-?\\s?fi|chill(?:ed|ing)?|hip-?hop|jazzy?', 'lo-?fi|慵懒|低保真|爵士|嘻哈')],
  ['epic', words('epic|dramatic|cinematic|heroic|grand|powerful', '史诗|大气|宏大|震撼|磅礴|电影感|激昂')],
  ['sad', words('sad(?:der)?|melanchol(?:y|ic)|wistful|sorrowful|nostalgic', '伤感|忧伤|悲伤|难过|怀旧')],
  ['dreamy', words('dreamy|dream-?like|magical|floating|ethereal|mysterious', '梦幻|空灵|唯美|神秘|飘渺')],
  // What it is played on says less than what it is to feel like: `sad piano`.
  ['epic', words('orchestra(?:l)?', '管弦|交响')],
  [
    'upbeat',
    words('rhythmic|fast(?:er)?|rock|techno|edm|electronic|disco|funky?|pop', '节奏|摇滚|电子|迪斯科|放克|流行'),
  ],
  ['calm', words('piano|ambient|slow(?:er)?|classical|acoustic', '钢琴|缓慢|古典|轻音乐')],
]);

export const gradeIn = finder<Grade>([
  [
    'mono',
    words(
      'black[ -](?:and|&|n)[ -]white|b\\s?(?:&|n|and|/)\\s?w|bw|monochrome|gr[ae]y-?scale|mono|noir|desaturate(?:d)?|colou?rless|(?:take|drain|pull|suck|remove|strip|lose|without|no|get rid of) (?:all )?(?:the )?(?:of )?colou?rs?',
      '黑白|单色|灰度|去色|(?:去掉|不要|没有|去除)(?:所有)?(?:颜色|色彩)|(?:颜色|色彩)(?:都|全)?(?:去掉|去除|不要)',
    ),
  ],
  ['cold', words('(?:too|less) warm', '太暖|太黄')],
  ['warm', words('warm(?:er|th)?|golden|cozier|cosier|sepia|(?:too|less) (?:cold|cool)', '暖|怀旧色|太冷|太蓝')],
  [
    'cold',
    words(
      'cold(?:er)?|cooler|cool(?= (?:down|off|tones?|colou?rs?|looks?|tint|shades?|blue|filter|grade))|bluish|icy',
      '冷|清冷',
    ),
  ],
]);

export const ratioIn = finder<Ratio>([
  [
    '9:16',
    words(
      '9\\s?(?:[:x/]|by)\\s?16|vertical|portrait|tik-?tok|reels?|shorts|upright',
      '(?<!\\d)9\\s?[:：比]\\s?16(?!\\d)|竖屏|竖版|竖的|抖音|竖向',
    ),
  ],
  [
    '16:9',
    words(
      '16\\s?(?:[:x/]|by)\\s?9|horizontal|landscape|wide-?screen|youtube',
      '(?<!\\d)16\\s?[:：比]\\s?9(?!\\d)|横屏|横版|横的|宽屏|横向',
    ),
  ],
  ['1:1', words('1\\s?[:x/]\\s?1|square', '(?<!\\d)1\\s?[:：比]\\s?1(?!\\d)|方形|正方形|方的')],
  ['4:5', words('4\\s?[:x/]\\s?5', '(?<!\\d)4\\s?[:：比]\\s?5(?!\\d)')],
]);

export type Rgb = readonly [number, number, number];

/** The first word of each is its name. */
const colors: readonly (readonly [Rgb, english: string, chinese: string])[] = [
  [[1, 0.84, 0.3], 'gold|golden', '金'],
  [[0.94, 0.26, 0.22], 'red|crimson', '红'],
  [[1, 0.6, 0.1], 'orange', '橙|橘'],
  [[1, 0.89, 0.25], 'yellow', '黄'],
  [[0.3, 0.78, 0.38], 'green', '绿'],
  [[0.3, 0.56, 1], 'blue', '蓝'],
  [[0.65, 0.4, 0.9], 'purple|violet', '紫'],
  [[1, 0.55, 0.75], 'pink', '粉'],
  [[0, 0, 0], 'black', '黑'],
  [[1, 1, 1], 'white', '白'],
  [[0.6, 0.62, 0.66], 'grey|gray|silver', '灰|银'],
];
const colorNamed = finder<Rgb>(colors.map(([rgb, english, chinese]) => [rgb, words(english, chinese)]));

/** What a colour is called; null where it has no name. */
export function colorName(rgb: Rgb): Readonly<Record<'en' | 'zh', string>> | null {
  const [, english = '', chinese = ''] = colors.find(([known]) => known.join() === rgb.join()) ?? [];
  return english === '' ? null : { en: english.replace(/\|.*/u, ''), zh: `${chinese.replace(/\|.*/u, '')}色` };
}

/** A colour by its name, or as `#ff8800`; channels 0..1. */
export function colorIn(text: string): Rgb | null {
  const [, red, green, blue] = /#([\da-f]{2})([\da-f]{2})([\da-f]{2})\b/iu.exec(text) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return colorNamed(text);
  const channel = (hex: string): number => Math.round((Number.parseInt(hex, 16) / 255) * 100) / 100;
  return [channel(red), channel(green), channel(blue)];
}

/** From the middle in half canvases, y up. */
export const placeIn = finder<{ readonly x?: number; readonly y?: number }>([
  [{ x: -0.5, y: 0.75 }, words('(?:top|upper)[ -]left(?: corner)?', '左上角?')],
  [{ x: 0.5, y: 0.75 }, words('(?:top|upper)[ -]right(?: corner)?', '右上角?')],
  [{ x: -0.5, y: -0.75 }, words('(?:bottom|lower)[ -]left(?: corner)?', '左下角?')],
  [{ x: 0.5, y: -0.75 }, words('(?:bottom|lower)[ -]right(?: corner)?', '右下角?')],
  [
    { x: 0, y: -0.68 },
    words(
      '(?:bottom|lower)[ -](?:cent(?:er|re)|middle)|cent(?:er|re)(?:ed|d)?(?: at)?(?: the)? bottom',
      '(?:底部|下方)的?(?:中[间央]|居中)|居中[靠偏]?下',
    ),
  ],
  [{ x: 0, y: 0.72 }, words('(?:at |to |on )?(?:the )?top|upper third', '顶部|上方|(?<![段个频头])上面|顶端|最上')],
  [
    { x: 0, y: 0 },
    words(
      'cent(?:er|re)(?:ed|d)?|in the middle|middle of the (?:screen|frame|picture)',
      '居中|中央|正中|屏幕中间|画面中间|中间',
    ),
  ],
  [{ x: 0, y: -0.68 }, words('(?:at |to |on )?(?:the )?bottom|lower third', '底部|下方|下面|底端|最下')],
  [{ x: -0.5 }, words('(?:on|to|at) the (?:far )?left(?: side)?|left side', '左[边侧]|靠左|居左|最左')],
  [{ x: 0.5 }, words('(?:on|to|at) the (?:far )?right(?: side)?|right side', '右[边侧]|靠右|居右|最右')],
]);
