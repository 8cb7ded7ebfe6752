import { sightRounds, type Sighting } from '../../support/bench-probe.ts';
import { type Bench, figureOf, timesBaseline } from '../figure.ts';

const rounds = 9;

export const start: Bench = {
  name: 'start',
  about: 'from the start of the process to the first paint of the composer, against an empty Electron window',
  measure: async () => {
    const { empty, fresh, used } = await sightRounds(rounds, 0);
    const of = (name: string, seen: readonly Sighting[], part: 'startMs' | 'cpuMs', factor: number) =>
      figureOf({
        name,
        unit: 'ms',
        values: seen.map((one) => one[part]),
        baselines: empty.map((one) => one[part]),
        goal: timesBaseline(factor),
      });
    return [
      of('start', fresh, 'startMs', 1.25),
      of('start:used', used, 'startMs', 1.25),
      of('start:cpu', fresh, 'cpuMs', 1.5),
      of('start:cpu-used', used, 'cpuMs', 1.5),
    ];
  },
};
