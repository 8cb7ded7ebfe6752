import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { twoVersions } from '../support/cuts.ts';
import { answerSaveDialog, partsOf, say } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

sharedTest(
  'look at the first version, compare it, export it as it was, and go back',
  async ({ place, app, window }) => {
    const { control } = place.demoCloud;
    const { timeline, conversation, exports } = partsOf(window);
    const first = await twoVersions(window, place);
    await answerSaveDialog(app, join(place.folder, 'first.mp4'));

    // By keyboard: the list, its newest version first, and the one before.
    await timeline.getByRole('button', { name: 'Version 2' }).press('Enter');
    const list = window.getByRole('menu', { name: 'Versions' });
    const versions = list.getByRole('menuitemradio');
    await expect(versions).toHaveCount(2);
    await expect(versions.first()).toContainText('Version 2');
    await expect(versions.first()).toContainText('Current');
    await expect(versions.first()).toContainText('Title added: “Paradise Found”');
    await expect(versions.last()).toContainText('“Show me the sea”');
    await expect(versions.first()).toHaveAttribute('aria-checked', 'true');
    await window.keyboard.press('End');
    await expect(versions.last()).toBeFocused();
    await window.keyboard.press('Enter');

    const past = timeline.getByRole('status');
    await expect(past).toContainText(/Version 1 of 2, from \d.* Viewing an older version/);
    await expect(timeline.getByRole('option').filter({ hasText: 'Paradise Found' })).toHaveCount(0);
    await expect(timeline).toContainText('1 track');
    await expect(window.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'Play' })).toBeEnabled();

    await timeline.getByRole('button', { name: 'Compare' }).click();
    const comparison = window.getByRole('dialog', { name: 'Compare' });
    await expect(comparison.getByRole('combobox', { name: 'Compare with' })).toHaveValue('2');
    await expect(comparison.getByRole('list', { name: 'From version 1 to version 2' })).toContainText(
      'Title added: “Paradise Found” (0–3s)',
    );
    await window.keyboard.press('Escape');

    // Exactly that draft goes to the cloud, although the present one is another.
    await timeline.getByRole('button', { name: 'Export this version' }).click();
    await expect(exports).toContainText('Saved');
    const drafts = control.calls('render-submit').map(({ body }) => (body as { readonly draft: unknown }).draft);
    expect(drafts).toEqual([first]);
    expect(control.draft(control.sessions()[0]?.id ?? '')).not.toEqual(first);

    await timeline.getByRole('button', { name: 'Back to current' }).click();
    await expect(past).toHaveCount(0);
    await expect(timeline.getByRole('button', { name: 'Version 2' })).toBeFocused();
    await expect(timeline).toContainText('Paradise Found');

    // From the turn that made it. The newest turn has no such button: it made what is on screen.
    const look = conversation.getByRole('button', { name: 'Look at this version' });
    await expect(look).toHaveCount(1);
    await look.click();
    await expect(past).toContainText('Version 1 of 2');

    // What comes meanwhile does not tear the user out of the past.
    control.script({ kind: 'silent', edits: [{ kind: 'set-title', text: 'Third' }] });
    await say(window, 'Another title');
    await expect(past).toContainText('Version 1 of 3');
    await expect(timeline).not.toContainText('Third');
    await timeline.getByRole('button', { name: 'Back to current' }).click();
    await expect(timeline).toContainText('Third');
  },
);

/** Workers that are opened from now on can be made to die. `told`: how many there were, and where the newest one says it is. */
async function crashLater(window: Page) {
  type Told = { readonly kind: string; readonly frame?: number; readonly state?: string };
  type Watched = typeof globalThis & {
    watched: { readonly workers: Worker[]; last: Told; readonly Healthy: typeof Worker };
  };
  await window.evaluate(() => {
    const Healthy = globalThis.Worker;
    const watched: Watched['watched'] = { workers: [], last: { kind: '' }, Healthy };
    globalThis.Worker = class extends Healthy {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        watched.workers.push(this);
        this.addEventListener('message', ({ data }: MessageEvent<Told>) => {
          if (data.kind === 'frame' && watched.workers.at(-1) === this) watched.last = data;
        });
      }
    };
    Object.assign(globalThis, { watched });
  });
  return {
    now: () => window.evaluate(() => (globalThis as Watched).watched.workers.at(-1)?.dispatchEvent(new Event('error'))),
    told: () =>
      window.evaluate(() => {
        const { workers, last } = (globalThis as Watched).watched;
        return [workers.length, last.frame, last.state];
      }),
    restore: () => window.evaluate(() => void (globalThis.Worker = (globalThis as Watched).watched.Healthy)),
  };
}

sharedTest('two versions play in step, side by side, with what changed', async ({ place, window }) => {
  await twoVersions(window, place);
  const { timeline } = partsOf(window);
  const preview = window.getByRole('region', { name: 'Preview' });
  await timeline.getByRole('button', { name: 'Version 2' }).click();
  await window.getByRole('menuitemradio', { name: /Version 1/ }).click();
  await timeline.getByRole('button', { name: 'Compare' }).click();
  await window.getByRole('dialog', { name: 'Compare' }).getByRole('button', { name: 'Compare side by side' }).click();

  await expect(preview.getByRole('img', { name: 'Version 1', exact: true })).toBeVisible();
  await expect(preview.getByRole('img', { name: 'Current (version 2)' })).toBeVisible();
  await expect(preview.getByRole('list', { name: 'From version 1 to version 2' })).toContainText('Paradise Found');
  const seek = preview.getByRole('slider', { name: 'Seek' });
  await expect(seek).toHaveAttribute('max', '10');
  await expect(preview.getByRole('button', { name: 'Sound of Current (version 2)' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await preview.getByRole('button', { name: 'Sound of Version 1' }).click();
  await preview.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await seek.getAttribute('aria-valuenow'))).toBeGreaterThan(0.5);
  await preview.getByRole('button', { name: 'Pause' }).click();
  await seek.fill('7');
  await expect(seek).toHaveAttribute('aria-valuenow', '7');

  // A side whose worker dies goes on where both stand; if that dies too, it is tried again when the user says so.
  const crash = await crashLater(window);
  await preview.getByRole('button', { name: 'Close comparison' }).click();
  await timeline.getByRole('button', { name: 'Compare' }).click();
  await window.getByRole('dialog', { name: 'Compare' }).getByRole('button', { name: 'Compare side by side' }).click();
  await expect(seek).toHaveAttribute('max', '10');
  await seek.fill('7');
  await expect.poll(crash.told).toEqual([3, 210, 'paused']);
  await crash.now();
  await expect.poll(crash.told).toEqual([4, 210, 'paused']);
  await crash.now();
  await expect(preview.getByText("Rushes can't play this video here")).toBeVisible();
  await preview.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(crash.told).toEqual([5, 210, 'paused']);
  await crash.restore();

  await preview.getByRole('button', { name: 'Close comparison' }).click();
  await expect(preview.getByRole('img', { name: 'Video' })).toBeVisible();
  await expect(timeline.getByRole('status')).toContainText('Version 1 of 2');
  await expect(preview.getByRole('button', { name: 'Play' })).toBeEnabled();
});
