import type { NextAnswer } from './agent/script.ts';
import type { Accounts } from './accounts.ts';
import type { DemoClock, Events } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Holds } from './holds.ts';
import type { RequestLog } from './log.ts';
import type { Renders } from './renders.ts';
import type { Sessions } from './sessions.ts';

/** Everything a call may need. One per studio. */
export interface World {
  readonly seed: number;
  /** Paced: waits are given in the contract's time. */
  readonly clock: DemoClock;
  /** Not paced: for speeds in bytes per second. */
  readonly wallClock: DemoClock;
  readonly samplesDir: string;
  readonly filesDir: string;
  /** Where this studio listens, without a slash at the end. */
  readonly baseUrl: () => string;
  /** The second host, opened when first asked for. */
  readonly otherUrl: () => Promise<string>;
  readonly events: Events;
  readonly log: RequestLog;
  readonly holds: Holds;
  readonly faults: Faults;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly renders: Renders;
  /** The shape the next turn was told to have, once. */
  readonly takeScript: () => NextAnswer | null;
  /** Aborted when the demo cloud closes. */
  readonly closing: AbortSignal;
}
