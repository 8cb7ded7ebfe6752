import type { Page } from '@playwright/test';
import { writeExports } from '../../support/bench-history.ts';
import { settle } from '../../support/bench-window.ts';
import { createPlace, partsOf, startApp } from '../../support/desktop.ts';
import { type Bench, figureOf, timesBaseline } from '../figure.ts';
import { alternate } from '../stats.ts';

const runs = 7;
const many = 5_000;
const few = 10;

/** Two apps at once, each with its own past: the list is that of the whole computer. */
export const exportsList: Bench = {
  name: 'exports-list-5000',
  about: 'opening the view of 5,000 past exports, against 10',
  measure: async () => {
    const [large, small] = [await openList(many), await openList(few)];
    try {
      const times = await alternate(runs, large.open, small.open);
      return [figureOf({ name: 'exports-list-5000', unit: 'ms', goal: timesBaseline(1.5), ...times })];
    } finally {
      await large.close();
      await small.close();
    }
  },
};

async function openList(count: number): Promise<{
  readonly open: () => Promise<number>;
  readonly close: () => Promise<void>;
}> {
  const place = await createPlace();
  await writeExports(place.userData, count);
  const { window, close } = await startApp(place);
  await partsOf(window).exports.first().waitFor();
  // The code of the view is loaded once.
  await openView(window);
  return {
    open: () => openView(window),
    close: async () => {
      await close();
      await place.close();
    },
  };
}

/** From the click to the frame in which the first lines are painted, ms. Leaves the view closed. */
async function openView(page: Page): Promise<number> {
  await settle(page);
  const button = page.getByRole('button', { name: 'See all' });
  const ms = await button.evaluate(
    (element) =>
      new Promise<number>((resolve, reject) => {
        const startedAt = performance.now();
        const look = (): void => {
          if (document.querySelectorAll('[role="dialog"] [role="listitem"]').length >= 8) {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - startedAt);
            port2.postMessage(null);
          } else if (performance.now() - startedAt < 60_000) requestAnimationFrame(look);
          else reject(new Error('The view was not painted within a minute'));
        };
        (element as HTMLElement).click();
        requestAnimationFrame(look);
      }),
  );
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return ms;
}
