import { sightRounds, type Sighting } from '../../support/bench-probe.ts';
import { aboveBaseline, type Bench, figureOf, timesBaseline } from '../figure.ts';

const rounds = 3;
const idleMs = 10_000;
const megabyte = 1024 * 1024;

export const idleMemory: Bench = {
  name: 'idle-memory',
  about:
    'memory of main and window, and what they take of a core, after ten idle seconds, against an empty Electron window',
  measure: async () => {
    const { empty, fresh, used } = await sightRounds(rounds, idleMs);
    const memory = (name: string, seen: readonly Sighting[], factor: number) =>
      figureOf({
        name,
        unit: 'MB',
        values: seen.map(({ memoryBytes }) => memoryBytes / megabyte),
        baselines: empty.map(({ memoryBytes }) => memoryBytes / megabyte),
        goal: timesBaseline(factor),
      });
    const cpu = (name: string, seen: readonly Sighting[]) =>
      figureOf({
        name,
        unit: '%',
        values: seen.map(({ idlePercent }) => idlePercent),
        baselines: empty.map(({ idlePercent }) => idlePercent),
        goal: aboveBaseline(0.2, '%'),
      });
    return [
      memory('idle-memory', fresh, 1.2),
      memory('idle-memory:used', used, 1.25),
      cpu('idle-memory:cpu', fresh),
      cpu('idle-memory:cpu-used', used),
    ];
  },
};
