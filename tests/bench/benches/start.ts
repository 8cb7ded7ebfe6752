import { sight, withUsedPlace } from '../../support/bench-probe.ts';
import { type Bench, figureOf } from '../figure.ts';
import { alternate } from '../stats.ts';

const runs = 7;

export const start: Bench = {
  name: 'start',
  about: 'from the start of the process to the first paint of the composer, against an empty Electron window',
  measure: () =>
    withUsedPlace(async (place) => {
      const pair = await alternate(
        runs,
        async () => (await sight(place, 'app', 0)).startMs,
        async () => (await sight(place, 'empty', 0)).startMs,
      );
      return [figureOf({ name: 'start', unit: 'ms', ...pair })];
    }),
};
