import { act, render } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromWorker, PlayerState, ToWorker } from '../../src/compositor/protocol.ts';
import { useFilm } from '../../src/renderer/player/use-film.ts';
import type { Cut } from '../../src/renderer/player/use-film-player.ts';
import { initialState } from '../../src/renderer/state/model.ts';
import { playCutFrom } from '../../src/renderer/state/player.ts';
import { still, togglePlaying, usePlayhead } from '../../src/renderer/state/playhead.ts';
import { useWindow } from '../../src/renderer/state/store.ts';
import type { Composition } from '../../src/shared/composition/composition.ts';
import { show } from './rig.ts';

const film = (frames: number, fps: number): Composition => ({
  canvas: { width: 16, height: 9 },
  rate: { numerator: fps, denominator: 1 },
  frames,
  tracks: [],
  doubts: [],
});

/** A worker that does what the test says, and keeps what it was told. */
class FakeWorker extends EventTarget {
  readonly told: ToWorker[] = [];
  postMessage(message: ToWorker): void {
    this.told.push(message);
  }
  terminate(): void {}
  says(frame: number, state: PlayerState): void {
    const data: FromWorker = { kind: 'frame', frame, state };
    act(() => void this.dispatchEvent(new MessageEvent('message', { data })));
  }
  dies(): void {
    act(() => void this.dispatchEvent(new Event('error')));
  }
  /** What it was told of playing since it was asked last. */
  steered(): readonly ToWorker[] {
    return this.told.splice(0).filter(({ kind }) => kind === 'play' || kind === 'seek' || kind === 'pause');
  }
}

/** Stands for what sound goes through. */
class Silence {
  readonly gain = {};
  connect(): void {}
  disconnect(): void {}
}

let workers: FakeWorker[] = [];
const worker = (): FakeWorker => workers.at(-1) ?? expect.fail('no worker');

vi.stubGlobal('AudioContext', Silence);
vi.stubGlobal('GainNode', Silence);
vi.stubGlobal(
  'Worker',
  class extends FakeWorker {
    constructor() {
      super();
      workers.push(this);
    }
  },
);
HTMLCanvasElement.prototype.transferControlToOffscreen = () => ({}) as OffscreenCanvas;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  workers = [];
  usePlayhead.setState(still);
});
afterEach(() => void vi.useRealTimers());

function Stage({ cut }: { readonly cut: Cut }) {
  const frame = useRef<HTMLDivElement>(null);
  useFilm(frame, cut);
  return <div ref={frame} />;
}

/** A film on the stage, drawn, whose composition main gives; `replace` has another one come. */
async function onStage(first: Composition) {
  const shown = show(<div />, 'en', { answer: { 'draft.composition': first } });
  const cut = (version: number) => <Stage cut={{ projectId: 'p', version, isPast: false }} />;
  const { rerender } = render(cut(1));
  await act(async () => {});
  worker().says(0, 'paused');
  worker().steered();
  return {
    requests: shown.requests,
    replace: async (next: Composition) => {
      shown.answerNow({ 'draft.composition': next });
      rerender(cut(2));
      await act(async () => {});
    },
  };
}

const play = () => act(togglePlaying);
const playhead = () => {
  const { seconds, playing } = usePlayhead.getState();
  return { seconds, playing };
};

