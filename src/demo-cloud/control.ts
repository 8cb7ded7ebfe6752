import type { NextAnswer, Scripts } from './agent/script.ts';
import type { Credits } from './accounts.ts';
import type { DemoCall } from './call.ts';
import type { Faults, FaultSpec } from './faults.ts';
import type { Hold, HoldPoint } from './holds.ts';
import { hasReached } from './log.ts';
import type { LoggedRequest, RequestPhase } from './log.ts';
import type { Render } from './renders.ts';
import { draftOf } from './sessions.ts';
import type { Session } from './sessions.ts';
import type { World } from './world.ts';

/** What a test may see and force. Nothing here waits for time: wait for events instead. */
export interface DemoControl {
  /** All requests so far, in the order of arrival. */
  readonly log: () => readonly LoggedRequest[];
  /** The requests of one call so far. */
  readonly calls: (call: DemoCall) => readonly LoggedRequest[];
  readonly fault: (spec: FaultSpec) => void;
  /** Disarms all faults, forgets scripts, releases all holds. The log and the sessions stay. */
  readonly clear: () => void;
  /** Stops what comes to this point: a call before it is handled, `run-sse` after so many frames, `render` before it ends, `second-stage`. */
  readonly hold: (point: HoldPoint, at?: { readonly frames?: number }) => Hold;
  readonly release: (point: HoldPoint) => void;
  /** Resolves as soon as the predicate holds; the demo cloud asks it after everything that happens. */
  readonly until: (predicate: () => boolean) => Promise<void>;
  /** The first `count` (1) requests of a call, once they have reached `phase` (`answered`). */
  readonly waitFor: (call: DemoCall, count?: number, phase?: RequestPhase) => Promise<readonly LoggedRequest[]>;
  /** Faults by name, for the rehearsal's own page. */
  readonly namedFaults: Pick<Faults, 'named' | 'setNamed'>;
  /** Every account is as it was at its start: 100 free credits. */
  readonly resetCredits: () => void;
  readonly setCredits: (credits: Credits) => void;
  /** Accepts this token, as that of a registered user (`NEMO_TOKEN`). */
  readonly grant: (token: string) => void;
  /** From now on every anonymous token answers 1001, and their clients may ask for a new one. */
  readonly expireTokens: () => void;
  /** The shape of the next turn; several calls queue up. */
  readonly script: (next: NextAnswer) => void;
  readonly sessions: () => readonly Session[];
  /** From now on the session is unknown. */
  readonly forgetSession: (sessionId: string) => void;
  /** As `state/latest` gives it; null for an unknown session. */
  readonly draft: (sessionId: string) => Readonly<Record<string, unknown>> | null;
  readonly renders: () => readonly Render[];
  /** Where the file of a finished render lies. */
  readonly renderFile: (renderId: string) => string;
  /** Stops listening and drops all connections: the next ones are refused. */
  readonly offline: () => Promise<void>;
  /** Listens again, on the same port. */
  readonly online: () => Promise<void>;
}

interface Deps {
  readonly world: World;
  readonly scripts: Scripts;
  readonly offline: () => Promise<void>;
  readonly online: () => Promise<void>;
}

export function createControl({ world, scripts, offline, online }: Deps): DemoControl {
  const calls = (call: DemoCall): readonly LoggedRequest[] => world.log.all().filter((entry) => entry.call === call);
  return {
    log: world.log.all,
    calls,
    fault: world.faults.arm,
    clear: () => {
      world.faults.clear();
      scripts.clear();
      world.holds.releaseAll();
    },
    hold: world.holds.hold,
    release: world.holds.release,
    until: world.events.until,
    waitFor: async (call, count = 1, phase = 'answered') => {
      const arrived = (): readonly LoggedRequest[] => calls(call).filter((entry) => hasReached(entry, phase));
      await world.events.until(() => arrived().length >= count);
      return arrived().slice(0, count);
    },
    namedFaults: world.faults,
    resetCredits: world.accounts.reset,
    setCredits: world.accounts.setCredits,
    grant: world.accounts.grant,
    expireTokens: world.accounts.expireTokens,
    script: scripts.add,
    sessions: world.sessions.all,
    forgetSession: world.sessions.forget,
    draft: (sessionId) => {
      const session = world.sessions.get(sessionId);
      return session === undefined ? null : draftOf(session);
    },
    renders: world.renders.all,
    renderFile: world.renders.fileOf,
    offline,
    online,
  };
}
