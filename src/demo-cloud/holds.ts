import type { StudioCall } from './call.ts';

/** Where the studio can be stopped: before it handles a call, while a render is in work, after a generation's raw clip. */
export type HoldPoint = StudioCall | 'render' | 'second-stage';

/** A stop. It holds everything that comes to it until it is released. */
export interface Gate {
  /** Resolves when something stands at the gate. */
  readonly reached: Promise<void>;
  readonly release: () => void;
}

export interface Gates {
  /** `frames` (for `run-sse`): let the turn write so many frames, then stop it. Without it: before the first. */
  readonly hold: (point: HoldPoint, at?: { readonly frames?: number }) => Gate;
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

export function createGates(): Gates {
  const standing = new Set<Standing>();
  const releaseWhere = (matches: (gate: Standing) => boolean): void => {
    for (const gate of standing) if (matches(gate)) gate.release();
  };
  return {
    hold: (point, at) => {
      const reached = deferred();
      const opened = deferred();
      const gate: Standing = {
        point,
        frames: at?.frames ?? null,
        arrive: reached.resolve,
        opened: opened.promise,
        release: () => {
          standing.delete(gate);
          opened.resolve();
        },
      };
      standing.add(gate);
      return { reached: reached.promise, release: gate.release };
    },
    release: (point) => releaseWhere((gate) => gate.point === point),
    releaseAll: () => releaseWhere(() => true),
    pass: async (point, frames) => {
      for (const gate of standing) {
        if (gate.point !== point || gate.frames !== frames) continue;
        gate.arrive();
        await gate.opened;
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
