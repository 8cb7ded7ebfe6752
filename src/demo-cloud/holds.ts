import type { DemoCall } from './call.ts';

/** Where the demo cloud can be stopped: before it handles a call, while a render is in work, after a generation's raw clip. */
export type HoldPoint = DemoCall | 'render' | 'second-stage';

/** A stop. It holds everything that comes to it until it is released. */
export interface Hold {
  /** Resolves when something stands at the gate. */
  readonly reached: Promise<void>;
  readonly release: () => void;
}

export interface Holds {
  /** `frames` (for `run-sse`): let the turn write so many frames, then stop it. Without it: before the first. */
  readonly hold: (point: HoldPoint, at?: { readonly frames?: number }) => Hold;
  readonly release: (point: HoldPoint) => void;
  readonly releaseAll: () => void;
  /** Returns at once unless a gate stands here. */
  readonly pass: (point: HoldPoint, frames: number | null) => Promise<void>;
}

interface Standing {
  readonly point: HoldPoint;
  readonly frames: number | null;
  readonly arrive: () => void;
  readonly opened: Promise<void>;
  readonly release: () => void;
}

export function createHolds(): Holds {
  const standing = new Set<Standing>();
  const releaseWhere = (matches: (hold: Standing) => boolean): void => {
    for (const hold of standing) if (matches(hold)) hold.release();
  };
  return {
    hold: (point, at) => {
      const reached = deferred();
      const opened = deferred();
      const hold: Standing = {
        point,
        frames: at?.frames ?? null,
        arrive: reached.resolve,
        opened: opened.promise,
        release: () => {
          standing.delete(hold);
          opened.resolve();
        },
      };
      standing.add(hold);
      return { reached: reached.promise, release: hold.release };
    },
    release: (point) => releaseWhere((hold) => hold.point === point),
    releaseAll: () => releaseWhere(() => true),
    pass: async (point, frames) => {
      for (const hold of standing) {
        if (hold.point !== point || hold.frames !== frames) continue;
        hold.arrive();
        await hold.opened;
      }
    },
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let settle: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: () => settle() };
}
