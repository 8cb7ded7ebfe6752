import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DemoClock, Events } from './clock.ts';
import type { Holds } from './holds.ts';
import { canonicalJson, withFreeBox } from './mp4.ts';

export type RenderStatus = 'pending' | 'processing' | 'completed' | 'failed';

export interface Render {
  readonly id: string;
  readonly sessionId: string;
  readonly status: RenderStatus;
  /** Of the finished file; null before. */
  readonly sha256: string | null;
  /** Bytes; null before it is finished. */
  readonly size: number | null;
}

/** How a render ends; without a fault it finishes. */
export type RenderFate = 'finishes' | 'fails' | 'hangs';

export interface Renders {
  readonly all: () => readonly Render[];
  readonly get: (id: string) => Render | undefined;
  readonly activeIn: (sessionId: string) => boolean;
  readonly fileOf: (id: string) => string;
  /** `source`: the file whose picture the render shows; `ms`: how long it takes, before the pace. */
  readonly submit: (order: RenderOrder) => void;
  /** Ends one that is in work; false where there is none. */
  readonly cancel: (id: string) => boolean;
}

export interface RenderOrder {
  readonly id: string;
  readonly sessionId: string;
  readonly draft: unknown;
  readonly source: string;
  readonly ms: number;
  readonly fate: RenderFate;
}

interface Deps {
  readonly clock: DemoClock;
  readonly events: Events;
  readonly holds: Holds;
  /** Renders are kept here, one file each. */
  readonly dir: string;
  readonly closing: AbortSignal;
  /** Those that were there before. */
  readonly found?: readonly Render[] | undefined;
  /** Called after each change. */
  readonly changed?: () => void;
}

export function createRenders({ clock, events, holds, dir, closing, found = [], changed }: Deps): Renders {
  const renders = new Map(found.map((render) => [render.id, render]));
  const fileOf = (id: string): string => path.join(dir, `${encodeURIComponent(id)}.mp4`);
  const change = (id: string, to: Partial<Render>): void => {
    const render = renders.get(id);
    if (render !== undefined && isInWork(render)) renders.set(id, { ...render, ...to });
    changed?.();
    events.happened();
  };

  const work = async ({ id, draft, source, ms, fate }: RenderOrder): Promise<void> => {
    await clock.wait(ms * 0.2, closing);
    change(id, { status: 'processing' });
    await holds.pass('render', null);
    await clock.wait(ms * 0.8, closing);
    if (closing.aborted || fate === 'hangs') return;
    if (fate === 'fails') return change(id, { status: 'failed' });
    const file = renderedFile(await readFile(source), draft);
    await mkdir(dir, { recursive: true });
    await writeFile(fileOf(id), file);
    change(id, { status: 'completed', size: file.length, sha256: createHash('sha256').update(file).digest('hex') });
  };

  return {
    all: () => [...renders.values()],
    get: (id) => renders.get(id),
    activeIn: (sessionId) => [...renders.values()].some((render) => render.sessionId === sessionId && isInWork(render)),
    fileOf,
    submit: (order) => {
      renders.set(order.id, { id: order.id, sessionId: order.sessionId, status: 'pending', sha256: null, size: null });
      changed?.();
      events.happened();
      work(order).catch(() => change(order.id, { status: 'failed' }));
    },
    cancel: (id) => {
      const render = renders.get(id);
      if (render === undefined || !isInWork(render)) return false;
      change(id, { status: 'failed' });
      return true;
    },
  };
}

function isInWork({ status }: Render): boolean {
  return status === 'pending' || status === 'processing';
}

/**
 * Makes the render of a draft: the source with the draft behind it, in a box that players skip. It plays like the
 * source, and differs whenever the draft does.
 */
export function renderedFile(source: Buffer, draft: unknown): Buffer {
  return withFreeBox(source, Buffer.from(canonicalJson(draft)));
}
