import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromStrips, StripWants } from '../../../../src/compositor/strips.ts';
import { createStrips, mostWanted } from '../../../../src/renderer/timeline/strips.ts';

type Opened = { hear: (message: FromStrips) => void; died: () => void; sent: StripWants[]; closed: boolean };

let workers: Opened[] = [];
const strips = () =>
  createStrips({
    mediaBase: 'rushes://app/media/',
    openWorker: (hear, died) => {
      const opened: Opened = { hear, died, sent: [], closed: false };
      workers.push(opened);
      return { send: (wants) => opened.sent.push(wants), close: () => (opened.closed = true) };
    },
  });
const worker = (at = 0): Opened => workers[at] ?? expect.fail('No worker was opened');
let closed: string[] = [];
const image = (name: string, width = 156): ImageBitmap => ({ width, height: 88, close: () => closed.push(name) });
const at = (seconds: number, mediaId = 'a') => ({ mediaId, seconds });
const give = (seconds: number, name = `at ${seconds}`) =>
  worker().hear({ kind: 'picture', ...at(seconds), image: image(name) });

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  closed = [];
});
afterEach(() => vi.useRealTimers());

describe('strips', () => {
  it('open a worker only when something is wanted, and let it go when it has been idle', () => {
    const made = strips();
    made.want([], []);
    expect(workers).toHaveLength(0);
    made.want([at(0)], ['m']);
    expect(worker().sent).toEqual([{ mediaBase: 'rushes://app/media/', pictures: [at(0)], waves: ['m'] }]);
    made.want([at(1)], []);
    worker().hear({ kind: 'idle', asked: 1 });
    vi.advanceTimersByTime(60_000);
    expect(worker().closed).toBe(false);
    worker().hear({ kind: 'idle', asked: 2 });
    vi.advanceTimersByTime(60_000);
    expect(worker().closed).toBe(true);
    made.want([at(2)], []);
    expect(workers).toHaveLength(2);
  });

  it('leave undone what is no longer wanted, and ask for nothing twice', () => {
    const made = strips();
    made.want([at(0), at(1)], ['m']);
    give(0);
    worker().hear({ kind: 'wave', mediaId: 'm', values: new Float32Array([1]), perSecond: 60 });
    made.want([at(0), at(1)], ['m']);
    expect(worker().sent.at(-1)).toMatchObject({ pictures: [at(1)], waves: [] });
    made.want([], []);
    expect(worker().sent.at(-1)).toMatchObject({ pictures: [], waves: [] });
    expect(made.peaks('m')?.perSecond).toBe(60);
  });

  it('show the nearest picture of the film until the right one is there', () => {
    const made = strips();
    made.want([at(0)], []);
    expect(made.picture('a', 4)).toBeNull();
    for (const seconds of [0, 8, 3]) give(seconds);
    worker().hear({ kind: 'picture', mediaId: 'b', seconds: 4, image: image('another film') });
    worker().hear({ kind: 'picture', ...at(5), image: null });
    expect(made.picture('a', 4)).toMatchObject({ width: 156 });
    expect([made.picture('a', 4), made.picture('a', 7), made.picture('a', 5)]).toEqual([
      made.picture('a', 3),
      made.picture('a', 8),
      null,
    ]);
  });

  it('ask again for what was not here once it may be, and never for what cannot be read', () => {
    const made = strips();
    made.want([at(0), at(0, 'broken')], ['far']);
    worker().hear({ kind: 'missing', what: 'picture', mediaId: 'broken', forGood: true });
    worker().hear({ kind: 'missing', what: 'wave', mediaId: 'far', forGood: false });
    made.want([at(0, 'broken')], ['far']);
    expect(worker().sent.at(-1)).toMatchObject({ pictures: [], waves: [] });
    made.again();
    made.want([at(0, 'broken')], ['far']);
    expect(worker().sent.at(-1)).toMatchObject({ pictures: [], waves: ['far'] });
  });

  it('keep some screens full of pictures, those seen last; and none wanted drives out another one', () => {
    const made = strips();
    made.want(
      Array.from({ length: 1000 }, (_, index) => at(index)),
      [],
    );
    expect(worker().sent[0]?.pictures).toHaveLength(mostWanted);
    for (let seconds = 0; seconds < 400; seconds += 1) give(seconds);
    expect(closed).toEqual([]);
    expect(made.picture('a', 0)).not.toBeNull();
    give(400);
    give(401);
    expect(closed).toEqual(['at 1', 'at 2']);
  });

  it('tell the shape of a film with its first picture', () => {
    const told: string[] = [];
    const made = strips();
    made.subscribe((what) => told.push(what));
    made.want([at(0)], []);
    worker().hear({ kind: 'picture', ...at(0), image: image('upright', 44) });
    worker().hear({ kind: 'picture', ...at(1), image: image('upright', 44) });
    expect(told).toEqual(['shape', 'more']);
    expect(made.ratio('a')).toBe(0.5);
  });

  it('give up after two workers have died', () => {
    const made = strips();
    for (const count of [1, 2, 2]) {
      made.want([at(0)], []);
      expect(workers).toHaveLength(count);
      workers.at(-1)?.died();
    }
  });
});
