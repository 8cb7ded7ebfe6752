import { expect, type Page } from '@playwright/test';
import { partsOf, type Place, say } from './desktop.ts';
import { digestOf } from './long-clips.ts';

/** Lets the agent make the first cut of the open project. */
export async function makeCut(window: Page): Promise<void> {
  await say(window, 'Make a video of the sea');
  await expect(partsOf(window).timeline).toContainText(/Version \d/);
  await expect(partsOf(window).stop).toBeHidden();
}

export function pressExport(window: Page): Promise<void> {
  return window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
}

/** Expects that a saved file is, byte for byte, a render of the demo cloud. */
export async function isRender({ demoCloud }: Place, path: string): Promise<void> {
  expect(demoCloud.control.renders().map(({ sha256 }) => sha256)).toContain(await digestOf(path));
}
