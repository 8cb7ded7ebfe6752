import { join } from 'node:path';
import { dropAndList, type Listed, makeFiles, readPlainly } from '../../support/bench-drop.ts';
import { createPlace, startApp } from '../../support/desktop.ts';
import { atMost, type Bench, figureOf, type Measured } from '../figure.ts';
import { alternate } from '../stats.ts';

const runs = 5;
const count = 2_000;

export const drop2000: Bench = {
  name: 'drop-2000',
  about: '2,000 files dropped: until the list stands, and until all are checked, against reading their first 4 KB',
  measure: async () => {
    const place = await createPlace();
    try {
      const paths = await makeFiles(join(place.folder, 'takes'), count);
      const { window, close } = await startApp(place);
      try {
        const pair = await alternate(
          runs,
          () => dropAndList(window, paths),
          () => readPlainly(paths),
        );
        const figure = (name: string, of: (listed: Listed) => number, goal: Partial<Pick<Measured, 'goal'>> = {}) =>
          figureOf({
            name,
            unit: 'ms',
            ...goal,
            values: pair.values.map(of),
            baselines: pair.baselines,
          });
        return [
          figure('drop-2000', ({ standsMs }) => standsMs, { goal: atMost(1000, 'ms') }),
          figure('drop-2000:checked', ({ checkedMs }) => checkedMs),
        ];
      } finally {
        await close();
      }
    } finally {
      await place.close();
    }
  },
};
