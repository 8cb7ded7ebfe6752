import { type Bus, createBus } from '../../src/main/app/bus.ts';
import type { Env } from '../../src/main/app/env.ts';
import { readTimings, type Timings } from '../../src/main/timings.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import { createFakeClock } from './fake-clock.ts';

type TestEnv = Env & {
  /** All that the window was told. */
  readonly events: AppEvent[];
  readonly reported: unknown[];
};

/** What rooms open with: a clock that stands still, a bus of its own, and the usual timings apart from those given. */
export function testEnv(
  given: Partial<Omit<Env, 'timings'>> & { readonly timings?: Partial<Timings> | undefined } = {},
): TestEnv {
  const usual = readTimings(undefined);
  if (!usual.ok) throw new Error(usual.error);
  const reported: unknown[] = [];
  const events: AppEvent[] = [];
  const report = given.report ?? ((error) => void reported.push(error));
  const bus: Bus = given.bus ?? createBus(report);
  bus.onAppEvent((event) => events.push(event));
  return {
    clock: given.clock ?? createFakeClock(),
    timings: { ...usual.value, ...given.timings },
    bus,
    report,
    locale: given.locale ?? (() => 'en'),
    events,
    reported,
  };
}
