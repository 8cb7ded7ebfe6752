import { describe, expect, it } from 'vitest';
import { playerAccelerators } from '../../../../src/shared/domain/menu-command.ts';
import { jobLines, menuTemplate, opensByClick, trayMenu } from '../../../../src/main/desktop/menu.ts';
import { mainTexts } from '../../../../src/shared/locales/main-texts.ts';
import { nothingUnderWay, withEvent } from '../../../../src/main/desktop/activity.ts';
import type { MediaJob } from '../../../../src/shared/domain/media-job.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { exportJob, turn, upload } from '../../renderer/state/fixtures.ts';

type Parts = Parameters<typeof menuTemplate>[0];
type MenuItemConstructorOptions = ReturnType<typeof menuTemplate>[number];

function partsOf(changes: Partial<Parts> = {}): Parts {
  return {
    t: mainTexts('en'),
    platform: 'linux',
    development: false,
    rehearsal: false,
    hasHomepage: true,
    menuBar: false,
    setMenuBar: () => undefined,
    zoom: () => undefined,
    run: () => undefined,
    quit: () => undefined,
    ...changes,
  };
}

/** A menu as it is read: a line for each item, with its key or its role. */
function shown(parts: Parts): readonly (readonly string[])[] {
  return menuTemplate(parts).map(({ label, role, submenu }) => [
    label ?? `(${role})`,
    ...(submenu as readonly MenuItemConstructorOptions[]).map(
      (item) => item.label?.concat(item.accelerator ? ` ${String(item.accelerator)}` : '') ?? '-',
    ),
  ]);
}

/** Every item of a menu. */
function items(parts: Parts): readonly MenuItemConstructorOptions[] {
  return menuTemplate(parts).flatMap(({ submenu }) => submenu as readonly MenuItemConstructorOptions[]);
}

