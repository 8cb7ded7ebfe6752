import type { Which } from '../draft/cut.ts';
import type { Span } from '../draft/edits.ts';
import type { Mood } from '../../shared/scene/scene.ts';
import { labelOf } from '../../shared/scene/lexicon.ts';
import type { Question, Wish } from './wish.ts';
import type { Words } from './words.ts';

const moods: Readonly<Record<Mood | 'any', string>> = {
  calm: '更舒缓的',
  upbeat: '欢快的',
  lofi: 'Lo-fi ',
  epic: '大气的',
  sad: '伤感的',
  dreamy: '梦幻的',
  any: '新的',
};

const looks = { warm: '暖色调', cold: '冷色调', mono: '黑白' } as const;
const parts = {
  video: '片段',
  audio: '音乐',
  text: '标题',
  effect: '特效',
  filter: '滤镜',
  transition: '转场',
} as const;

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} 秒`;
const span = ({ fromMs, toMs }: Span): string => `${(fromMs / 1000).toFixed(1)}–${(toMs / 1000).toFixed(1)} 秒`;

function pieces(one: string, which: Which | undefined): string {
  if (which === undefined || which === 'last') return `最后一个${one}`;
  if (which === 'first') return `第一个${one}`;
  return which === 'all' ? `所有${one}` : `${one} ${which.join('、')}`;
}

const clips = (which: Which | undefined): string => pieces('片段', which);
const whole = ({ which, span: part }: { readonly which: Which; readonly span?: Span }): string =>
  part === undefined ? (which === 'all' ? '整个视频' : clips(which)) : ` ${span(part)}`;

function volume(wish: Extract<Wish, { readonly kind: 'volume' }>): string {
  const part = wish.span === undefined ? '' : `（${span(wish.span)}）`;
  const sound =
    wish.of === 'audio'
      ? '音乐'
      : wish.which === undefined && wish.span === undefined
        ? '原声'
        : wish.which === undefined
          ? `原声${part}`
          : `${clips(wish.which)}${part}`;
  if (wish.level === 0) return `${sound}已静音。`;
  if (wish.level !== undefined) return `${sound}音量已调到${Math.round(wish.level * 100)}%。`;
  return `${sound}已${(wish.scale ?? 1) < 1 ? '调低' : '调高'}。`;
}

function removed({ what, which, span: part }: Extract<Wish, { readonly kind: 'remove' }>): string {
  if (what === 'video') return `已删除${clips(which)}${part === undefined ? '' : `（${span(part)}）`}。`;
  if (what === 'text') return `已删除${which === undefined || which === 'all' ? '标题' : pieces('标题', which)}。`;
  return `已删除${parts[what]}。`;
}

/** A number stands apart from the words behind it. */
function done(wish: Wish): string {
  return doneTight(wish).replace(/(\d)(?=[已的])/gu, '$1 ');
}

function doneTight(wish: Wish): string {
  switch (wish.kind) {
    case 'place-uploads':
      return '你的素材已放到时间线上。';
    case 'replace-with-upload':
      return `${clips(wish.which)}已换成你的素材。`;
    case 'replace-with-made':
      return `${clips(wish.which)}已换成新生成的片段。`;
    case 'set-title':
      return `已添加标题“${wish.text}”。`;
    case 'change-titles':
      return wish.text === undefined ? '标题已修改。' : `标题已改为“${wish.text}”。`;
    case 'set-music':
      return `已换上${moods[wish.mood]}音乐。`;
    case 'own-music':
      return '已换上你的音乐。';
    case 'add-effect':
      return wish.name === 'fade out' ? '已添加淡出效果。' : '已添加淡入效果。';
    case 'remove':
      return removed(wish);
    case 'remove-span':
      return `已剪掉 ${span(wish)}。`;
    case 'keep-span':
      return `已只保留 ${span(wish)}。`;
    case 'volume':
      return volume(wish);
    case 'trim':
      return `视频已剪到 ${seconds(wish.durationMs)}。`;
    case 'trim-clips':
      return `${clips(wish.which)}已裁剪到 ${wish.span === undefined ? seconds(wish.durationMs ?? 0) : span(wish.span)}。`;
    case 'split':
      return `已在 ${seconds(wish.atMs)}处分割。`;
    case 'halve':
      return `${clips(wish.which)}已分成两段。`;
    case 'move':
      return `片段 ${wish.from} 已移到第 ${wish.to} 位。`;
    case 'swap':
      return `片段 ${wish.one} 和片段 ${wish.other} 已互换。`;
    case 'reverse':
      return '片段顺序已反过来。';
    case 'speed':
      if (wish.to !== undefined) return `${whole(wish)}已恢复正常速度。`;
      return `${whole(wish)}已${(wish.factor ?? 1) < 1 ? '放慢' : '加快'}。`;
    case 'cross-fade':
      return `片段之间已加上 ${seconds(wish.durationMs)}的叠化。`;
    case 'fade-music':
      return `音乐已加上 ${seconds(wish.durationMs)}的${wish.edge === 'in' ? '淡入' : '淡出'}。`;
    case 'grade':
      return wish.grade === null ? `${whole(wish)}已恢复原色。` : `${whole(wish)}已调成${looks[wish.grade]}。`;
    case 'remake':
      return `视频已改为 ${wish.ratio}。生成的片段已按新的画面比例重新生成，你的素材保持原样。`;
    case 'go-back':
      return '已按你的说明把视频恢复原样。';
    case 'undo':
      return '已撤销上一次修改。';
    case 'ask':
      return '';
  }
}

/** Where something else is to be said, by kind. */
const reasons: Readonly<Partial<Record<Wish['kind'], string>>> = {
  undo: '没有可以撤销的修改。',
  'change-titles': '没有这个标题，所以没有改动。',
  'cross-fade': '叠化需要前后相连的两个片段。',
  'fade-music': '目前还没有音乐。',
  'own-music': '请先拖入音乐文件，我就用它配乐。',
};

/** Asked for where too little was said. */
const asks: Readonly<Record<Question, string>> = {
  title: '标题写什么？',
  look: '想要哪种色调？',
  clip: '你指的是哪个片段？请告诉我它的序号，或画面里有什么。',
  replacement: '请告诉我换成什么：描述新的画面，或拖入文件。',
};

function notDone(wish: Wish): string {
  if (wish.kind === 'ask') return asks[wish.about];
  if (wish.kind === 'remake') {
    return `视频已经是 ${wish.ratio} 了。`;
  }
  if (wish.kind === 'remove') {
    return `没有可以删除的${parts[wish.what]}。`;
  }
  if (wish.kind === 'volume') {
    return wish.of === 'audio' ? '音乐没有变化：没有音乐，或音量本来如此。' : '声音本来如此，没有变化。';
  }
  return reasons[wish.kind] ?? '这样不会有变化，或没有这个片段，所以视频保持原样。';
}

export const chinese: Words = {
  thinking: '用户想要一段短片。先生成原始片段，再加音乐、标题和特效。',
  generating: '好主意！正在为你生成视频，通常需要几分钟。',
  rawReady: (length) => `原始片段已生成：共${length}秒，已放到时间线上。接下来添加音乐、标题和特效。`,
  finished: '全部完成！视频已有背景音乐、片头标题和特效。想改哪里，请告诉我。',
  added: (length) => `新片段已放到时间线上，视频现在共${length}秒。`,
  looking: '我先看一下你的时间线。',
  nothing: '时间线上还没有内容。告诉我你想看到什么，我来生成。',
  describe: (names) =>
    `你的视频共有${names.length}个片段：${names.join('、')}。我可以修改标题、音乐和音量，裁剪、分割、调换、加快片段，添加叠化、淡入淡出、暖色、冷色或黑白效果，也可以撤销修改。`,
  done,
  notDone,
  drawn: ({ shots, seconds: length, ratio, unrecognised }) => {
    const seen = new Set(
      shots.flatMap(({ subject, companion, place, time }) =>
        [subject, companion, place, time].flatMap((word) => (word === null ? [] : [labelOf(word, 'zh')])),
      ),
    );
    const drawn = `画面里有：${[...seen].join('、')}（${length}秒，${ratio}）。`;
    if (unrecognised.length === 0) return drawn;
    return `${drawn}我还不会画：${unrecognised.join('、')}。我会画城市、大海、雪山、森林，人物和动物，汽车、船和火车，美食和烟花，早晚和天气都可以。`;
  },
  failed: (what) =>
    `制作${what === 'clip' ? '片段' : '音乐'}时出错，没有加入视频。这次没有扣除积分，你可以重新发送再试一次。`,
  unread: (texts) => `这部分我没看懂：${texts.map((text) => `“${text}”`).join('、')}。`,
  unknown:
    '这个我还不会，所以没有改动。我可以：添加和修改标题、字幕；添加音乐，调整情绪和音量；静音、裁剪、剪掉、分割、删除、调换、替换片段，调整速度；叠化、淡入淡出；调成暖色、冷色或黑白；改变画面比例；使用你的素材；撤销修改。',
  question: (about) => {
    switch (about) {
      case 'title':
        return { prompt: asks.title, options: ['很久很久以前', '难忘的一天', '完'] };
      case 'music':
        return { prompt: '想要哪种音乐？', options: ['舒缓', '欢快', 'Lo-fi', '大气'] };
      case 'look':
        return { prompt: asks.look, options: ['暖色', '冷色', '黑白'] };
      case 'replacement':
      case 'clip':
        return { prompt: asks[about], options: [] };
    }
  },
  editorTalk: [
    '点击右上角的导出按钮即可保存。',
    '你可以在时间线中预览效果。',
    '打开音频面板可以微调音乐。',
    '也可以在时间线上拖拽片段来调整顺序。',
  ],
};
