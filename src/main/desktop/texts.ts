import type { Locale } from '../../shared/domain/app-state.ts';
import { enDesktopStatus, type DesktopStatusTexts, zhDesktopStatus } from './desktop-status-texts.ts';

/** The few sentences that main itself says: in the menu, the system's dialogs and notifications. */
export type ShellTexts = {
  readonly menu: {
    readonly file: string;
    readonly newProject: string;
    readonly settings: string;
    readonly close: string;
    readonly quit: string;
    readonly edit: string;
    readonly undo: string;
    readonly redo: string;
    readonly cut: string;
    readonly copy: string;
    readonly paste: string;
    readonly selectAll: string;
    readonly search: string;
    readonly view: string;
    readonly actualSize: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fullScreen: string;
    readonly reload: string;
    readonly developerTools: string;
    readonly window: string;
    readonly minimize: string;
    readonly zoom: string;
    readonly front: string;
    readonly about: string;
    readonly services: string;
    readonly hide: string;
    readonly hideOthers: string;
    readonly showAll: string;
  };
  readonly pick: {
    readonly title: string;
    readonly folderTitle: string;
    readonly button: string;
    readonly media: string;
    readonly all: string;
  };
  /** What a picture out of the clipboard is called; `when` is fit for a file's name. */
  readonly pasted: (when: string) => string;
  readonly save: {
    readonly title: string;
    readonly button: string;
    readonly video: string;
    readonly folderTitle: string;
    readonly folderButton: string;
  };
  readonly interchange: { readonly title: string; readonly button: string };
  readonly link: {
    readonly question: (host: string) => string;
    readonly open: string;
    readonly cancel: string;
  };
  readonly notification: { readonly saved: string; readonly failed: string };
  readonly desktopStatus: DesktopStatusTexts;
  readonly start: {
    readonly newerTitle: string;
    readonly newer: string;
    readonly unavailableTitle: string;
    readonly unavailable: (path: string) => string;
    readonly damagedTitle: string;
    readonly damaged: (path: string) => string;
    readonly readOnlyTitle: string;
    readonly readOnly: (folder: string) => string;
    readonly crashedTitle: string;
    readonly crashed: string;
    readonly withoutProject: string;
    readonly quit: string;
    readonly ok: string;
  };
};

const en: ShellTexts = {
  menu: {
    file: 'File',
    newProject: 'New Project',
    settings: 'Settings…',
    close: 'Close Window',
    quit: 'Quit Rushes',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    search: 'Search…',
    view: 'View',
    actualSize: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Toggle Full Screen',
    reload: 'Reload',
    developerTools: 'Developer Tools',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring All to Front',
    about: 'About Rushes',
    services: 'Services',
    hide: 'Hide Rushes',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
  },
  pick: {
    title: 'Attach files',
    folderTitle: 'Attach a folder',
    button: 'Attach',
    media: 'Videos, pictures and sounds',
    all: 'All files',
  },
  pasted: (when) => `Pasted ${when}`,
  save: {
    title: 'Export video',
    button: 'Export',
    video: 'MP4 video',
    folderTitle: 'Folder for all exports',
    folderButton: 'Use this folder',
  },
  interchange: { title: 'Choose where to save the project folder', button: 'Save here' },
  link: {
    question: (host) => `Open a page of ${host} in your browser?`,
    open: 'Open',
    cancel: 'Cancel',
  },
  notification: { saved: 'Your video is ready', failed: 'The export did not finish' },
  desktopStatus: enDesktopStatus,
  start: {
    newerTitle: 'Your projects need a newer Rushes',
    newer:
      'Your projects were last opened with a newer version of Rushes. Please update this one. Nothing was changed.',
    unavailableTitle: 'Rushes cannot open your projects',
    unavailable: (path) => `This file cannot be opened or written: ${path}`,
    damagedTitle: 'Your projects could not be read',
    damaged: (path) =>
      `The file with your projects was damaged. It was kept as ${path}, and Rushes starts with an empty one.`,
    readOnlyTitle: 'Rushes cannot save anything',
    readOnly: (folder) =>
      `Rushes keeps your projects and settings in this folder, and it cannot be written to: ${folder}. Allow writing there, then start Rushes again.`,
    crashedTitle: 'The window crashed three times in a minute',
    crashed: 'Your projects are kept. The project that was open last may be the cause.',
    withoutProject: 'Start without the last project',
    quit: 'Quit',
    ok: 'OK',
  },
};

const zh: ShellTexts = {
  menu: {
    file: '文件',
    newProject: '新建项目',
    settings: '设置…',
    close: '关闭窗口',
    quit: '退出 Rushes',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    search: '搜索…',
    view: '显示',
    actualSize: '实际大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    fullScreen: '切换全屏',
    reload: '重新加载',
    developerTools: '开发者工具',
    window: '窗口',
    minimize: '最小化',
    zoom: '缩放',
    front: '前置全部窗口',
    about: '关于 Rushes',
    services: '服务',
    hide: '隐藏 Rushes',
    hideOthers: '隐藏其他',
    showAll: '全部显示',
  },
  pick: { title: '添加文件', folderTitle: '添加文件夹', button: '添加', media: '视频、图片和音频', all: '所有文件' },
  pasted: (when) => `粘贴的图片 ${when}`,
  save: {
    title: '导出视频',
    button: '导出',
    video: 'MP4 视频',
    folderTitle: '选择保存所有导出的文件夹',
    folderButton: '使用这个文件夹',
  },
  interchange: { title: '选择剪辑工程的保存位置', button: '保存在这里' },
  link: {
    question: (host) => `要在浏览器中打开 ${host} 的页面吗？`,
    open: '打开',
    cancel: '取消',
  },
  notification: { saved: '视频已导出', failed: '导出未完成' },
  desktopStatus: zhDesktopStatus,
  start: {
    newerTitle: '项目由更新版本创建',
    newer: '你的项目上次是用更新版本的 Rushes 打开的，请先更新本应用。没有改动任何内容。',
    unavailableTitle: 'Rushes 无法打开你的项目',
    unavailable: (path) => `无法打开或写入这个文件：${path}`,
    damagedTitle: '无法读取你的项目',
    damaged: (path) => `保存项目的文件已损坏。原文件保留为 ${path}，Rushes 将从空白开始。`,
    readOnlyTitle: 'Rushes 无法保存任何内容',
    readOnly: (folder) =>
      `Rushes 把你的项目和设置存放在这个文件夹，但它无法写入：${folder}。请允许写入，然后重新启动 Rushes。`,
    crashedTitle: '窗口在一分钟内崩溃了三次',
    crashed: '你的项目都还在。原因可能是上次打开的项目。',
    withoutProject: '不打开上次的项目',
    quit: '退出',
    ok: '好',
  },
};

const texts: Readonly<Record<Locale, ShellTexts>> = { en, zh };

export function shellTexts(locale: Locale): ShellTexts {
  return texts[locale];
}
