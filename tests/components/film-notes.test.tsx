import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Approximate } from '../../src/renderer/player/approximate.tsx';
import { FilmNotes } from '../../src/renderer/player/film-notes.tsx';
import type { Film } from '../../src/renderer/player/use-film-player.ts';
import type { Clip, Composition } from '../../src/shared/composition/composition.ts';
import { aClip } from '../support/clip-sample.ts';
import { expectAccessible, show } from './rig.ts';

const clip = (mediaId: string, start: number): Clip =>
  aClip({ id: mediaId, segment: mediaId, name: mediaId, start, end: start + 30, source: { mediaId } });
const composition: Composition = {
  canvas: { width: 1920, height: 1080 },
  rate: { numerator: 30, denominator: 1 },
  frames: 90,
  tracks: [[clip('a', 0), clip('b', 30), clip('c', 60)]],
  doubts: [],
};
const film: Film = {
  composition,
  player: null,
  state: 'paused',
  troubles: new Map(),
  doubts: [],
  crashed: false,
  restart: () => undefined,
};

describe('what lies over the picture', () => {
  it('is nothing at all while the picture is whole', () => {
    show(<FilmNotes film={film} />, 'en', {});
    expect(document.body.textContent).toBe('');
    expect([...document.querySelectorAll('div')].filter((box) => box.className.includes('bg-'))).toEqual([]);
  });

  it.each([
    ['fetching', 'en', 'Fetching 2 of 3 clips'],
    ['gone', 'en', '1 clip cannot be fetched.'],
    ['cannot-decode', 'zh', '1 个片段无法在此显示'],
  ] as const)('says that a clip is %s (%s)', async (trouble, locale, words) => {
    show(<FilmNotes film={{ ...film, troubles: new Map([['b', trouble]]) }} />, locale, {});
    expect(screen.getByRole('status').textContent).toContain(words);
    await expectAccessible();
  });

  it.each([
    ['en', 'ends-early', "A clip's file ends early. Its last frame stays."],
    ['zh', 'ends-early', '有片段的文件提前结束，画面停在它的最后一帧。'],
    ['en', 'sound-ends-early', "A clip's sound ends early. The rest is silent."],
    ['zh', 'damaged', '有片段的一部分已损坏，画面会在那里停住。'],
  ] as const)('says in %s what is wrong with a file (%s), also while it plays', async (locale, doubt, words) => {
    show(<FilmNotes film={{ ...film, state: 'playing', doubts: ['hdr', doubt] }} />, locale, {});
    expect(screen.getByRole('status').textContent).toBe(words);
    await expectAccessible();
  });

  it.each([
    ['en', "This computer has no room for 1 clip: the disk is full, or Rushes can't write to it.", 'Try again'],
    ['zh', '这台电脑存不下 1 个片段：磁盘已满，或者 Rushes 无法写入。', '重试'],
  ] as const)('says in %s that the disk is why a clip is missing', async (locale, words, again) => {
    show(<FilmNotes film={{ ...film, troubles: new Map([['b', 'not-kept']]) }} />, locale, {});
    expect(screen.getByRole('status').textContent).toContain(words);
    expect(screen.getByRole('button', { name: again })).toBeDefined();
    await expectAccessible();
  });

  it('offers to try again what is gone', () => {
    show(<FilmNotes film={{ ...film, troubles: new Map([['b', 'gone']]) }} />, 'en', {});
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });
});

describe('what the preview guesses', () => {
  const doubts = new Set(['font', 'hdr'] as const);

  it('is listed', async () => {
    const { user } = show(<Approximate doubts={doubts} />, 'en', {});
    await user.click(screen.getByRole('button', { name: 'Approximate preview' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('is no matter of titles in a rehearsal, whose export draws them as the preview does', async () => {
    const { user } = show(<Approximate doubts={doubts} />, 'en', { rehearsal: true });
    await user.click(screen.getByRole('button', { name: 'Approximate preview' }));
    expect(screen.getByRole('listitem').textContent).toMatch(/^HDR/);
  });
});