describe('a film that was told to play', () => {
  it('says so at once, whatever is still said of how it stood', async () => {
    await onStage(film(300, 30));
    play();
    worker().says(0, 'paused');
    expect(playhead()).toEqual({ seconds: 0, playing: true });
    worker().says(0, 'waiting');
    worker().says(3, 'playing');
    worker().says(3, 'paused');
    expect(playhead()).toEqual({ seconds: 0.1, playing: false });
  });

  it('plays on from there in a new worker, where the first one dies before it has begun', async () => {
    await onStage(film(300, 30));
    useWindow.setState({ ...initialState });
    act(() => playCutFrom(6));
    expect(worker().steered()).toMatchObject([
      { kind: 'seek', frame: 180 },
      { kind: 'play', from: 180 },
    ]);
    worker().says(0, 'paused');
    worker().dies();
    expect(workers).toHaveLength(2);
    expect(worker().steered()).toMatchObject([{ kind: 'play', from: 180, speed: 1 }]);
    worker().says(0, 'paused');
    worker().says(180, 'waiting');
    expect(playhead()).toEqual({ seconds: 6, playing: true });
  });

  it('plays on from there in a new worker, at its speed, where one dies while it plays', async () => {
    await onStage(film(300, 30));
    usePlayhead.setState({ speed: 2 });
    play();
    worker().says(0, 'waiting');
    worker().says(90, 'playing');
    worker().dies();
    expect(worker().steered()).toMatchObject([{ kind: 'play', from: 90, speed: 2 }]);
  });

  it('stands where it stood in a new worker, where it did not play', async () => {
    await onStage(film(300, 30));
    worker().says(90, 'paused');
    worker().dies();
    expect(worker().steered()).toMatchObject([{ kind: 'seek', frame: 90 }]);
    expect(playhead()).toEqual({ seconds: 3, playing: false });
  });

  it('keeps its place, although the new worker dies as well, and the log hears of both', async () => {
    const { requests } = await onStage(film(300, 30));
    play();
    worker().says(90, 'playing');
    worker().dies();
    worker().dies();
    expect(workers).toHaveLength(2);
    expect(playhead()).toEqual({ seconds: 3, playing: false });
    expect(usePlayhead.getState().player).toBeNull();
    const deaths = requests().filter(({ name }) => name === 'app.workerDied');
    expect(deaths.map(({ input }) => input)).toEqual([
      { worker: 'player', message: '', again: true },
      { worker: 'player', message: '', again: false },
    ]);
  });

  it('is told nothing anew where its film changes', async () => {
    const { replace } = await onStage(film(300, 30));
    act(() => playCutFrom(6));
    worker().steered();
    await replace(film(450, 30));
    expect(worker().steered()).toEqual([]);
    worker().says(0, 'paused');
    worker().says(180, 'waiting');
    expect(playhead()).toEqual({ seconds: 6, playing: true });
  });

  it('plays on at the same second where the film comes in another rate', async () => {
    const { replace } = await onStage(film(300, 30));
    play();
    worker().says(90, 'playing');
    worker().steered();
    await replace(film(240, 24));
    expect(worker().steered()).toMatchObject([{ kind: 'play', from: 72 }]);
    worker().says(90, 'seeking');
    expect(playhead().playing).toBe(true);
  });

  it('plays on where it jumped while it played, although another film or worker comes in between', async () => {
    const { replace } = await onStage(film(300, 30));
    play();
    worker().says(30, 'playing');
    act(() => usePlayhead.getState().player?.seek(4));
    expect(worker().steered().at(-1)).toMatchObject({ kind: 'seek', frame: 120 });
    await replace(film(450, 30));
    expect(worker().steered()).toMatchObject([{ kind: 'play', from: 120 }]);
    act(() => usePlayhead.getState().player?.seek(5));
    worker().dies();
    expect(worker().steered()).toMatchObject([{ kind: 'play', from: 150 }]);
    act(() => void vi.advanceTimersByTime(1000));
    expect(worker().steered()).toEqual([]);
  });

  it('goes where it is sent before it has begun, and plays there', async () => {
    await onStage(film(300, 30));
    play();
    act(() => usePlayhead.getState().player?.seek(4));
    worker().says(120, 'paused');
    act(() => void vi.advanceTimersByTime(1000));
    expect(worker().steered().at(-1)).toMatchObject({ kind: 'play', from: 120 });
    expect(playhead()).toEqual({ seconds: 4, playing: true });
  });

  it('stands at its beginning where it was changed after it had been played through', async () => {
    const { replace } = await onStage(film(300, 30));
    play();
    worker().says(299, 'playing');
    worker().says(299, 'paused');
    expect(playhead()).toEqual({ seconds: 10, playing: false });
    worker().steered();
    await replace(film(240, 30));
    expect(worker().steered()).toMatchObject([{ kind: 'seek', frame: 0 }]);
    worker().says(0, 'paused');
    expect(playhead()).toEqual({ seconds: 0, playing: false });
  });

  it('stays at its end where somebody went there to look at it', async () => {
    const { replace } = await onStage(film(300, 30));
    act(() => usePlayhead.getState().player?.seek(10));
    worker().says(299, 'paused');
    worker().steered();
    await replace(film(240, 30));
    expect(worker().steered()).toEqual([]);
  });

  it('begins anew from its end', async () => {
    await onStage(film(300, 30));
    act(() => usePlayhead.getState().player?.seek(10));
    play();
    worker().says(0, 'waiting');
    expect(playhead()).toEqual({ seconds: 0, playing: true });
  });

  it('stands once it is paused, before it has begun too', async () => {
    await onStage(film(300, 30));
    play();
    play();
    worker().says(0, 'paused');
    worker().dies();
    expect(worker().steered()).toEqual([]);
    expect(playhead()).toEqual({ seconds: 0, playing: false });
  });
});
