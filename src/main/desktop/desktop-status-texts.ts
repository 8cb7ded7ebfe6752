import type { ExportState } from '../../shared/domain/export-job.ts';
import type { FailureCode } from '../../shared/domain/failure.ts';
import type { MediaKind } from '../../shared/domain/media-job.ts';

/** What the desktop is told about work that nobody watches: in notifications and in the tray. */
export type DesktopStatusTexts = {
  readonly answered: string;
  readonly asks: string;
  readonly unanswered: string;
  readonly uncertain: string;
  /** A project that nobody has named yet. */
  readonly unnamed: string;
  /** Why something failed, in a few words; what is not named here gets `trouble`. */
  readonly reasons: Readonly<Partial<Record<FailureCode, string>>>;
  readonly trouble: string;
  readonly badge: (count: number) => string;
  readonly open: string;
  readonly quit: string;
  readonly phases: Readonly<Record<ExportState, string>>;
  readonly job: (name: string, phase: string) => string;
  /** The end of a batch, and how many of its files came to what. */
  readonly batch: {
    readonly done: string;
    readonly paused: string;
    readonly finished: (count: number) => string;
    readonly failed: (count: number) => string;
    readonly needsYou: (count: number) => string;
  };
  /** The end of a cut on its way into a folder for other editors. */
  readonly interchange: { readonly saved: string; readonly failed: string };
  readonly uploading: string;
  readonly making: Readonly<Record<MediaKind, string>>;
  /** A file that was made and waits for the user's word. */
  readonly made: string;
  readonly working: string;
  readonly closing: {
    readonly question: string;
    readonly detail: string;
    readonly stay: string;
    readonly quit: string;
    readonly cancel: string;
  };
  readonly quitting: {
    readonly uploads: (count: number) => string;
    readonly making: (count: number) => string;
    readonly detail: string;
    readonly keep: string;
    readonly quit: string;
  };
};

export const enDesktopStatus: DesktopStatusTexts = {
  answered: 'The answer is ready',
  asks: 'The agent asks you something',
  unanswered: 'No reply to your message',
  uncertain: "We couldn't confirm whether an edit was made",
  unnamed: 'New project',
  reasons: {
    offline: 'There is no connection.',
    interrupted: 'The connection broke.',
    'timed-out': 'The cloud did not answer in time.',
    server: 'The service is having problems.',
    'bad-answer': 'The cloud gave an answer that makes no sense.',
    'token-refused': 'The cloud refused access.',
    'session-lost': 'The cloud does not know the project any more.',
    'no-credits': 'Not enough credits.',
    'rate-limited': 'Too many requests.',
    'agent-failed': 'The agent had a problem.',
    'export-blocked': "Your plan doesn't include export.",
    'nothing-to-export': 'There is nothing to export yet.',
    'render-failed': 'Rendering failed twice.',
    'delivery-broken': 'The file that arrived does not play.',
    'disk-full': 'The disk is full.',
    'history-busy': 'The history is in use by another program.',
    'disk-short': 'There is not enough room on the disk.',
    'folder-gone': 'The folder is not there any more.',
    'folder-read-only': 'The folder cannot be written.',
    'file-in-use': 'The file is open in another program.',
    'place-gone': 'The folder is not there any more.',
    'upload-failed': 'A file could not be uploaded.',
  },
  trouble: 'Open Rushes to see what happened.',
  badge: (count) => `${count} new`,
  open: 'Open Rushes',
  quit: 'Quit',
  phases: {
    waiting: 'waiting for the answer',
    queued: 'waiting',
    submitted: 'rendering',
    rendering: 'rendering',
    downloading: 'downloading',
    checking: 'checking',
    saved: 'saved',
    failed: 'failed',
    cancelled: 'cancelled',
  },
  job: (name, phase) => `${name}: ${phase}`,
  batch: {
    done: 'The batch is done',
    paused: 'The batch is waiting for you',
    finished: (count) => `${count} done`,
    failed: (count) => `${count} failed`,
    needsYou: (count) => `${count} to look at`,
  },
  interchange: { saved: 'Ready for another editor', failed: 'The folder for another editor was not made' },
  uploading: 'uploading',
  making: { compress: 'compressing', trim: 'trimming', convert: 'converting' },
  made: 'ready to look at',
  working: 'the agent is working',
  closing: {
    question: 'Something is still under way.',
    detail: 'Rushes can finish it without a window. If you quit, exports and answers go on at the next start.',
    stay: 'Keep running in the background',
    quit: 'Quit',
    cancel: 'Cancel',
  },
  quitting: {
    uploads: (count) => (count === 1 ? '1 upload is running.' : `${count} uploads are running.`),
    making: (count) => (count === 1 ? '1 file is being made.' : `${count} files are being made.`),
    detail:
      'If you quit now, it stops here. Uploads that are not finished wait at the next start, to be sent from the beginning. Files that are being made have to be made again.',
    keep: 'Keep running',
    quit: 'Quit anyway',
  },
};

