import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Composer } from '../../src/renderer/composer/composer.tsx';
import type { ComposerState } from '../../src/renderer/state/model.ts';
import { longestMessage } from '../../src/shared/domain/turn.ts';
import { turn, upload, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    message: 'Message',
    send: 'Send',
    stop: 'Stop',
    attach: 'Attach files',
    files: 'Attachments',
    close: 'Close the format choice',
    remove: /^Remove /,
    needYou: '5 files need you',
    cannotUse: "3 files can't be used",
    dismissAll: 'Dismiss all',
  },
  zh: {
    message: '消息',
    send: '发送',
    stop: '停止',
    attach: '添加文件',
    files: '附件',
    close: '收起画面设置',
    remove: /^移除/,
    needYou: '5 个文件等你处理',
    cannotUse: '3 个文件无法使用',
    dismissAll: '全部忽略',
  },
} as const;

const opened = (changes: Parameters<typeof view>[0] = {}, composer: Partial<ComposerState> = {}) => ({
  openProjectId: 'p1',
  views: { p1: view(changes) },
  composers: { p1: { unsent: '', failure: null, refusals: [], ...composer } },
});

describe.each(['en', 'zh'] as const)('the composer in %s', (locale) => {
  const { message, send, stop, attach, files, close, remove, needYou, cannotUse, dismissAll } = names[locale];
  const button = (name: string) => screen.getByRole('button', { name });

  it('hands the focus on when the file that had it is removed', () => {
    const uploads = ['a', 'b', 'c'].map((id) => upload({ id, name: `${id}.mp4` }));
    const { change } = show(<Composer />, locale, opened({ uploads }));
    const removers = () => screen.getAllByRole('button', { name: remove });
    act(() => removers()[1]?.focus());
    change(opened({ uploads: uploads.filter(({ id }) => id !== 'b') }));
    expect(document.activeElement).toBe(removers()[1]);
    change(opened({ uploads: uploads.filter(({ id }) => id === 'a') }));
    expect(document.activeElement).toBe(removers()[0]);
    change(opened({ uploads: [] }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: message }));
  });

  it('is a named field with buttons, and sends nothing while it is empty', async () => {
    const { user, requests } = show(<Composer />, locale, opened());
    expect(screen.getByRole('textbox', { name: message })).toHaveProperty('value', '');
    expect(button(send)).toHaveProperty('disabled', true);
    expect(button(attach)).toHaveProperty('disabled', false);
    expect(screen.queryByRole('button', { name: stop })).toBeNull();
    await user.type(screen.getByRole('textbox', { name: message }), '{Enter}');
    expect(requests().map(({ name }) => name)).not.toContain('turn.send');
    await expectAccessible();
  });

  it('sends by Enter what was written, and is empty again', async () => {
    const { user, requests, state } = show(<Composer />, locale, opened());
    await user.type(screen.getByRole('textbox', { name: message }), 'Warmer{Shift>}{Enter}{/Shift}and slower{Enter}');
    expect(requests()).toContainEqual({
      name: 'turn.send',
      input: { projectId: 'p1', text: 'Warmer\nand slower', uploadIds: [] },
    });
    expect(state().composers['p1']?.unsent).toBe('');
    expect(screen.getByRole('textbox', { name: message })).toHaveProperty('value', '');
  });

  it('is worked by the keyboard alone: format, message, attach, other ways in, send', async () => {
    const { user } = show(<Composer />, locale, opened({}, { unsent: 'Warmer' }));
    const passed: (string | null)[] = [];
    for (let press = 0; press < 8; press += 1) {
      await user.tab();
      const { type } = document.activeElement as HTMLInputElement;
      const name = document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null;
      passed.push(type === 'radio' ? type : name);
    }
    expect(passed.toSpliced(6, 1)).toEqual(['radio', 'radio', 'radio', close, message, attach, send]);
  });

  it('brings back earlier prompts by the arrow keys', async () => {
    const turns = [turn({ prompt: 'Older', state: 'done' }), turn({ id: 't2', prompt: 'Newer', state: 'done' })];
    const { user } = show(<Composer />, locale, opened({ turns }));
    const field = screen.getByRole('textbox', { name: message });
    await user.type(field, '{ArrowUp}{ArrowUp}');
    expect(field).toHaveProperty('value', 'Older');
    await user.type(field, '{ArrowDown}');
    expect(field).toHaveProperty('value', 'Newer');
  });

  it('stops a turn at work', async () => {
    const { user, requests } = show(<Composer />, locale, opened({ turns: [turn()] }));
    await user.click(button(stop));
    expect(requests()).toContainEqual({ name: 'turn.stop', input: { turnId: 't1' } });
    await expectAccessible();
  });

  it('lists its files, and says why it does not send while one of them has failed', async () => {
    const uploads = [
      upload(),
      upload({ id: 'u2', name: 'sea.mp4', state: 'failed', failure: { code: 'upload-failed' } }),
    ];
    show(<Composer />, locale, opened({ uploads }, { unsent: 'Warmer' }));
    const items = within(screen.getByRole('list', { name: files })).getAllByRole('listitem');
    expect(items.map((item) => item.textContent.includes('sea.mp4'))).toEqual([false, true]);
    const why = button(send).getAttribute('aria-describedby') ?? '';
    expect(button(send)).toHaveProperty('disabled', true);
    expect(document.getElementById(why)?.textContent).not.toBe('');
    await expectAccessible();
  });

  it('folds many files that need the user, and opens them on demand', async () => {
    const needsDecision = Array.from({ length: 5 }, (_, index) => ({
      id: `d${index}`,
      projectId: 'p1',
      name: `clip ${index}.mp4`,
      bytes: 10,
      kind: 'video' as const,
      mediaId: `m${index}`,
      reason: { kind: 'damaged' as const },
    }));
    const { user } = show(<Composer />, locale, opened({ needsDecision }));
    expect(screen.queryByText('clip 0.mp4')).toBeNull();
    await user.click(button(needYou));
    expect(screen.getByText('clip 4.mp4')).toBeDefined();
    expect(button(needYou).getAttribute('aria-expanded')).toBe('true');
    await expectAccessible();
  });

  it('says of several files at once that they cannot be used, and names the formats once', async () => {
    const refusals = ['a.txt', 'b.txt', 'c.mp4'].map((name, id) => ({
      id,
      name,
      failure: { code: id === 2 ? ('file-empty' as const) : ('unsupported-file' as const) },
    }));
    const { user, state } = show(<Composer />, locale, opened({}, { refusals }));
    expect(screen.getByRole('alert').textContent.split('webm')).toHaveLength(2);
    await user.click(button(cannotUse));
    expect(screen.getByRole('alert').textContent).toContain('b.txt');
    expect(screen.getByRole('alert').textContent.split('webm')).toHaveLength(2);
    await expectAccessible();
    await user.click(button(dismissAll));
    expect(state().composers['p1']?.refusals).toEqual([]);
  });

  it('gives a message back that is too long, with the reason', async () => {
    const novel = 'a'.repeat(longestMessage + 1);
    const { user, requests } = show(<Composer />, locale, opened({}, { unsent: novel }));
    await user.click(button(send));
    expect(screen.getByRole('alert').textContent).toMatch(/20,?001/);
    expect(screen.getByRole('textbox', { name: message })).toHaveProperty('value', novel);
    expect(requests().map(({ name }) => name)).not.toContain('turn.send');
    await expectAccessible();
  });

  it('gives a message back that main refuses, and sends it once more on demand', async () => {
    const failure = { code: 'over-ceiling', params: { ceiling: 50, cost: 48, spent: 10 } } as const;
    const { user, requests } = show(<Composer />, locale, { ...opened(), refuse: { 'turn.send': failure } });
    await user.type(screen.getByRole('textbox', { name: message }), 'Warmer{Enter}');
    const [anyway] = within(await screen.findByRole('alert')).getAllByRole('button');
    expect(screen.getByRole('textbox', { name: message })).toHaveProperty('value', 'Warmer');
    await expectAccessible();
    await user.click(anyway ?? expect.fail());
    expect(requests()).toContainEqual({
      name: 'turn.send',
      input: { projectId: 'p1', text: 'Warmer', uploadIds: [], anyway: true },
    });
  });
});
