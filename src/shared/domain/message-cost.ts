import { makesAnew, restoredVersion } from './restore.ts';
import type { DraftChange } from './timeline.ts';
import type { Turn } from './turn.ts';

/** What a message may cost, in credits, from what such messages cost before. */
export type LikelyCost = { readonly generate: number; readonly edit: number };

export type CostKind = keyof LikelyCost;

/** Words between "a" and "video" that make the thing before them the object: "a title for the video" is no new video. */
const joints =
  'of|the|this|that|these|those|my|our|your|its|it|from|to|into|onto|in|on|off|at|with|for|and|or|by|as|before|after|between|until';
const clips =
  '(?:videos?|clips?|films?|movies?|footage|shots?|scenes?|animations?|teasers?|trailers?|reels?|shorts?|vlogs?|ads?|adverts?|commercials?|time-?lapses?|b-?roll|montages?|story)';
const aClip = `(?<!\\b(?:the|this|that|my|our|your)\\s)\\b(?:an?|another|new|one|some|more|extra|two|three|four|five|\\d+)\\b(?:[\\s-]+(?!(?:${joints})\\b)[\\w'’,-]+){0,8}?\\s+${clips}\\b`;
const making =
  /\b(?:re-?)?(?:generat|creat|produc|mak|shoot|film|render|animat|design)(?:e|es|ing|t)?\b|\b(?:want|need|like|give me|show me)\b/iu;
const generating = /\b(?:re-?)?generat(?:e|es|ing)\b/iu;

const extras =
  '(?:titles?|texts?|captions?|subtitles?|headlines?|words|music|bgm|songs?|soundtrack|sounds?|audio|volume|voice-?overs?|narration|fonts?|colou?rs?|brightness|contrast|saturation|filters?|transitions?|effects?|fades?|crossfades?|speed|logos?|watermarks?|stickers?|overlays?|aspect ratio|opacity|order|length|duration|thumbnails?|covers?)';
const reducing =
  /\b(?:trim|shorten|crop|rotate|flip|mute|unmute|delete|remove|get rid of|strip|split|reverse|reorder|swap|rearrange|rename|undo|speed up|slow down|fade|lower|raise|turn (?:it |the \w+ )?(?:up|down)|cut (?:off|out|the|it|to|from|after|before|\d))\b/iu;
const adjusting = new RegExp(
  `\\b(?:add|put|insert|place|change|replace|set|use|adjust|edit|fix|translate|correct|update|write|move|align|make|keep|center)\\b.*?\\b${extras}\\b`,
  'iu',
);
const grading =
  /\b(?:louder|quieter|softer|slower|faster|shorter|brighter|darker|warmer|cooler|bigger|larger|smaller|bolder)\b/iu;

const chineseClips =
  '(?:视频|短片|片子|影片|视频片段|片段|镜头|动画|画面|素材|广告片?|宣传片|预告片|场景|電影|电影|鏡頭|動畫|短視頻|視頻)';
const chineseExtras =
  '(?:标题|標題|字幕|文字|音乐|音樂|配乐|配樂|歌|背景音|bgm|声音|聲音|音量|字体|颜色|亮度|对比度|滤镜|转场|轉場|特效|速度|水印|贴纸|logo|旁白|配音|比例|顺序|时长|封面)';
const aChineseClip = `(?:新的?|另(?:外)?一?|再来?|(?<!第)(?:[一两二三四五几]|\\d+)\\s*(?:个|段|条|部|支|组|集|秒))[^，。！？,.!?\\n到在给把为里上从和与、]{0,24}?${chineseClips}`;
const chineseMaking = /生成|创作|创建|制作|製作|拍摄|拍|做|来|画|产出|渲染|想要|需要|给我/u;
const chineseReducing =
  /剪短|剪到|剪成|剪掉|剪去|裁|缩短|縮短|删|刪|去掉|去除|移除|拿掉|静音|靜音|调[低高小大]|降低|提高|加速|减速|慢放|倒放|快放|淡入|淡出|旋转|翻转|分割|拆分|合并|调换|撤销|[大小]声|更[快慢短亮暗大小响轻]|[快慢短亮暗大小响轻]一?[点些]/u;
