import { describe, expect, it, vi } from 'vitest';
import { jobLines, menuTemplate, opensByClick, trayMenu, zoomStep } from '../../../../src/main/desktop/menu.ts';
import { mainTexts } from '../../../../src/shared/locales/main-texts.ts';
import { nothingUnderWay, withEvent } from '../../../../src/main/desktop/activity.ts';
import type { MediaJob } from '../../../../src/shared/domain/media-job.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { exportJob, turn, upload } from '../../renderer/state/fixtures.ts';

const newProject = (): void => {};
const settings = (): void => {};
const palette = (): void => {};
const quit = (): void => {};
const zoom = vi.fn();
const click = expect.any(Function);
const line = { type: 'separator' };

describe('menuTemplate', () => {
  it('is this menu in a shipped app on Linux and Windows, in English', () => {
    const parts = { t: mainTexts('en'), development: false, faults: null, newProject, settings, palette, zoom, quit };
    const menu = menuTemplate({ ...parts, platform: 'linux' });
    expect(menu).toEqual([
      {
        label: 'File',
        submenu: [
          { id: 'new-project', label: 'New Project', accelerator: 'CmdOrCtrl+N', click: newProject },
          line,
          { id: 'settings', label: 'Settings…', accelerator: 'CmdOrCtrl+,', click: settings },
          line,
          { id: 'quit', label: 'Quit Rushes', accelerator: 'CmdOrCtrl+Q', click: quit },
        ],
      },
      {
        label: 'Edit',
        submenu: [
          { role: 'undo', label: 'Undo' },
          { role: 'redo', label: 'Redo' },
          line,
          { role: 'cut', label: 'Cut' },
          { role: 'copy', label: 'Copy' },
          { role: 'paste', label: 'Paste' },
          { role: 'selectAll', label: 'Select All' },
          line,
          { id: 'palette', label: 'Search…', accelerator: 'CmdOrCtrl+K', click: palette },
        ],
      },
      {
        label: 'View',
        submenu: [
          { id: 'actual-size', label: 'Actual Size', accelerator: 'CmdOrCtrl+0', click },
          { id: 'zoom-in', label: 'Zoom In', accelerator: 'CmdOrCtrl+Plus', click },
          { id: 'zoom-out', label: 'Zoom Out', accelerator: 'CmdOrCtrl+-', click },
          line,
          { role: 'togglefullscreen', label: 'Toggle Full Screen' },
        ],
      },
      {
        label: 'Window',
        role: 'window',
        submenu: [
          { role: 'minimize', label: 'Minimize' },
          { role: 'close', label: 'Close Window' },
        ],
      },
    ]);
    expect(menuTemplate({ ...parts, platform: 'win32' })).toEqual(menu);
  });

  it('offers the faults in a rehearsal alone', () => {
    const parts = {
      t: mainTexts('en'),
      development: false,
      newProject,
      settings,
      palette,
      zoom,
      quit,
      platform: 'linux',
    } as const;
    const faults = (): void => {};
    const idsOf = (given: (() => void) | null) => JSON.stringify(menuTemplate({ ...parts, faults: given }));
    expect(idsOf(faults)).toContain('"id":"faults"');
    expect(idsOf(null)).not.toContain('faults');
  });

  it('is this menu in development on macOS, in Chinese', () => {
    expect(
      menuTemplate({
        t: mainTexts('zh'),
        platform: 'darwin',
        faults: null,
        development: true,
        newProject,
        settings,
        palette,
        zoom,
        quit,
      }),
    ).toEqual([
      {
        role: 'appMenu',
        submenu: [
          { role: 'about', label: '关于 Rushes' },
          line,
          { id: 'settings', label: '设置…', accelerator: 'CmdOrCtrl+,', click: settings },
          line,
          { role: 'services', label: '服务' },
          line,
          { role: 'hide', label: '隐藏 Rushes' },
          { role: 'hideOthers', label: '隐藏其他' },
          { role: 'unhide', label: '全部显示' },
          line,
          { role: 'quit', label: '退出 Rushes' },
        ],
      },
      {
        label: '文件',
        submenu: [
          { id: 'new-project', label: '新建项目', accelerator: 'CmdOrCtrl+N', click: newProject },
          line,
          { role: 'close', label: '关闭窗口' },
        ],
      },
      {
        label: '编辑',
        submenu: [
          { role: 'undo', label: '撤销' },
          { role: 'redo', label: '重做' },
          line,
          { role: 'cut', label: '剪切' },
          { role: 'copy', label: '复制' },
          { role: 'paste', label: '粘贴' },
          { role: 'selectAll', label: '全选' },
          line,
          { id: 'palette', label: '搜索…', accelerator: 'CmdOrCtrl+K', click: palette },
        ],
      },
      {
        label: '显示',
        submenu: [
          { role: 'reload', label: '重新加载' },
          { role: 'toggleDevTools', label: '开发者工具' },
          line,
          { id: 'actual-size', label: '实际大小', accelerator: 'CmdOrCtrl+0', click },
          { id: 'zoom-in', label: '放大', accelerator: 'CmdOrCtrl+Plus', click },
          { id: 'zoom-out', label: '缩小', accelerator: 'CmdOrCtrl+-', click },
          line,
          { role: 'togglefullscreen', label: '切换全屏' },
        ],
      },
      {
        label: '窗口',
        role: 'window',
        submenu: [
          { role: 'minimize', label: '最小化' },
          { role: 'zoom', label: '缩放' },
          line,
          { role: 'front', label: '前置全部窗口' },
        ],
      },
    ]);
  });
});

describe('keys that zoom', () => {
  const press = { type: 'keyDown', key: '=', code: 'Equal', control: true, meta: false, alt: false } as const;
  const command = { control: false, meta: true };
  it.each([
    ['Ctrl+=', press, 'linux', 1],
    ['Ctrl and the key of a plus sign', { ...press, key: '+', code: 'BracketRight' }, 'win32', 1],
    ['Ctrl and + on the number pad', { ...press, key: '+', code: 'NumpadAdd' }, 'win32', 1],
    ['Ctrl and - on the number pad', { ...press, key: '-', code: 'NumpadSubtract' }, 'linux', -1],
    ['Ctrl+-', { ...press, key: '-', code: 'Minus' }, 'linux', -1],
    ['Ctrl+0', { ...press, key: '0', code: 'Digit0' }, 'linux', 0],
    ['Ctrl and 0 on the number pad', { ...press, key: '0', code: 'Numpad0' }, 'linux', 0],
    ['Cmd+= on macOS', { ...press, ...command }, 'darwin', 1],
    ['Ctrl+= on macOS', press, 'darwin', null],
    ['= alone', { ...press, control: false }, 'linux', null],
    ['AltGr and =', { ...press, alt: true }, 'linux', null],
    ['letting go', { ...press, type: 'keyUp' }, 'linux', null],
    ['another key', { ...press, key: 'toString', code: 'KeyT' }, 'linux', null],
  ] as const)('%s', (_, input, platform, step) => expect(zoomStep(input, platform)).toBe(step));
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
