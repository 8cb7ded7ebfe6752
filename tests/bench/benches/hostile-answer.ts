import { noteTasks, takeNotes } from '../../support/bench-window.ts';
import { createPlace, type Place, say, startApp } from '../../support/desktop.ts';
import { hostileAnswers, huge } from '../../support/hostile-answers.ts';
import { atMost, type Bench, figureOf } from '../figure.ts';

const runs = 2;

/** Each run shows all of them, and is as bad as the worst. */
export const hostileAnswer: Bench = {
  name: 'hostile-answer',
  about:
    'the longest task of the window while it shows answers that mean harm, deep, endless or huge, against a short one',
  measure: async () => {
    const place = await createPlace();
    try {
      const { window, close } = await startApp(place);
      try {
        const all = hostileAnswers(place.demoCloud.url);
        const answers = [
          ...all.filter((text) => text.length >= 2_000),
          all.filter((text) => text.length < 2_000).join('\n\n'),
          huge['one line of 2 MB'] ?? '',
        ];
        const [values, baselines]: readonly [number[], number[]] = [[], []];
        for (let run = 0; run < runs; run += 1) {
          baselines.push(await longestTask(place, window, 'A calm sea.'));
          let worst = 0;
          for (const text of answers) worst = Math.max(worst, await longestTask(place, window, text));
          values.push(worst);
        }
        return [figureOf({ name: 'hostile-answer', unit: 'ms', goal: atMost(100, 'ms'), values, baselines })];
      } finally {
        await close();
      }
    } finally {
      await place.close();
    }
  },
};

async function longestTask(place: Place, window: Parameters<typeof say>[0], text: string): Promise<number> {
  await window.getByRole('button', { name: 'New project' }).click();
  place.demoCloud.control.script({ kind: 'text', text: `${text}\n\nThe end of it.` });
  await noteTasks(window);
  await say(window, 'Tell me of the sea');
  const isThere = (): boolean => document.querySelector('[role=log]')?.textContent.includes('The end of it.') === true;
  await window.waitForFunction(isThere, null, { polling: 100 });
  return (await takeNotes(window, 0)).longestTaskMs;
}
