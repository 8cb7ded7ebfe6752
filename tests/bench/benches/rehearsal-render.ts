import type * as InPage from '../../support/bench-painter-in-page.ts';
import { withRehearsedFilm } from '../../support/bench-rehearsal.ts';
import { withPainter } from '../../support/painter-page.ts';
import { atLeastTimesBaseline, atMost, type Bench, figureOf, timesBaseline } from '../figure.ts';
import { alternate, pairOf } from '../stats.ts';

type PainterPage = typeof globalThis & { readonly painter: typeof InPage };

const runs = 5;
const seconds = 10;
const fps = 30;
const prompt = `A boat at sunset, ${seconds} seconds`;

export const rehearsalRender: Bench = {
  name: 'rehearsal-render',
  about: `a film of ${seconds} s with four tracks rendered at 720p, against an encoder with such frames ready-made (best of ${runs} each); and main's loop meanwhile`,
  measure: () =>
    withPainter(
      (page) =>
        withRehearsedFilm(prompt, async ({ render, look }) => {
          const rendered = async (): Promise<{ readonly pace: number; readonly delayMs: number }> => {
            await look();
            const pace = (seconds * fps) / (await render());
            return { pace, delayMs: (await look()).delayMs };
          };
          const encoded = async (): Promise<{ readonly pace: number; readonly delayMs: number }> => {
            await look();
            const pace = await page.evaluate(
              (words) => (globalThis as PainterPage).painter.encodedPerSecond(words),
              prompt,
            );
            return { pace, delayMs: (await look()).delayMs };
          };
          // The first is not counted: engines compile.
          await render();
          const measured = await alternate(runs, rendered, encoded);
          const { values, baselines } = pairOf(
            measured,
            ({ pace }) => pace,
            ({ pace }) => pace,
          );
          const delays = pairOf(
            measured,
            ({ delayMs }) => delayMs,
            ({ delayMs }) => delayMs,
          );
          const best = { values: [Math.max(...values)], baselines: [Math.max(...baselines)] };
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
    withRehearsedFilm('A boat at sunset, 3 seconds', async ({ render, look }) => {
      const after: number[] = [];
      for (let run = 0; run < renders; run += 1) {
        await render();
        // The first page that was opened painted the clip, and renders; another one looks into what was saved.
        after.push((await look()).hiddenMegabytes[0] ?? 0);
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