export const zhDesktopStatus: DesktopStatusTexts = {
  answered: '回复已完成',
  asks: '助手有问题要问你',
  unanswered: '消息未能得到回复',
  uncertain: '无法确认一次修改是否完成',
  unnamed: '新项目',
  reasons: {
    offline: '没有网络连接。',
    interrupted: '连接中断。',
    'timed-out': '云端没有及时回应。',
    server: '云端出了问题。',
    'bad-answer': '云端的回应无法理解。',
    'token-refused': '云端拒绝了访问。',
    'session-lost': '云端会话已失效。',
    'no-credits': '积分不足。',
    'rate-limited': '云端要求稍候再试。',
    'agent-failed': '助手出了问题。',
    'export-blocked': '你的套餐不含导出。',
    'nothing-to-export': '还没有可导出的内容。',
    'render-failed': '云端无法渲染这个视频。',
    'delivery-broken': '收到的文件无法播放。',
    'disk-full': '磁盘已满。',
    'history-busy': '历史记录正被其他程序占用。',
    'disk-short': '磁盘空间不够。',
    'folder-gone': '文件夹已经不在了。',
    'folder-read-only': '文件夹无法写入。',
    'file-in-use': '文件正被其他程序使用。',
    'place-gone': '文件夹已经不在了。',
    'upload-failed': '有文件未能上传。',
  },
  trouble: '打开 Rushes 查看详情。',
  badge: (count) => `${count} 条新消息`,
  open: '打开 Rushes',
  quit: '退出',
  phases: {
    waiting: '修改完成后开始',
    queued: '等待中',
    submitted: '渲染中',
    rendering: '渲染中',
    downloading: '下载中',
    checking: '检查中',
    saved: '已保存',
    failed: '失败',
    cancelled: '已取消',
  },
  job: (name, phase) => `${name}：${phase}`,
  batch: {
    done: '批处理已完成',
    paused: '批处理正在等你处理',
    finished: (count) => `${count} 个完成`,
    failed: (count) => `${count} 个失败`,
    needsYou: (count) => `${count} 个需要查看`,
  },
  interchange: { saved: '已可在其他剪辑软件中打开', failed: '剪辑工程导出失败' },
  uploading: '上传中',
  making: { compress: '压缩中', trim: '裁剪中', convert: '转换中' },
  made: '已完成，待查看',
  working: '助手处理中',
  closing: {
    question: '还有任务在进行。',
    detail: 'Rushes 可以在没有窗口时继续完成。如果退出，导出和回复会在下次启动后继续。',
    stay: '在后台继续运行',
    quit: '退出',
    cancel: '取消',
  },
  quitting: {
    uploads: (count) => `有 ${count} 个文件正在上传。`,
    making: (count) => `有 ${count} 个文件正在制作。`,
    detail: '现在退出会中断。未传完的文件下次启动时还在，可以从头重新上传；正在制作的文件需要重新制作。',
    keep: '继续运行',
    quit: '仍然退出',
  },
};
