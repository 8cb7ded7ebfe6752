import { sight, withUsedPlace } from '../../support/bench-probe.ts';
import { type Bench, figureOf } from '../figure.ts';
import { alternate } from '../stats.ts';

const runs = 3;
/** Long enough for what is loaded behind the first paint, ms. */
const idleMs = 4000;
const megabyte = 1024 * 1024;

export const idleMemory: Bench = {
  name: 'idle-memory',
  about: 'resident memory of main and window, idle, against an empty Electron window',
  measure: () =>
    withUsedPlace(async (place) => {
      const pair = await alternate(
        runs,
        async () => (await sight(place, 'app', idleMs)).memoryBytes / megabyte,
        async () => (await sight(place, 'empty', idleMs)).memoryBytes / megabyte,
      );
      return [figureOf({ name: 'idle-memory', unit: 'MB', ...pair })];
    }),
};
