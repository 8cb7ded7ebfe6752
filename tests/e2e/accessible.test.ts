import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, type Page } from '@playwright/test';
import { sharedTest } from '../support/shared-app.ts';
import { dress, sceneOf, startOver, windowStates } from '../support/window-states.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has against the page as it stands, each with the elements it means. In a real window it measures contrast, too. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
    // Its name stays "Credits", so that it can be found by it; how many there are is its description.
    const isCredits = (html: string): boolean => html.includes('aria-describedby="credits-left"');
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ html }) => id !== 'label-content-name-mismatch' || !isCredits(html))
        .map(({ html }) => `${id}: ${html.slice(0, 200)}`),
    );
  });
}

sharedTest('axe finds nothing against any state of the window, light and dark', async ({ app, window, place }) => {
  sharedTest.setTimeout(240_000);
  const scene = sceneOf({ app, window, place, language: 'en' });
  for (const state of windowStates) {
    await startOver(scene);
    await state.show(scene);
    for (const theme of ['light', 'dark'] as const) {
      await dress(scene, { theme, width: 1280, height: 800, scale: 1 });
      expect.soft(await violationsOf(window), `${state.name}, ${theme}`).toEqual([]);
    }
  }
});
