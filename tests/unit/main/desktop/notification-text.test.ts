import { describe, expect, it, vi } from 'vitest';
import {
  exportNotification,
  interchangeNotification,
  turnNotification,
} from '../../../../src/main/desktop/notification-text.ts';
import { failureCodes } from '../../../../src/shared/domain/failure.ts';
import { mainTexts } from '../../../../src/shared/locales/main-texts.ts';
import { exportJob, turn } from '../../renderer/state/fixtures.ts';

const en = mainTexts('en');

describe('exportNotification', () => {
  it('names the file, and says why it is not there', () => {
    expect(exportNotification(en, exportJob({ state: 'saved' }))).toEqual({
      title: 'Your video is ready',
      body: 'city.mp4',
    });
    const full = exportJob({ state: 'failed', failure: { code: 'disk-full' } });
    expect(exportNotification(en, full)).toEqual({
      title: "The export didn't finish",
      body: 'city.mp4: The disk is full.',
    });
    expect(exportNotification(mainTexts('zh'), full)).toEqual({ title: '导出未完成', body: 'city.mp4：磁盘已满。' });
  });

  it('has words for every failure', () => {
    for (const code of failureCodes)
      expect(exportNotification(en, exportJob({ state: 'failed', failure: { code } })).body).toMatch(
        /^city\.mp4: [A-Z].+\.$/,
      );
  });
});

describe('interchangeNotification', () => {
  const job = {
    id: 'l',
    projectId: 'p',
    target: 'timelines' as const,
    folderName: 'Sea',
    done: 1,
    of: 2,
    missing: 0,
    subtitles: true,
    createdAt: 1,
  };

  it('tells the end only, and why it is none', () => {
    expect(interchangeNotification(en, { ...job, state: 'saved', failure: null })).toEqual({
      title: 'Ready for another editor',
      body: 'Sea',
    });
    expect(
      interchangeNotification(mainTexts('zh'), { ...job, state: 'failed', failure: { code: 'disk-full' } })?.body,
    ).toBe('Sea：磁盘已满。');
    for (const state of ['gathering', 'writing', 'cancelled'] as const)
      expect(interchangeNotification(en, { ...job, state, failure: null })).toBeNull();
  });
});

describe('turnNotification', () => {
  const say = (text: string) => turn({ state: 'done', parts: [{ kind: 'text', text }] });

  it('tells an answer from a question', () => {
    expect(turnNotification(en, say('The **music** is softer now.'), 'Neon city')).toEqual({
      title: 'The answer is ready',
      body: 'Neon city: The music is softer now.',
    });
    expect(turnNotification(en, say('Shall it rain?'), '')).toEqual({
      title: 'The agent has a question for you',
      body: 'New project: Shall it rain?',
    });
  });

  it('says that a message failed, or that nobody knows', () => {
    const failed = turn({ state: 'failed', failure: { code: 'no-credits' } });
    expect(turnNotification(en, failed, 'Neon')?.body).toBe('Neon: Not enough credits.');
    expect(turnNotification(en, turn({ state: 'unknown', prompt: 'A city' }), 'Neon')).toEqual({
      title: "We couldn't confirm whether an edit was made",
      body: 'Neon: A city',
    });
  });

  it('keeps quiet about what the user did by hand', () => {
    expect(turnNotification(en, turn({ state: 'failed', failure: { code: 'not-sent' } }), 'Neon')).toBeNull();
  });

  it('cuts long words between characters', () => {
    const body = turnNotification(en, say('👩‍👩‍👧'.repeat(200)), 'N')?.body ?? '';
    expect(body).toBe(`N: ${'👩‍👩‍👧'.repeat(160)}…`);
  });

  it('reads no more of a book than its beginning', () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    const body = turnNotification(en, say('word '.repeat(200_000)), 'N')?.body ?? '';
    expect(body).toBe(`N: ${'word '.repeat(32).trim()}…`);
    expect(Math.max(...segment.mock.calls.map(([text]) => text.length))).toBeLessThan(10_000);
    segment.mockRestore();
    expect(turnNotification(en, say(`Yes.${' '.repeat(5_000)}No.`), 'N')?.body).toBe('N: Yes.…');
  });
});
