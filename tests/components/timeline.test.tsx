import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StripWants } from '../../src/compositor/strips.ts';
import { tellFilm } from '../../src/renderer/state/films.ts';
import { still, usePlayhead } from '../../src/renderer/state/playhead.ts';
import { Timeline } from '../../src/renderer/timeline/timeline.tsx';
import { changeView, useTimeline } from '../../src/renderer/timeline/store.ts';
import { aClip } from '../support/clip-sample.ts';
import type { DraftChange } from '../../src/shared/domain/timeline.ts';
import { cut, segment } from '../unit/renderer/timeline/cuts.ts';
import { turn, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: { ask: 'Ask about this…', about: 'About clip 2, 1.0–2.0 s: ' },
  zh: { ask: '就此提问…', about: '关于片段 2（1.0–2.0 秒）：' },
} as const;

const long = cut(
  ['video', Array.from({ length: 400 }, (_, index) => segment(index * 1000, 1000, { name: `shot ${index}` }))],
  ['audio', [segment(0, 400_000, { name: 'Lo-fi', volume: 0.35 })]],
);
const around = (changes: readonly DraftChange[] = []) => ({
  openProjectId: 'p1',
  views: { p1: view({ timeline: long, turns: [turn({ state: 'done', parts: [{ kind: 'changes', changes }] })] }) },
});

describe.each(['en', 'zh'] as const)('the timeline in %s', (locale) => {
  const options = () => within(screen.getByRole('listbox')).getAllByRole('option');
  const chosen = () => within(screen.getByRole('listbox')).queryAllByRole('option', { selected: true });

  it('is a list of which a part stands in the document, each piece with its place in the whole', async () => {
    show(<Timeline />, locale, around());
    expect(options()).toHaveLength(200);
    expect(options()[0]?.getAttribute('aria-setsize')).toBe('401');
    expect(options()[199]?.getAttribute('aria-posinset')).toBe('200');
    await expectAccessible();
  }, 20_000);

  it('is gone through by keyboard, to its very end', async () => {
    const { user } = show(<Timeline />, locale, around());
    screen.getByRole('listbox').focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(chosen().map(({ textContent }) => textContent?.split(' (')[0])).toEqual(['shot 1']);
    await user.keyboard('{End}');
    expect(chosen()[0]?.getAttribute('aria-posinset')).toBe('400');
    expect(options().length).toBeLessThanOrEqual(200);
    await user.keyboard('{ArrowDown}');
    expect(chosen()[0]?.textContent).toContain('Lo-fi · 35%');
    expect(screen.getByRole('listbox').getAttribute('aria-activedescendant')).toBe(chosen()[0]?.id);
    await user.keyboard('{Escape}');
    expect(chosen()).toEqual([]);
    await expectAccessible();
  }, 20_000);

  it('writes what is chosen into the message', async () => {
    const { user, state } = show(<Timeline />, locale, around());
    screen.getByRole('listbox').focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    await user.click(screen.getByRole('button', { name: names[locale].ask }));
    expect(state().composers['p1']?.unsent).toBe(names[locale].about);
  });

  it('says of each piece what the last turn did to it, and forgets a choice with its cut', async () => {
    const at = { segment: '0:1', startMs: 1000, endMs: 2000 };
    const { user, change } = show(
      <Timeline />,
      locale,
      around([{ kind: 'trimmed', track: 'video', name: 'shot 1', fromMs: 500, toMs: 1000, at }]),
    );
    expect(options().flatMap(({ dataset }) => dataset['change'] ?? [])).toEqual(['changed']);
    screen.getByRole('listbox').focus();
    await user.keyboard('{ArrowRight}');
    expect(useTimeline.getState().selection).not.toBeNull();
    change({ views: { p1: view({ timeline: { ...cut(['text', [segment(0, 10)]]), version: 2 } }) } });
    expect(useTimeline.getState().selection).toBeNull();
  });
});

describe('what pieces show of their files', () => {
  const sent: StripWants[] = [];
  class FakeWorker extends EventTarget {
    postMessage = (wants: StripWants) => void sent.push(wants);
    terminate = () => undefined;
  }
  const item = (segment: number) =>
    aClip({
      id: `${segment}`,
      segment: `0:${segment}`,
      start: segment * 30,
      end: segment * 30 + 30,
      source: { mediaId: `m${segment}` },
      inSeconds: 3,
    });

  beforeEach(() => {
    sent.length = 0;
    vi.stubGlobal('Worker', FakeWorker);
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
    usePlayhead.setState(still);
  });

  it('is made while the video stands still, of pieces in sight, and not while it plays', () => {
    show(<Timeline />, 'en', around());
    act(() => {
      changeView(() => ({ durationMs: 400_000, width: 800, pxPerMs: 0.1, fromMs: 0 }));
      usePlayhead.setState({ playing: true });
      tellFilm({
        projectId: 'p1',
        version: 1,
        composition: {
          canvas: { width: 1280, height: 720 },
          rate: { numerator: 30, denominator: 1 },
          frames: 12_000,
          tracks: [Array.from({ length: 400 }, (_, index) => item(index))],
          doubts: [],
        },
      });
    });
    act(() => void vi.advanceTimersByTime(10_000));
    expect(sent).toEqual([]);
    act(() => usePlayhead.setState({ playing: false }));
    act(() => void vi.advanceTimersByTime(1000));
    expect(sent.at(-1)?.pictures[0]).toEqual({ mediaId: 'm0', seconds: 3 });
    expect(new Set(sent.at(-1)?.pictures.map(({ mediaId }) => mediaId)).size).toBe(8);
    act(() => usePlayhead.setState({ playing: true }));
    expect(sent.at(-1)?.pictures).toEqual([]);
  });
});
