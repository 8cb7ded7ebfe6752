import { labelOf } from '../../shared/scene/lexicon.ts';
import { segmentsOf } from '../draft/cut.ts';
import { EDIT_CREDITS, GENERATION_CREDITS } from './costs.ts';
import { done, listed } from './done-zh.ts';
import {
  type Change,
  inSeconds,
  lengthOf,
  mostUnread,
  numbersOf,
  percent,
  shortened,
  times,
  timesOf,
} from './change-numbers.ts';
import { isMissing } from './resolve.ts';
import type { Limit, Question, Talk, EditRequest } from './edit-request.ts';
import type { Words } from './words.ts';

const abilities =
  '我可以：添加和修改标题、字幕；添加音乐，调整情绪和音量；静音、裁剪、剪掉、分割、删除、复制、调换、打乱、替换片段，调整速度；叠化、淡入淡出；调成暖色、冷色或黑白；放大、旋转、翻转片段；改变画面比例；使用你的素材；撤销和重做。';

/** Asked for where too little was said. */
const asks: Readonly<Record<Question, string>> = {
  title: '标题写什么？',
  look: '想要哪种色调？',
  clip: '你指的是哪个片段？请告诉我它的序号，或画面里有什么。',
  replacement: '请告诉我换成什么：描述新的画面，或拖入文件。',
};

/** What cannot be done, and what can be done instead. */
const limits: Readonly<Record<Limit, string>> = {
  backwards: '我还不会倒放片段。我可以把片段的顺序反过来，或者放慢速度。',
  light: '我还不会调亮度、对比度和饱和度。我可以把画面调成暖色、冷色或黑白。',
  steady: '我还不会防抖、锐化或降噪。我可以剪掉晃动的部分，或者重新生成这个片段。',
  voice: '我不会说话，也听不到声音，所以没有旁白。我可以按你给的时间加字幕。',
  noise: '我还不会做音效。我可以加上某种情绪的音乐，或者使用你拖入的声音文件。',
  blur: '我还不会虚化背景或抠图。我可以按新的描述重新生成这个片段。',
  overlay: '我还不会在画面上叠加 logo、贴纸或另一张图片。我可以把你的图片作为单独的片段播放，或者写上标题。',
  lettering: '我还不会改标题的字体和样式。我可以改它的文字、大小、颜色、位置和时间，也可以加淡入淡出。',
  tint: '我只会从黑场淡入、淡出到黑场。',
  style: '我还不会这种风格。我可以把画面调成暖色、冷色或黑白，或者按新的描述重新生成片段。',
  strength: '色调只有开和关，还不能调强弱。我可以去掉它，或者换一种色调。',
  longer: '片段不能比它的文件更长。我可以放慢速度、复制它，或者再加一个片段。',
  frame:
    '我还不会裁切画面、调透明度，也不会让镜头在片段里缓慢推拉或平移。我可以把整个片段放大、缩小、旋转或翻转，或者按新的运镜重新生成它。',
};

/** Where something else is to be said, by kind. */
const reasons: Readonly<Partial<Record<EditRequest['kind'], string>>> = {
  undo: '没有可以撤销的修改。',
  redo: '没有刚撤销的修改可以重做。如果想重新生成片段，请说明是哪个，比如“重新生成片段 2”。',
  'change-titles': '没有这个标题，或标题已经是这样，所以没有改动。',
  'cross-fade': '叠化需要前后相连的两个片段。',
  'place-uploads': '请先拖入文件，我再把它放进去。',
  'replace-with-upload': '请先拖入文件，我再把它换上去。',
  'set-music': '视频已经在用这首音乐了。',
  'own-music': '请先拖入音乐文件，我就用它配乐。',
  shuffle: '只有一个片段，没有顺序可以打乱。',
  move: '这个片段已经在那里了。',
};
const parts = {
  video: '片段',
  audio: '音乐',
  text: '标题',
  effect: '特效',
  filter: '滤镜',
  transition: '转场',
} as const;

