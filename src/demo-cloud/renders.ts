import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DemoClock, Events } from './clock.ts';
import type { Holds } from './holds.ts';
import type { Maker, RenderOrder as MakerOrder } from './maker.ts';

type RenderStatus = 'pending' | 'processing' | 'completed' | 'failed';

export interface Render {
  readonly id: string;
  readonly sessionId: string;
  readonly status: RenderStatus;
  /** Of the finished file, for tests; null before, and of a film, whose user would wait for it. */
  readonly sha256: string | null;
  /** Bytes; null before it is finished. */
  readonly size: number | null;
}

/** How a render ends; without a fault it finishes. */
type RenderFate = 'finishes' | 'fails' | 'hangs';

export interface Renders {
  readonly all: () => readonly Render[];
  readonly get: (id: string) => Render | undefined;
  readonly activeIn: (sessionId: string) => boolean;
  readonly fileOf: (id: string) => string;
  /** 0..1; null before it is known, and of one that is not in work. */
  readonly progressOf: (id: string) => number | null;
  readonly submit: (order: RenderOrder) => void;
  /** Ends one that is in work; false where there is none. */
  readonly cancel: (id: string) => boolean;
}

interface RenderOrder {
  readonly id: string;
  readonly sessionId: string;
  readonly draft: unknown;
  readonly canvas: unknown;
  /** Waits for so long, before the pace, beyond the time that the work takes. */
  readonly ms: number;
  readonly fate: RenderFate;
}

interface Deps {
  readonly clock: DemoClock;
  readonly events: Events;
  readonly holds: Holds;
  readonly maker: Pick<Maker, 'kind' | 'render'>;
  readonly fileOf: MakerOrder['fileOf'];
  /** Renders are kept here, one file each. */
  readonly dir: string;
  readonly closing: AbortSignal;
  /** Those that were there before. */
  readonly found?: readonly Render[] | undefined;
  /** Called after each change. */
  readonly changed?: () => void;
  /** Called after one was completed, or has failed. */
  readonly ended?: (() => void) | undefined;
}

export function createRenders(deps: Deps): Renders {
  const { clock, events, holds, maker, dir, closing, found = [], changed, ended } = deps;
  const renders = new Map(found.map((render) => [render.id, render]));
  const aborts = new Map<string, AbortController>();
  const progress = new Map<string, number>();
  const fileOf = (id: string): string => path.join(dir, `${encodeURIComponent(id)}.mp4`);
  const change = (id: string, to: Partial<Render>): void => {
    const render = renders.get(id);
    if (render !== undefined && isInWork(render)) renders.set(id, { ...render, ...to });
    changed?.();
    events.happened();
    if (to.status === 'completed' || to.status === 'failed') ended?.();
  };

  const work = async ({ id, draft, canvas, ms, fate }: RenderOrder, cancelled: AbortSignal): Promise<void> => {
    const signal = AbortSignal.any([closing, cancelled]);
    await clock.wait(ms * 0.2, signal);
    change(id, { status: 'processing' });
    await holds.pass('render', null);
    await clock.wait(ms * 0.8, signal);
    if (signal.aborted || fate === 'hangs') return;
    if (fate === 'fails') return change(id, { status: 'failed' });
    await mkdir(dir, { recursive: true });
    const to = fileOf(id);
    const onProgress = (share: number): void => void progress.set(id, share);
    await maker.render({ draft, canvas, fileOf: deps.fileOf, to, onProgress, signal });
    const { size } = await stat(to);
    const sha256 = maker.kind === 'samples' ? await hashOf(to) : null;
    change(id, { status: 'completed', size, sha256 });
  };

  return {
    all: () => [...renders.values()],
    get: (id) => renders.get(id),
    activeIn: (sessionId) => [...renders.values()].some((render) => render.sessionId === sessionId && isInWork(render)),
    fileOf,
    progressOf: (id) => progress.get(id) ?? null,
    submit: (order) => {
      renders.set(order.id, { id: order.id, sessionId: order.sessionId, status: 'pending', sha256: null, size: null });
      changed?.();
      events.happened();
      const abort = new AbortController();
      aborts.set(order.id, abort);
      work(order, abort.signal)
        .catch(() => change(order.id, { status: 'failed' }))
        .finally(() => {
          aborts.delete(order.id);
          progress.delete(order.id);
        });
    },
    cancel: (id) => {
      const render = renders.get(id);
      if (render === undefined || !isInWork(render)) return false;
      change(id, { status: 'failed' });
      aborts.get(id)?.abort();
      return true;
    },
  };
}

function isInWork({ status }: Render): boolean {
  return status === 'pending' || status === 'processing';
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
