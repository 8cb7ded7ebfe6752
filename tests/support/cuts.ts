import { expect, type Page } from '@playwright/test';
import { partsOf, type Place, say } from './desktop.ts';
import { digestOf } from './long-clips.ts';

/** Lets the agent make the first cut of the open project. */
export async function makeCut(window: Page): Promise<void> {
  await say(window, 'Make a video of the sea');
  await expect(partsOf(window).timeline).toContainText(/Version \d/);
  await expect(partsOf(window).stop).toBeHidden();
}

/** Two turns, each of which leaves one version; answers the first one's draft. */
export async function twoVersions(window: Page, { demoCloud }: Place): Promise<unknown> {
  const { control, url } = demoCloud;
  const { timeline, stop, answer } = partsOf(window);
  const clip = { name: 'ocean glints', url: `${url}/files/samples/ocean.mp4`, durationMs: 10_000 };
  control.script({ kind: 'text', text: 'Here is the sea.', edits: [{ kind: 'place-clips', clips: [clip] }] });
  await say(window, 'Show me the sea');
  await expect(timeline).toContainText('Version 1');
  await expect(stop).toBeHidden();
  const first = control.draft(control.sessions()[0]?.id ?? '');
  control.script({ kind: 'text', text: 'Done.', edits: [{ kind: 'set-title', text: 'Paradise Found' }] });
  await say(window, 'Add a title');
  await expect(timeline).toContainText('Version 2');
  await expect(answer.getByRole('list', { name: 'Changes' })).toContainText('Paradise Found');
  await expect(stop).toBeHidden();
  return first;
}

export function pressExport(window: Page): Promise<void> {
  return window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
}

/** Expects that a saved file is, byte for byte, a render of the demo cloud. */
export async function isRender({ demoCloud }: Place, path: string): Promise<void> {
  expect(demoCloud.control.renders().map(({ sha256 }) => sha256)).toContain(await digestOf(path));
}
