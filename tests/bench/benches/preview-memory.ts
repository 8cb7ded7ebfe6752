import { playThrough, type Rig, withFilm, withWindow } from '../../support/bench-compositor.ts';
import { drawImages, mostMegabytes, tabMegabytes } from '../../support/bench-memory.ts';
import { createPlace } from '../../support/desktop.ts';
import { mediaIdsOf } from '../../../src/shared/composition/composition.ts';
import { type Bench, figureOf, timesBaseline } from '../figure.ts';
import { alternate } from '../stats.ts';
import { largeFiles, threeLayers } from './preview.ts';

const runs = 3;
const seconds = 6;
const passes = 10;

export const previewMemory: Bench = {
  name: 'preview-memory',
  about: 'memory of the tab while three layers play, against three <video> whose frames are drawn by drawImage',
  measure: async () => {
    const place = await createPlace({ timings: { proxyIdleMs: 100 } });
    try {
      const draft = threeLayers(seconds)(await largeFiles(seconds + 1)(place));
      const of = (work: (rig: Rig) => Promise<unknown>): Promise<number> =>
        withWindow(place, draft, true, (rig) => mostMegabytes(rig.app, work(rig)));
      const pair = await alternate(
        runs,
        () => of(playThrough),
        () =>
          of(async (rig) => {
            const [below = '', above = ''] = mediaIdsOf(rig.compositor.composition);
            await drawImages(rig, [below, above, above], seconds);
          }),
      );
      return [figureOf({ name: 'preview-memory', unit: 'MB', goal: timesBaseline(0.45), ...pair })];
    } finally {
      await place.close();
    }
  },
};

export const previewMemoryPasses: Bench = {
  name: 'preview-memory-passes',
  about: `memory of the tab after three layers were played ${passes} times, against after the second time`,
  measure: () =>
    withFilm(largeFiles(seconds + 1), threeLayers(seconds), { smooth: true }, async (rig) => {
      const after: number[] = [];
      for (let pass = 0; pass < passes; pass += 1) {
        await playThrough(rig);
        after.push(await tabMegabytes(rig.app));
      }
      const values = after.slice(-1);
      return [
        figureOf({
          name: 'preview-memory-passes',
          unit: 'MB',
          goal: timesBaseline(1.15),
          values,
          baselines: after.slice(1, 2),
        }),
      ];
    }),
};
