import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DemoControl } from '../../src/demo-cloud/demo-cloud.ts';
import { partsOf, say } from '../support/desktop.ts';
import { savedFrame } from '../support/film.ts';
import { sharedTest as test } from '../support/shared-app.ts';

const canvas = { width: 1280, height: 720 };

type Draft = Readonly<Record<string, unknown>>;
const clip = (url: string, d = 2000): Draft => ({ d, m: { name: 'My clip', url, in: 0, out: d } });
const titled = { tt: 7, sg: [{ d: 1000, m: { text: '城市之夜' } }] };

async function makeDraft(control: DemoControl, window: Page, draft: Draft): Promise<void> {
  control.fault({ on: 'state', kind: 'draft', value: draft, times: Infinity });
  control.script({ kind: 'spoken' });
  await say(window, 'Show me');
  await expect(partsOf(window).stop).toBeHidden();
}

test('what the preview may show otherwise is listed behind a quiet label', async ({ shared, control, window }) => {
  const { url } = shared.place.demoCloud;
  const preview = window.getByRole('region', { name: 'Preview' });
  const label = preview.getByRole('button', { name: 'Approximate preview' });
  const sg = [clip(`${url}/files/samples/city.mp4`, 60_000)];
  await makeDraft(control, window, { m: canvas, t: [{ tt: 0, sg }, titled, { tt: 9, sg: [{ d: 500 }] }] });
  await label.click();
  const list = window.getByRole('dialog', { name: 'Approximate preview' }).getByRole('listitem');
  await expect(list).toHaveText([
    'Titles may use another font.',
    'Titles may be in another place.',
    'Some effects, transitions or stickers are not shown.',
    'A clip is shorter than its place in the video. Its last frame stays.',
  ]);
  await window.keyboard.press('Escape');
  await expect(list).toHaveCount(0);

  control.clear();
  await makeDraft(control, window, { m: canvas, t: [{ tt: 0, sg: [clip(`${url}/files/samples/city.mp4`)] }] });
  await expect(preview.getByRole('slider', { name: 'Seek' })).toHaveAttribute('max', '2');
  await expect(label).toHaveCount(0);
});

test('a clip that is not to be had says so in its place, and is tried again', async ({
  shared,
  app,
  control,
  window,
  fresh,
}) => {
  const { folder } = shared.place;
  control.fault({ on: 'media', kind: 'http', status: 404, times: Infinity });
  const sg = [clip(fresh('sunset.mp4'))];
  await makeDraft(control, window, { m: canvas, t: [{ tt: 0, sg }] });
  const preview = window.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('1 clip cannot be fetched.')).toBeVisible();
  const cornerOf = (rgb: Buffer): readonly number[] => [...rgb.subarray(0, 3)];
  expect(cornerOf(await savedFrame(app, window, join(folder, 'card.png'), canvas))).toEqual([0x1b, 0x1d, 0x22]);

  control.clear();
  await preview.getByRole('button', { name: 'Try again' }).click();
  await expect(preview.getByText('cannot be fetched')).toHaveCount(0);
  expect(cornerOf(await savedFrame(app, window, join(folder, 'film.png'), canvas))).not.toEqual([0x1b, 0x1d, 0x22]);
});

test('a video that cannot be drawn here gives way to its newest clip', async ({ shared, control, window }) => {
  await window.evaluate(() => {
    const Healthy = globalThis.Worker;
    const crashing = { left: 2 };
    globalThis.Worker = class extends Healthy {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        if (crashing.left > 0) setTimeout(() => this.dispatchEvent(new Event('error')), 200);
        crashing.left -= 1;
      }
    };
  });
  const sg = [clip(`${shared.place.demoCloud.url}/files/samples/ocean.mp4`)];
  await makeDraft(control, window, { m: canvas, t: [{ tt: 0, sg }] });
  const preview = window.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('This is its newest clip.')).toBeVisible();
  await preview.getByRole('button', { name: 'Play' }).click();
  await expect(preview.getByRole('button', { name: 'Pause' })).toBeVisible();

  await preview.getByRole('button', { name: 'Try again' }).click();
  await expect(preview.getByText('This is its newest clip.')).toHaveCount(0);
  await expect(preview.getByRole('slider', { name: 'Seek' })).toHaveAttribute('max', '2');
});
