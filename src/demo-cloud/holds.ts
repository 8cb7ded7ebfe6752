import type { DemoCall } from './call.ts';

/** Where a test can stop the demo cloud: before it handles a call, while it renders, after a generation's raw clip. */
export type HoldPoint = DemoCall | 'render' | 'second-stage';

/** A stop: whatever comes to this point waits until the test releases it. */
export interface Hold {
  /** Resolves when something waits here. */
  readonly reached: Promise<void>;
  readonly release: () => void;
}

export interface Holds {
  /** `frames` (for `run-sse`): let the turn write so many frames, then stop it. Without it: before the first. */
  readonly hold: (point: HoldPoint, at?: { readonly frames?: number }) => Hold;
  readonly release: (point: HoldPoint) => void;
  readonly releaseAll: () => void;
  /** Resolves at once unless a hold is set at this point. */
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
