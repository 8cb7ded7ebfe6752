import type * as InPage from '../../support/bench-painter-in-page.ts';
import { withRehearsedFilm } from '../../support/bench-rehearsal.ts';
import { withPainter } from '../../support/painter-page.ts';
import { atLeastTimesBaseline, atMost, type Bench, figureOf, timesBaseline } from '../figure.ts';
import { alternate } from '../stats.ts';

type PainterPage = typeof globalThis & { readonly painter: typeof InPage };

const runs = 5;
/** Runs of their own, in which main's loop is watched. */
const delayRuns = 3;
const seconds = 10;
const fps = 30;
const prompt = `A boat at sunset, ${seconds} seconds`;

export const rehearsalRender: Bench = {
  name: 'rehearsal-render',
  about: `a film of ${seconds} s with four tracks rendered at 720p, against an encoder with such frames ready-made (best of ${runs} each); and main's loop meanwhile`,
  measure: () =>
    withPainter(
      (page) =>
        withRehearsedFilm(prompt, async ({ render, delayDuring }) => {
          const rendered = async (): Promise<number> => (seconds * fps) / (await render());
          const encoded = (): Promise<number> =>
            page.evaluate((words) => (globalThis as PainterPage).painter.encodedPerSecond(words), prompt);
          // The first is not counted: engines compile.
          await render();
          const { values, baselines } = await alternate(runs, rendered, encoded);
          const best = { values: [Math.max(...values)], baselines: [Math.max(...baselines)] };
          const delays = await alternate(
            delayRuns,
            () => delayDuring(rendered),
            () => delayDuring(encoded),
          );
          return [
            {
              ...figureOf({ name: 'rehearsal-render', unit: 'frames/s', goal: atLeastTimesBaseline(0.55), ...best }),
              runs,
            },
            figureOf({ name: 'rehearsal-render:loop-delay', unit: 'ms', goal: atMost(20, 'ms'), ...delays }),
          ];
        }),
      'bench-painter-in-page.ts',
    ),
};

const renders = 20;

export const rehearsalMemory: Bench = {
  name: 'rehearsal-render:memory',
  about: `memory of the hidden page after ${renders} renders, against after two`,
  measure: () =>
    withRehearsedFilm('A boat at sunset, 3 seconds', async ({ render, hiddenMegabytes }) => {
      const after: number[] = [];
      for (let run = 0; run < renders; run += 1) {
        await render();
        // The first page that was opened painted the clip, and renders; another one looks into what was saved.
        after.push((await hiddenMegabytes())[0] ?? 0);
      }
      return [
        figureOf({
          name: 'rehearsal-render:memory',
          unit: 'MB',
          goal: timesBaseline(1.1),
          values: after.slice(-1),
          baselines: after.slice(1, 2),
        }),
      ];
    }),
};
