import type * as InPage from '../../support/bench-painter-in-page.ts';
import { withPainter } from '../../support/painter-page.ts';
import { atLeastTimesBaseline, type Bench, figureOf } from '../figure.ts';
import { alternate } from '../stats.ts';

type PainterPage = typeof globalThis & { readonly painter: typeof InPage };

const prompts = [
  'Neon city at night in the rain, 4 s',
  'A boat at sunset, 4 s',
  'A dog in a flower meadow, 4 s',
  '咖啡和书，窗边下雨，4秒',
  'Snow peaks at dawn, 4 s',
] as const;

export const painter: Bench = {
  name: 'painter',
  about: `clips of ${prompts.length} prompts, 4 s at 720p each, from the words to the file; against an encoder with their frames ready-made`,
  measure: () =>
    withPainter(async (page) => {
      const promptOf = (run: number): string => prompts[run % prompts.length] ?? prompts[0];
      const paint = (prompt: string): Promise<number> =>
        page.evaluate((words) => (globalThis as PainterPage).painter.paintedPerSecond(words), prompt);
      // The first is not counted: engines compile.
      await paint('A quiet lake, 3 s');
      const pair = await alternate(
        prompts.length,
        (run) => paint(promptOf(run)),
        (run) => page.evaluate((words) => (globalThis as PainterPage).painter.encodedPerSecond(words), promptOf(run)),
      );
      return [figureOf({ name: 'painter', unit: 'frames/s', goal: atLeastTimesBaseline(0.3), ...pair })];
    }, 'bench-painter-in-page.ts'),
};
