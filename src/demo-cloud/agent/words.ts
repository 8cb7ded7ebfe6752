import type { Mood, Wish } from './intent.ts';

/** The agent answers in the language it is spoken to. */
export type Language = 'en' | 'zh';

export function languageOf(message: string): Language {
  return /\p{Script=Han}/u.test(message) ? 'zh' : 'en';
}

/** What the agent says, by language. */
export interface Words {
  readonly thinking: string;
  readonly generating: string;
  readonly rawReady: (seconds: number) => string;
  readonly finished: string;
  readonly looking: string;
  readonly nothing: string;
  readonly describe: (clips: readonly string[]) => string;
  readonly done: (wish: Wish) => string;
  /** Said to someone believed to sit in front of a web editor. */
  readonly editorTalk: readonly string[];
}

const moodsEn: Readonly<Record<Mood, string>> = {
  calm: 'calmer',
  upbeat: 'upbeat',
  lofi: 'lo-fi',
  epic: 'epic',
  sad: 'wistful',
  any: 'new',
};

const moodsZh: Readonly<Record<Mood, string>> = {
  calm: '更舒缓的',
  upbeat: '欢快的',
  lofi: 'Lo-fi ',
  epic: '大气的',
  sad: '伤感的',
  any: '新的',
};

const english: Words = {
  thinking: 'The user wants a short film. I should make the raw clip first, then add music, a title and effects.',
  generating: "Great idea! I'm generating your clip now. This usually takes a few minutes.",
  rawReady: (seconds) =>
    `The raw clip is ready: ${seconds} seconds, already on your timeline. I'm adding music, a title and effects next.`,
  finished:
    "All done! Your video now has background music, an opening title and a fade. Tell me what you'd like to change.",
  looking: 'Let me look at your timeline.',
  nothing: "There is nothing on the timeline yet. Tell me what you'd like to see and I'll make it.",
  describe: (clips) =>
    `Your cut has ${clips.length === 1 ? 'one clip' : `${clips.length} clips`}: ${clips.join(', ')}. It flows gently, with soft light and slow movement. I can change the title, the music, the volume or the length.`,
  done: (wish) => {
    switch (wish.kind) {
      case 'place-uploads':
        return 'Your clip is on the timeline.';
      case 'set-title':
        return `The title now reads "${wish.text}".`;
      case 'set-music':
        return `I put ${moodsEn[wish.mood]} music under the picture.`;
      case 'add-effect':
        return 'I added a soft fade.';
      case 'remove':
        return `I removed the ${{ video: 'last clip', audio: 'music', text: 'title', effect: 'effects' }[wish.what]}.`;
      case 'volume':
        return wish.level === undefined
          ? `The ${wish.of === 'audio' ? 'music' : 'clip'} is ${(wish.scale ?? 1) < 1 ? 'quieter' : 'louder'} now.`
          : `The ${wish.of === 'audio' ? 'music' : 'clip'} is at ${Math.round(wish.level * 100)}% now.`;
      case 'trim':
        return `The video is now ${wish.durationMs / 1000} seconds long.`;
    }
  },
  editorTalk: [
    'Click the Export button in the top right corner to save it.',
    'You can preview it in the timeline below.',
    'Open the Audio panel to fine-tune the music.',
    'You can also drag the clip on the timeline to reorder it.',
    'Check your account page for the remaining credits.',
  ],
};

const chinese: Words = {
  thinking: '用户想要一段短片。先生成原始片段，再加音乐、标题和特效。',
  generating: '好主意！正在为你生成视频，通常需要几分钟。',
  rawReady: (seconds) => `原始片段已生成：共${seconds}秒，已放到时间线上。接下来添加音乐、标题和特效。`,
  finished: '全部完成！视频已有背景音乐、片头标题和淡入效果。想改哪里，请告诉我。',
  looking: '我先看一下你的时间线。',
  nothing: '时间线上还没有内容。告诉我你想看到什么，我来生成。',
  describe: (clips) =>
    `你的视频共有${clips.length}个片段：${clips.join('、')}。画面柔和，节奏舒缓。我可以修改标题、音乐、音量或时长。`,
  done: (wish) => {
    switch (wish.kind) {
      case 'place-uploads':
        return '你的素材已放到时间线上。';
      case 'set-title':
        return `标题已改为“${wish.text}”。`;
      case 'set-music':
        return `已换上${moodsZh[wish.mood]}音乐。`;
      case 'add-effect':
        return '已添加淡入效果。';
      case 'remove':
        return `已删除${{ video: '最后一个片段', audio: '音乐', text: '标题', effect: '特效' }[wish.what]}。`;
      case 'volume':
        return wish.level === undefined
          ? `${wish.of === 'audio' ? '音乐' : '原声'}已${(wish.scale ?? 1) < 1 ? '调低' : '调高'}。`
          : `${wish.of === 'audio' ? '音乐' : '原声'}音量已调到${Math.round(wish.level * 100)}%。`;
      case 'trim':
        return `视频已剪到${wish.durationMs / 1000}秒。`;
    }
  },
  editorTalk: [
    '点击右上角的导出按钮即可保存。',
    '你可以在时间线中预览效果。',
    '打开音频面板可以微调音乐。',
    '也可以在时间线上拖拽片段来调整顺序。',
  ],
};

export const words: Readonly<Record<Language, Words>> = { en: english, zh: chinese };