const chineseAdjusting = new RegExp(
  `(?:加|换|改|修|调|设|翻译|放|配|写|变).*?${chineseExtras}|[把将].*?${chineseExtras}.*?[加换改调设译放配写变]`,
  'iu',
);

const newClip = new RegExp(`${aClip}|${aChineseClip}`, 'iu');
const onlyExtras = new RegExp(
  `\\bgenerat(?:e|es|ing)\\b(?:\\s+[\\w'’-]+){0,3}?\\s+${extras}\\b|生成[^，。！？\\n]{0,8}${chineseExtras}`,
  'iu',
);
const figures = /(?<![\d:])(?:16 ?[:：] ?9|9 ?[:：] ?16|1 ?[:：] ?1|4 ?[:：] ?5)(?![\d:])/u;
const turning =
  /\b(?:make|turn|convert|change|switch|reformat)\b(?:\s+[\w'’]+){0,5}?\s+(?:vertical|portrait|square|horizontal|landscape|widescreen)\b|(?:改|换|变|转|做|调)[^，。！？\n]{0,6}(?:竖屏|横屏|竖版|横版|方形)/iu;

/** Whether a message asks for another ratio, which only a new generation gives. */
export function reframes(message: string): boolean {
  const text = message.slice(0, looked).replace(/aspect ratio|画面比例|比例/giu, '');
  if (figures.test(text)) return true;
  return turning.test(text) && !adjusting.test(text) && !chineseAdjusting.test(text);
}

/** Characters that the patterns look at: a message's kind shows at its beginning, and this runs with each key. */
const looked = 600;

/**
 * What a message asks for, by its words: a new clip, an edit, or, where the words leave it open, both. `hasMaterial`: there is
 * something to edit; without it everything makes something new.
 */
export function costKinds(message: string, hasMaterial: boolean): readonly CostKind[] {
  const text = message.slice(0, looked);
  if (restoredVersion(text) !== null) return [makesAnew(text) ? 'generate' : 'edit'];
  const clip = newClip.test(text);
  const makes = making.test(text) || chineseMaking.test(text);
  if (clip && makes) return ['generate'];
  const generates = (generating.test(text) || text.includes('生成')) && !onlyExtras.test(text);
  if (generates || !hasMaterial || reframes(text)) return ['generate'];
  if (reducing.test(text) || chineseReducing.test(text)) return ['edit'];
  const edits = adjusting.test(text) || grading.test(text) || chineseAdjusting.test(text);
  return edits && !clip ? ['edit'] : ['edit', 'generate'];
}

/** The most that a message of these kinds will likely cost. */
export function mostLikely(kinds: readonly CostKind[], likely: LikelyCost): number {
  return Math.max(...kinds.map((kind) => likely[kind]));
}

/** The kind of work that a turn did, by what came into the cut and not by its words; null where it teaches nothing. */
export function paidKind({ prompt, parts }: Pick<Turn, 'prompt' | 'parts'>): CostKind | null {
  if (parts.some(({ kind }) => kind === 'raw-clip')) return 'generate';
  const surelyEdit = isOnly(costKinds(prompt, true), 'edit');
  const changes = parts.flatMap((part) => (part.kind === 'changes' ? part.changes : []));
  if (changes.some(isNewClip)) return surelyEdit ? 'edit' : 'generate';
  return changes.length > 0 || surelyEdit ? 'edit' : null;
}

function isOnly(kinds: readonly CostKind[], kind: CostKind): boolean {
  return kinds.every((one) => one === kind);
}

function isNewClip(change: DraftChange): boolean {
  return change.kind === 'added' && change.track === 'video';
}
