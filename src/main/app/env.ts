import type { Locale } from '../../shared/domain/app-state.ts';
import type { Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import type { Bus } from './bus.ts';

/** What every room gets: `open…(env, deps)`. A room that needs less of it says so: `Pick<Env, 'bus' | 'clock'>`. */
export type Env = {
  readonly clock: Clock;
  readonly timings: Timings;
  readonly bus: Bus;
  /** Gets what should never happen (a journal that cannot be written). */
  readonly report: (error: unknown) => void;
  /** The language that the user reads now. */
  readonly locale: () => Locale;
};
