import { pictureLength, type Segment, segmentsOf, type Which } from '../draft/cut.ts';
import type { Span } from '../draft/edits.ts';
import type { Mood } from '../../shared/scene/scene.ts';
import {
  type Change,
  changedTitles,
  inSeconds,
  isCaption,
  isHigher,
  lengthOf,
  levelOf,
  newIn,
  numbersOf,
  percent,
  placeOf,
  placesOf,
  spanOf,
  times,
  timesOf,
  withTheOneBefore,
} from './change-numbers.ts';
import { colorName } from './grammar/values.ts';
import type { EditRequest } from './edit-request.ts';

type Told<Kind extends EditRequest['kind']> = Extract<EditRequest, { readonly kind: Kind }>;

const moods: Readonly<Record<Mood | 'any', string>> = {
  calm: '舒缓的',
  upbeat: '欢快的',
  lofi: ' Lo-fi ',
  epic: '大气的',
  sad: '伤感的',
  dreamy: '梦幻的',
  any: '新的',
};
const looks = { warm: '暖色调', cold: '冷色调', mono: '黑白' } as const;
const parts = { audio: '音乐', effect: '特效', filter: '滤镜', transition: '转场' } as const;

const seconds = (ms: number): string => `${inSeconds(ms)} 秒`;
const span = (of: Span): string => `${times(of)} 秒`;
export const listed = (items: readonly (string | number)[]): string => items.join('、');
const quote = (text: string | null): string => `“${text ?? ''}”`;

/** `片段 2（6.0–11.0 秒）`, `片段 1、3`, `全部 3 个片段`. */
function clips({ before }: Pick<Change, 'before'>, which: Which, timed = true): string {
  const count = segmentsOf(before, 'video').length;
  const { there } = numbersOf(which, count);
  if (which === 'all' && count > 1) return `全部 ${count} 个片段`;
  const at = spanOf(before, there);
  // A number stands apart from the words behind it.
  return `片段 ${listed(there)}${timed && at !== null ? `（${span(at)}）` : ' '}`;
}

function absent({ before }: Change, which: Which | undefined): string {
  const { not } = numbersOf(which ?? 'all', segmentsOf(before, 'video').length);
  return not.length === 0 ? '' : `没有片段 ${listed(not)}。`;
}

function whole(change: Change, { which, span: part }: { readonly which: Which; readonly span?: Span }): string {
  if (part !== undefined) return `${span(part)}这一段`;
  return which === 'all' ? '整个视频' : clips(change, which);
}

function framed(change: Change, { which, zoom, turn, mirror }: Told<'frame'>): string {
  const of = whole(change, { which });
  const [at = 0] = numbersOf(which, segmentsOf(change.after, 'video').length).there;
  const { scale = 1, flippedX = false, flippedY = false } = segmentsOf(change.after, 'video')[at - 1]?.framing ?? {};
  if (mirror !== undefined) {
    const isMirrored = mirror === 'x' ? flippedX : flippedY;
    return `${of}${isMirrored ? `已${mirror === 'x' ? '左右' : '上下'}翻转` : '已取消翻转'}。`;
  }
  if (turn !== undefined) return `${of}已${turn < 0 ? '逆' : '顺'}时针旋转 ${Math.abs(turn)} 度。`;
  if (zoom !== undefined) return `${of}的画面已${zoom < 1 ? '缩小' : '放大'}到 ${percent(scale)}。`;
  return `${of}已恢复原来的大小和方向。`;
}

function volume(change: Change, request: Told<'volume'>): string {
  const { of, which = 'all', span: part } = request;
  const named = request.which === undefined ? '片段原声' : clips(change, which, part === undefined);
  const sound = `${of === 'audio' ? '音乐' : named}${part === undefined ? '' : `（${span(part)}）`}`;
  const level = levelOf(change, request);
  if (level === 0) return `${sound}已静音。`;
  const was = levelOf({ ...change, after: change.before }, request);
  if (level !== null)
    return `${sound}音量已调到 ${percent(level)}${was === null || was === level ? '' : `（原来 ${percent(was)}）`}。`;
  return `${sound}已${(request.scale ?? 1) + (request.by ?? 0) < 1 ? '调低' : '调高'}。`;
}

