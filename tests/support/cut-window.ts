import { expect, type Page } from '@playwright/test';
import { partsOf, type Place, say } from './desktop.ts';
import { request } from './media-jobs.ts';

/** Has the agent make this draft, and waits until the film of it stands ready. Gives its project. */
export async function showDraft(window: Page, { demoCloud }: Place, draft: unknown): Promise<string> {
  const { control } = demoCloud;
  control.fault({ on: 'state', kind: 'draft', value: draft, times: Infinity });
  control.script({ kind: 'spoken' });
  await say(window, 'A night in the city, then the sea');
  await expect(partsOf(window).stop).toBeHidden();
  const preview = window.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('button', { name: 'Play' })).toBeEnabled();
  return (await request(window, 'app.subscribe', {})).openProjectId;
}