function notDone(change: Change): string {
  const { request, before } = change;
  const long = `视频长 ${lengthOf(before)} 秒`;
  if (isMissing(request, before)) return missing(change);
  if (request.kind === 'ask') return asks[request.about];
  if (request.kind === 'cannot') return limits[request.about];
  if (request.kind === 'remake') return `视频已经是 ${request.ratio} 了。`;
  if (request.kind === 'remove') return `没有可以删除的${parts[request.what]}。`;
  if (request.kind === 'volume') {
    const [first] = segmentsOf(before, request.of);
    if (first === undefined) return request.of === 'audio' ? '目前还没有音乐。' : '目前还没有片段。';
    return `${request.of === 'audio' ? '音乐' : '片段原声'}的音量已经是 ${percent(first.volume ?? 1)} 了。`;
  }
  if (request.kind === 'fade-music')
    return segmentsOf(before, 'audio').length === 0 ? '目前还没有音乐。' : '音乐已经是这样了。';
  if (request.kind === 'trim') return `${long}，我只能剪短，不能拉长。想更长的话，可以放慢速度，或者再加一个片段。`;
  if (request.kind === 'remove-span' || request.kind === 'keep-span')
    return `${long}，所以 ${times(request)} 秒这一段没有变化。`;
  if (request.kind === 'split') return `${long}，在 ${inSeconds(request.atMs)} 秒处没有可以分割的片段。`;
  if (request.kind === 'grade' || request.kind === 'speed' || request.kind === 'frame')
    return '已经是这样了，所以没有改动。';
  return reasons[request.kind] ?? '这样不会有变化，所以视频保持原样。';
}

/** `没有片段 7：视频共有 3 个片段。` */
function missing({ request, before }: Change): string {
  const isText = request.kind === 'change-titles' || (request.kind === 'remove' && request.what === 'text');
  const count = segmentsOf(before, isText ? 'text' : 'video').length;
  const one = isText ? '标题' : '片段';
  if (count === 0) return `目前还没有${one}。`;
  const { not } = numbersOf('which' in request ? (request.which ?? 'all') : 'all', count);
  return `没有${one} ${listed(not)}：视频共有 ${count} 个${one}。`;
}

const talks: Readonly<Record<Talk, string>> = {
  hello: '你好！',
  thanks: '不客气！',
  praise: '很高兴你喜欢！',
  bye: '再见！视频会保持原样。',
  who: '我是帮你制作和剪辑视频的智能体：你说想要什么，我来完成。',
  cost: `生成一个片段 ${GENERATION_CREDITS} 积分，一次修改 ${EDIT_CREDITS} 积分。和我聊天、保存视频都不花积分。`,
  help: abilities,
  wrong: '我不确定你指的是哪次修改。请告诉我要做什么、改哪个片段或标题；说“撤销”可以取消上一次修改。',
  agreed: '好的。',
  make: '没问题！',
  stop: '我现在没有在处理任何任务。',
  orders: '我只负责制作和剪辑视频。',
  wordless: '我看不出你想要什么。',
};

function talk(about: Talk, isEmpty: boolean): string {
  if (about === 'wrong' && !isEmpty) return talks.wrong;
  if (about === 'bye' || (about === 'help' && !isEmpty)) return talks[about];
  const next = isEmpty || about === 'make' ? '告诉我你想看到什么，我来生成。' : '想改哪里，请告诉我。';
  return about === 'wrong' ? next : `${talks[about]}${next}`;
}

export const chinese: Words = {
  thinking: '用户想要一段短片。先生成原始片段，再加音乐、标题和特效。',
  generating: '好主意！正在为你生成视频。',
  rawReady: (length) => `原始片段已生成：共${length}秒，已放到时间线上。接下来添加音乐、标题和特效。`,
  finished: '全部完成！视频已有背景音乐、片头标题和特效。想改哪里，请告诉我。',
  added: (length) => `新片段已放到时间线上，视频现在共${length}秒。`,
  looking: '我先看一下你的时间线。',
  nothing: '时间线上还没有内容。告诉我你想看到什么，我来生成。',
  describe: (cut) => {
    const clips = segmentsOf(cut, 'video');
    const titles = segmentsOf(cut, 'text').map((part) => `“${part.text ?? ''}”（${timesOf(part)} 秒）`);
    const [song] = segmentsOf(cut, 'audio');
    return [
      `视频长 ${lengthOf(cut)} 秒，共有 ${clips.length} 个片段：${listed(clips.map((part, at) => `${at + 1}. ${part.name}（${timesOf(part)} 秒）`))}。`,
      ...(titles.length === 0 ? [] : [`标题是${listed(titles)}。`]),
      song === undefined ? '没有音乐。' : `音乐是 ${song.name}，音量 ${percent(song.volume ?? 1)}。`,
      '想改哪里，请告诉我。',
    ].join('');
  },
  done,
  notDone,
  talk,
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
  unread: (texts) => {
    const more = texts.length - mostUnread;
    const told = listed(texts.slice(0, mostUnread).map((text) => `“${shortened(text)}”`));
    return `这部分我没看懂：${told}${more > 0 ? `，还有 ${more} 处` : ''}。`;
  },
  unknown: `这个我还不会，所以没有改动。${abilities}`,
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