function removed(change: Change, { what, which }: Told<'remove'>): string {
  if (what === 'video')
    return `已删除${clips(change, which ?? 'last').trimEnd()}，${pictureLength(change.after) === 0 ? '时间线已清空' : `视频现在长 ${seconds(pictureLength(change.after))}`}。`;
  if (what !== 'text') return `已删除${parts[what]}。`;
  const left = new Set(segmentsOf(change.after, 'text').map(({ id }) => id));
  const gone = segmentsOf(change.before, 'text').filter(({ id }) => !left.has(id));
  return `已删除标题${listed(gone.map(({ text }) => quote(text)))}。`;
}

function place(part: Segment): string {
  const { side, height } = placeOf(part);
  const across = side === null ? '' : side === 'left' ? '左' : '右';
  if (height === 'middle') return across === '' ? '移到画面中间' : `移到${across}侧`;
  return `移到${across}${height === 'top' ? (across === '' ? '顶部' : '上角') : across === '' ? '底部' : '下角'}`;
}

/** What is different about a title. */
function differences(old: Segment, now: Segment): readonly string[] {
  const [was, is] = [old.style.size ?? 15, now.style.size ?? 15];
  const { color } = now.style;
  const isMoved = old.style.x !== now.style.x || old.style.y !== now.style.y;
  const isTimed = old.startMs !== now.startMs || old.durationMs !== now.durationMs;
  return [
    ...(was === is ? [] : [is > was ? `放大 ${percent(is / was - 1)}` : `缩小 ${percent(1 - is / was)}`]),
    ...(color === undefined || old.style.color?.join() === color.join()
      ? []
      : [`改成${colorName(color)?.zh ?? '新的颜色'}`]),
    ...(isMoved ? [place(old) === place(now) ? (isHigher(old, now) ? '往上移' : '往下移') : place(now)] : []),
    ...(isTimed ? [`改到 ${timesOf(now)} 秒显示`] : []),
    ...(old.fadeInMs === now.fadeInMs ? [] : [`加上 ${seconds(now.fadeInMs)}的淡入`]),
    ...(old.fadeOutMs === now.fadeOutMs ? [] : [`加上 ${seconds(now.fadeOutMs)}的淡出`]),
  ];
}

function titles(change: Change): string {
  const changed = changedTitles(change);
  const [first] = changed;
  if (first === undefined) return '标题已修改。';
  const { old, now } = first;
  const found = differences(old, now);
  if (old.text !== now.text)
    return `标题已改为${quote(now.text)}${found.length === 0 ? '' : `，并${found.join('，')}`}。`;
  if (found.length === 0) return '标题已修改。';
  return `${changed.length === 1 ? `标题${quote(now.text)}` : `${changed.length} 个标题`}已${found.join('，')}。`;
}

function newTitle(change: Change, { text }: Told<'set-title'>): string {
  const there = segmentsOf(change.after, 'text').find((part) => part.text === text);
  const at = there === undefined ? '' : `（${timesOf(there)} 秒）`;
  const isAnother = segmentsOf(change.after, 'text').length > segmentsOf(change.before, 'text').length;
  return `${isAnother ? `已添加${isCaption(there) ? '字幕' : '标题'}` : '标题已改为'}${quote(text)}${at}。`;
}

function added(change: Change): string {
  const found = newIn('video', change);
  const numbers = placesOf(change.after, found);
  const at = spanOf(change.after, numbers);
  return `已加入 ${listed(found.map(({ name }) => name))}，作为片段 ${listed(numbers)}${at === null ? '' : `（${span(at)}）`}。`;
}

function copied(change: Change, { which, more }: Told<'duplicate'>): string {
  const [first, ...others] = newIn('video', change);
  const at = first === undefined || others.length > 0 ? '' : `（${timesOf(first)} 秒）`;
  return `${clips(change, which, false)}已复制 ${more} 份${at}，视频现在长 ${lengthOf(change.after)} 秒。`;
}

function sped(change: Change, request: Told<'speed'>): string {
  const of = whole(change, request);
  const long = `，${of === '整个视频' ? '' : '视频'}现在长 ${lengthOf(change.after)} 秒。`;
  if (request.to === 1) return `${of}已恢复正常速度${long}`;
  const clipsNow = segmentsOf(change.after, 'video');
  const speeds = new Set(
    request.span === undefined
      ? numbersOf(request.which, clipsNow.length).there.map((number) => clipsNow[number - 1]?.speed)
      : [request.to ?? request.factor],
  );
  const [speed] = speeds;
  if (speeds.size === 1 && speed !== undefined) return `${of}现在以 ${Math.round(speed * 100) / 100} 倍速播放${long}`;
  return `${of}已${(request.factor ?? 1) < 1 ? '放慢' : '加快'}${long}`;
}

