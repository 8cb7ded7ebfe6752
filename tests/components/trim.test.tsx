import { Tooltip } from '@base-ui/react/tooltip';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { MediaJobs } from '../../src/renderer/media-tools/media-tools.tsx';
import { type MediaInfo, unknownMediaInfo } from '../../src/shared/domain/media-info.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    trim: 'Trim',
    from: 'In point',
    to: 'Out point',
    copy: /^Without re-encoding/,
    starts: 'starts at 0:02.0, 1.0 s earlier; quick and without loss',
    whole: 'The whole file is selected. Move the start or the end first.',
    third: '0:03.0 of 0:08.0',
    unknown: "The length of this file isn't known yet.",
    play: 'Play the part',
  },
  zh: {
    trim: '裁剪',
    from: '起点',
    to: '终点',
    copy: /^不重新编码/,
    starts: '从 0:02.0 开始，提前 1.0 秒；快速且无损',
    whole: '已选中整个文件，先移动起点或终点。',
    third: '0:03.0，共 0:08.0',
    unknown: '还不知道这个文件的时长。',
    play: '播放这一段',
  },
} as const;

const film: MediaInfo = {
  ...unknownMediaInfo,
  kind: 'video',
  durationMs: 8000,
  hasVideo: true,
  canDecodeVideo: true,
  videoTracks: 1,
};
const entry = { kind: 'trim', projectId: 'p1', fileId: 'f1', name: 'walk.mp4', bytes: 8_000_000 } as const;
const strip = { frames: [], keyFramesMs: [0, 2000, 4000, 6000] };

beforeAll(() => {
  HTMLMediaElement.prototype.play = vi.fn(async function (this: HTMLMediaElement) {
    Object.defineProperty(this, 'paused', { configurable: true, value: false });
    this.dispatchEvent(new Event('play'));
  });
  HTMLMediaElement.prototype.load = () => undefined;
});

const shown = (locale: 'en' | 'zh', answer: Readonly<Record<string, unknown>>) =>
  show(
    <Tooltip.Provider>
      <MediaJobs entry={entry} />
    </Tooltip.Provider>,
    locale,
    { answer },
  );

describe.each(['en', 'zh'] as const)('the tool that trims in %s', (locale) => {
  const words = names[locale];
  const dialog = () => within(screen.getByRole('dialog'));
  const slider = (name: string) => dialog().getByRole('slider', { name });
  const trim = () => dialog().getByRole('button', { name: words.trim });
  const reason = () => document.getElementById(trim().getAttribute('aria-describedby') ?? '')?.textContent;
  const orders = (requests: ReturnType<typeof shown>['requests']) =>
    requests().flatMap(({ name, input }) => (name === 'mediaJob.trim' ? [input] : []));

  it('opens with its slider before anything is known, and says why it is off', async () => {
    shown(locale, { 'mediaJob.probe': new Promise(() => undefined) });
    expect(slider(words.from)).toBeDefined();
    expect(reason()).toBe(words.unknown);
    const video = document.querySelector('video') ?? expect.fail();
    Object.defineProperty(video, 'duration', { value: 8 });
    fireEvent.loadedMetadata(video);
    expect(slider(words.to).getAttribute('aria-valuenow')).toBe('8');
    expect(reason()).toBe(words.whole);
    await expectAccessible();
  });

  it('trims exactly unless asked otherwise, and says where a copy would really start', async () => {
    const { user, requests } = shown(locale, { 'mediaJob.probe': film, 'mediaJob.filmstrip': strip });
    await waitFor(() => expect(slider(words.to).getAttribute('aria-valuenow')).toBe('8'));
    slider(words.from).focus();
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}');
    expect(slider(words.from).getAttribute('aria-valuetext')).toBe(words.third);
    await user.click(trim());
    const part = { projectId: 'p1', fileId: 'f1', inMs: 3000, outMs: 8000 };
    expect(orders(requests)).toEqual([{ ...part, exact: true }]);
    await user.click(dialog().getByRole('checkbox', { name: words.copy }));
    expect(dialog().getByText(new RegExp(words.starts))).toBeDefined();
    await user.click(trim());
    expect(orders(requests)[1]).toEqual({ ...part, exact: false });
    await expectAccessible();
  });

  it('plays the part over and over', async () => {
    const { user } = shown(locale, { 'mediaJob.probe': film, 'mediaJob.filmstrip': strip });
    await waitFor(() => expect(slider(words.to).getAttribute('aria-valuenow')).toBe('8'));
    slider(words.from).focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await user.click(dialog().getByRole('button', { name: words.play }));
    const video = document.querySelector('video') ?? expect.fail();
    expect(video.currentTime).toBe(1);
    act(() => {
      video.currentTime = 8.02;
    });
    await waitFor(() => expect(video.currentTime).toBe(1));
  });

  it('leaves the frames of a file that nobody looks at any more', async () => {
    const never = new Promise(() => undefined);
    const { requests } = shown(locale, { 'mediaJob.probe': film, 'mediaJob.filmstrip': never });
    const asked = () => requests().map(({ name }) => name);
    await waitFor(() => expect(asked()).toContain('mediaJob.filmstrip'));
    expect(asked()).not.toContain('mediaJob.leaveFilmstrip');
    cleanup();
    expect(asked()).toContain('mediaJob.leaveFilmstrip');
  });
});
