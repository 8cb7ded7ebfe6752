import type { NextAnswer } from './agent/script.ts';
import type { Accounts } from './accounts.ts';
import type { DemoClock, Events } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Holds } from './holds.ts';
import type { Maker } from './maker.ts';
import type { RequestLog } from './log.ts';
import type { Renders } from './renders.ts';
import type { Sessions } from './sessions.ts';

/** Everything a call may need. Each demo cloud has one. */
export interface World {
  readonly seed: number;
  /** Whether the agent asks back at times, or claims an edit that it did not make. */
  readonly whims: boolean;
  /** Multiplies waits by the pace: they are given in the contract's time. */
  readonly clock: DemoClock;
  /** Leaves waits as they are: for speeds in bytes per second. */
  readonly wallClock: DemoClock;
  readonly maker: Maker;
  readonly samplesDir: string;
  readonly filesDir: string;
  /** What its addresses begin with, without a slash at the end. */
  readonly baseUrl: () => string;
  /** The second host; it opens when somebody first asks for it. */
  readonly otherUrl: () => Promise<string>;
  readonly events: Events;
  readonly log: RequestLog;
  readonly holds: Holds;
  readonly faults: Faults;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly renders: Renders;
  /** See `DemoOptions.beginsGently`. */
  readonly beginsGently: boolean;
  /** The shape that a test gave the next turn; each is given once. */
  readonly takeScript: () => NextAnswer | null;
  /** Aborted when the demo cloud closes. */
  readonly closing: AbortSignal;
}