function turned({ edits }: Change, { kind, steps }: Told<'undo' | 'redo'>): string {
  const count = Math.abs(edits.find((one) => one.kind === 'restore')?.steps ?? 1);
  const what = count === 1 ? '上一次修改' : `最近 ${count} 次修改`;
  const only = typeof steps === 'number' && steps > count ? '再往前没有修改了。' : '';
  return kind === 'undo'
    ? `已撤销${what}。${only}`
    : `已恢复${count === 1 ? '刚才撤销的修改' : `撤销的 ${count} 次修改`}。`;
}

/** What was done, with its numbers. */
export function done(change: Change): string {
  const { request } = change;
  const isOfTitles = request.kind === 'change-titles' || (request.kind === 'remove' && request.what === 'text');
  return `${said(change)}${'which' in request && !isOfTitles ? absent(change, request.which) : ''}`;
}

function said(change: Change): string {
  const { request, after } = change;
  switch (request.kind) {
    case 'place-uploads':
      return added(change);
    case 'replace-with-upload':
      return `${clips(change, request.which)}已换成你的素材。`;
    case 'replace-with-made':
      return `${clips(change, request.which)}已换成新生成的片段。`;
    case 'set-title':
      return newTitle(change, request);
    case 'change-titles':
      return titles(change);
    case 'set-music':
      return `已换上${moods[request.mood]}音乐。`;
    case 'own-music':
      return '已换上你的音乐。';
    case 'add-effect':
      return request.name === 'fade out'
        ? `画面会在最后 ${seconds(request.durationMs ?? 1000)}淡出到黑场。`
        : `画面会在开头 ${seconds(request.durationMs ?? 1000)}从黑场淡入。`;
    case 'remove':
      return removed(change, request);
    case 'remove-span':
      return `已剪掉 ${span(request)}，视频现在长 ${lengthOf(after)} 秒。`;
    case 'keep-span':
      return `已只保留 ${span(request)}。`;
    case 'volume':
      return volume(change, request);
    case 'trim':
      return `视频已剪到 ${seconds(pictureLength(after))}。`;
    case 'trim-clips':
      return `${clips(change, request.which, false)}已裁剪到 ${request.span === undefined ? seconds(request.durationMs ?? 0) : span(request.span)}，视频现在长 ${lengthOf(after)} 秒。`;
    case 'split':
      return `已在 ${seconds(request.atMs)}处分割。`;
    case 'halve':
      return `${clips(change, request.which)}已分成两段。`;
    case 'move':
      return `片段 ${request.from} 已移到第 ${Math.max(1, Math.min(request.to, segmentsOf(after, 'video').length))} 位。`;
    case 'swap':
      return `片段 ${request.one} 和片段 ${request.other} 已互换。`;
    case 'reverse':
      return '片段顺序已反过来。';
    case 'order':
    case 'shuffle':
      return `片段现在的顺序是：${listed(segmentsOf(after, 'video').map(({ name }) => name))}。`;
    case 'duplicate':
      return copied(change, request);
    case 'speed':
      return sped(change, request);
    case 'cross-fade':
      return `${request.which === 'all' ? '片段' : clips(change, withTheOneBefore(change, request.which), false)}之间已加上 ${seconds(request.durationMs)}的叠化。`;
    case 'fade-music': {
      const edge = request.edge === 'in' ? '淡入' : '淡出';
      return request.durationMs === 0 ? `音乐不再${edge}。` : `音乐已加上 ${seconds(request.durationMs)}的${edge}。`;
    }
    case 'grade':
      return request.grade === null
        ? `${whole(change, request)}已恢复原色。`
        : `${whole(change, request)}已调成${looks[request.grade]}。`;
    case 'frame':
      return framed(change, request);
    case 'remake':
      return `视频已改为 ${request.ratio}。生成的片段已按新的画面比例重新生成，你的素材保持原样。`;
    case 'go-back':
      return '已按你的说明把视频恢复原样。';
    case 'undo':
    case 'redo':
      return turned(change, request);
    case 'cannot':
    case 'ask':
      return '';
  }
}