describe('menuTemplate', () => {
  it('is this menu in a shipped app on Linux and Windows, in English', () => {
    const menu = shown(partsOf());
    expect(menu).toEqual([
      [
        '&File',
        'New Project CmdOrCtrl+N',
        'Open Project… CmdOrCtrl+O',
        'Rename Project F2',
        '-',
        'Attach Files… CmdOrCtrl+U',
        '-',
        'Export CmdOrCtrl+E',
        'Export for Another Editor… CmdOrCtrl+Shift+E',
        '-',
        'Settings… CmdOrCtrl+,',
        '-',
        'Quit Rushes CmdOrCtrl+Q',
      ],
      [
        '&Edit',
        'Undo',
        'Redo',
        'Undo the Last Edit…',
        '-',
        'Cut',
        'Copy',
        'Paste',
        'Select All',
        '-',
        'Find in All Text… CmdOrCtrl+F',
        'Commands… CmdOrCtrl+K',
      ],
      [
        '&View',
        'Media of This Project CmdOrCtrl+Shift+M',
        '-',
        'Actual Size CmdOrCtrl+0',
        'Zoom In CmdOrCtrl+Plus',
        'Zoom Out CmdOrCtrl+-',
        '-',
        'Always Show This Menu',
        'Toggle Full Screen',
      ],
      [
        '&Playback',
        'Play or Pause Space',
        '-',
        'Previous Frame Left',
        'Next Frame Right',
        'Back 1 Second Shift+Left',
        'Forward 1 Second Shift+Right',
        '-',
        'Go to Start Home',
        'Go to End End',
      ],
      ['&Window', 'Minimize', 'Close Window'],
      [
        '&Help',
        'Keyboard Shortcuts CmdOrCtrl+/',
        "What's New",
        '-',
        'Diagnostics',
        'Report a Problem…',
        '-',
        'Check for Updates…',
        'About Rushes',
      ],
    ]);
    const onWindows = menu.map((items) => items.map((item) => (item === 'Quit Rushes CmdOrCtrl+Q' ? 'Exit' : item)));
    expect(shown(partsOf({ platform: 'win32' }))).toEqual(onWindows);
  });

  it('is this menu in development on macOS, in Chinese', () => {
    expect(shown(partsOf({ platform: 'darwin', development: true, t: mainTexts('zh') }))).toEqual([
      [
        '(appMenu)',
        '关于 Rushes',
        '检查更新…',
        '-',
        '设置… CmdOrCtrl+,',
        '-',
        '服务',
        '-',
        '隐藏 Rushes',
        '隐藏其他',
        '全部显示',
        '-',
        '退出 Rushes',
      ],
      [
        '文件',
        '新建项目 CmdOrCtrl+N',
        '打开项目… CmdOrCtrl+O',
        '重命名项目 F2',
        '-',
        '添加文件… CmdOrCtrl+U',
        '-',
        '导出 CmdOrCtrl+E',
        '导出到其他剪辑软件… CmdOrCtrl+Shift+E',
        '-',
        '关闭窗口',
      ],
      [
        '编辑',
        '撤销',
        '重做',
        '撤销上一次修改…',
        '-',
        '剪切',
        '复制',
        '粘贴',
        '全选',
        '-',
        '搜索全部内容… CmdOrCtrl+F',
        '命令… CmdOrCtrl+K',
      ],
      [
        '显示',
        '重新加载',
        '开发者工具',
        '-',
        '项目素材 CmdOrCtrl+Shift+M',
        '-',
        '实际大小 CmdOrCtrl+0',
        '放大 CmdOrCtrl+Plus',
        '缩小 CmdOrCtrl+-',
        '-',
        '切换全屏',
      ],
      ['播放', '播放或暂停', '-', '上一帧', '下一帧', '后退 1 秒', '前进 1 秒', '-', '跳到开头', '跳到结尾'],
      ['窗口', '最小化', '缩放', '-', '前置全部窗口'],
      ['帮助', '快捷键 CmdOrCtrl+/', '更新内容', '-', '诊断信息', '反馈问题…'],
    ]);
  });

  it('opens by Alt and a letter, also where the name has none', () => {
    const names = (t: Parts['t']) => menuTemplate(partsOf({ t })).map(({ label }) => label);
    expect(names(mainTexts('zh'))).toEqual(['文件(&F)', '编辑(&E)', '显示(&V)', '播放(&P)', '窗口(&W)', '帮助(&H)']);
    expect(names(mainTexts('en'))).toEqual(['&File', '&Edit', '&View', '&Playback', '&Window', '&Help']);
  });

  it('leaves the keys of the player to the player', () => {
    const ofPlayer = items(partsOf()).filter(({ id }) => id !== undefined && id in playerAccelerators);
    expect(ofPlayer).toHaveLength(Object.keys(playerAccelerators).length);
    expect(ofPlayer.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
  });

  it('asks the window for what was chosen', () => {
    const asked: string[] = [];
    const chosen = items(partsOf({ run: (command) => asked.push(command) })).find(({ id }) => id === 'attach');
    chosen?.click?.(...([] as unknown as Parameters<NonNullable<typeof chosen.click>>));
    expect(asked).toEqual(['attach']);
  });

  it('gives no key to two items', () => {
    const keys = items(partsOf({ rehearsal: true })).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('offers the faults in a rehearsal alone', () => {
    const idsOf = (rehearsal: boolean) => items(partsOf({ rehearsal })).map(({ id }) => id);
    expect(idsOf(true)).toContain('faults');
    expect(idsOf(false)).not.toContain('faults');
  });
});

const t = mainTexts('en');
const localCommands = { open: () => undefined, quit: () => undefined };

describe('the tray', () => {
  it('has a line for each export, upload and project at work', () => {
    const events: readonly AppEvent[] = [
      { type: 'export', job: exportJob({ fileName: 'city.mp4', state: 'downloading' }) },
      { type: 'upload', upload: upload({ name: 'clip.mov' }) },
      { type: 'turn', turn: turn({ id: 't1', projectId: 'p1' }) },
      { type: 'turn', turn: turn({ id: 't2', projectId: 'p2' }) },
      { type: 'turn', turn: turn({ id: 't3', projectId: 'p3', state: 'queued' }) },
    ];
    const activity = events.reduce((before, event) => withEvent(before, event, false), nothingUnderWay);
    const names = (id: string) => (id === 'p1' ? 'Neon city' : '');
    expect(jobLines(activity, t, names)).toEqual([
      'city.mp4: downloading',
      'clip.mov: uploading',
      'Neon city: the agent is working',
      'New project: the agent is working',
    ]);
  });

  it('has one for each file that is being made, and one for what was made and waits for the user', () => {
    const job: MediaJob = {
      id: 'w1',
      projectId: 'p1',
      fileId: 'f1',
      source: { name: 'long.mp4', bytes: 9 },
      kind: 'compress',
      state: 'running',
      name: 'long.mp4',
      progress: 0.5,
      startedAt: 1,
      endedAt: null,
      failure: null,
      result: null,
    };
    const told = (...jobs: readonly MediaJob[]) =>
      jobLines(
        jobs.reduce((before, one) => withEvent(before, { type: 'media-job', job: one }, false), nothingUnderWay),
        t,
        () => '',
      );
    expect(told({ ...job, state: 'queued' }, job)).toEqual(['long.mp4: compressing']);
    expect(told(job, { ...job, state: 'ready' })).toEqual(['long.mp4: ready to look at']);
    expect(told(job, { ...job, state: 'used' })).toEqual([]);
  });

  it('opens the window by a click, but where the click opens its menu', () => {
    expect((['darwin', 'win32', 'linux'] as const).map(opensByClick)).toEqual([false, true, true]);
  });

  it('leads to the window and out, and stays short', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `Salt & pepper ${index}: rendering`);
    const labels = trayMenu(lines, t, localCommands).map(({ label, type }) => label ?? type);
    expect(labels).toHaveLength(16);
    expect(labels[0]).toBe('Salt && pepper 0: rendering');
    expect(labels.slice(-4)).toEqual(['+ 8', 'separator', 'Open Rushes', 'Quit']);
  });

  it('begins with the way to the window where nothing is under way', () => {
    expect(trayMenu([], t, localCommands).map(({ label, type }) => label ?? type)).toEqual(['Open Rushes', 'Quit']);
  });
});
