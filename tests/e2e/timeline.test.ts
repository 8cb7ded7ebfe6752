import { expect, type Locator, type Page } from '@playwright/test';
import type { DemoControl } from '../../src/demo-cloud/control.ts';
import { partsOf, say } from '../support/desktop.ts';
import { sharedTest as test } from '../support/shared-app.ts';

const clip = (url: string, name: string, d: number, more: object = {}) => ({
  d,
  m: { name, url: `${url}/files/samples/${name}.mp4`, ...more },
});

/** Two clips, music and a title, of ten seconds. */
const first = (url: string) => ({
  m: { width: 1280, height: 720 },
  t: [
    { tt: 0, sg: [clip(url, 'city', 4000, { in: 1000, out: 5000 }), clip(url, 'ocean', 6000)] },
    { tt: 1, sg: [{ d: 10_000, m: { name: 'Lo-fi', url: `${url}/files/samples/music.m4a`, volume: 35 } }] },
    { tt: 7, sg: [{ d: 3000, m: { text: 'Night' } }] },
  ],
});

/** The title gone, the first clip's sound changed, another clip at the end. */
const second = (url: string) => ({
  m: { width: 1280, height: 720 },
  t: [
    {
      tt: 0,
      sg: [
        clip(url, 'city', 4000, { in: 1000, out: 5000 }),
        clip(url, 'ocean', 6000),
        { ...clip(url, 'city', 2000), m: { name: 'city again', url: `${url}/files/samples/city.mp4?again` } },
      ],
    },
    { tt: 1, sg: [{ d: 10_000, m: { name: 'Lo-fi', url: `${url}/files/samples/music.m4a`, volume: 20 } }] },
  ],
});

/** A turn that leaves this draft. What the state says before it has begun is what it began with. */
async function edit(window: Page, control: DemoControl, draft: unknown): Promise<void> {
  const begun = control.hold('run-sse');
  await say(window, 'A night in the city, then the sea');
  await begun.reached;
  control.clear();
  control.fault({ on: 'state', kind: 'draft', value: draft, times: Infinity });
  control.script({ kind: 'spoken' });
  begun.release();
  await expect(partsOf(window).stop).toBeHidden();
}

/** How much a stretch of a lane differs from its middle colour, by channel on average; `y` in the middle of the lane, in px. */
function unrest(timeline: Locator, y: number, from: number, to: number): Promise<number> {
  return timeline
    .locator('canvas')
    .nth(1)
    .evaluate(
      (canvas, place) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const scale = canvas.height / canvas.clientHeight;
        const [left, right] = [canvas.width * place.from, canvas.width * place.to];
        const pixels = canvas.getContext('2d')?.getImageData(left, place.y * scale, right - left, 4 * scale).data ?? [];
        const greens = [...pixels].filter((_, at) => at % 4 === 1);
        const middle = greens.reduce((sum, value) => sum + value, 0) / greens.length;
        return greens.reduce((sum, value) => sum + Math.abs(value - middle), 0) / greens.length;
      },
      { y, from, to },
    );
}

const chosen = (timeline: Locator) => timeline.getByRole('option', { selected: true });

test('pieces are gone through by keyboard, and what is chosen goes into the message', async ({ place, window }) => {
  const { control, url } = place.demoCloud;
  const { timeline, message } = partsOf(window);
  await edit(window, control, first(url));
  const seek = window.getByRole('region', { name: 'Preview' }).getByRole('slider', { name: 'Seek' });
  await expect(seek).toHaveAttribute('max', '10');

  const list = timeline.getByRole('listbox');
  await expect(list.getByRole('option')).toHaveText([
    'Night (0–3s)',
    'city (0–4s)',
    'ocean (4–10s)',
    'Lo-fi · 35% (0–10s)',
  ]);
  await list.focus();
  await window.keyboard.press('ArrowRight');
  await expect(chosen(timeline)).toHaveText('Night (0–3s)');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('End');
  await expect(chosen(timeline)).toHaveText('ocean (4–10s)');
  await expect(chosen(timeline)).toHaveAttribute('aria-posinset', '3');
  await expect(list).toHaveAttribute('aria-activedescendant', (await chosen(timeline).getAttribute('id')) ?? '');
  await window.keyboard.press('Enter');
  await expect(seek).toHaveAttribute('aria-valuenow', '4');
  await expect(timeline).toContainText('Selected: clip 2, 4.0–10.0 s');

  await timeline.getByRole('button', { name: 'Ask about this…' }).click();
  await expect(message).toHaveValue('About clip 2, 4.0–10.0 s: ');
  await expect(message).toBeFocused();
  await window.keyboard.type('is it too dark?');
  await expect(message).toHaveValue('About clip 2, 4.0–10.0 s: is it too dark?');
  await message.fill('');

  await list.focus();
  await window.keyboard.press('Shift+ArrowLeft');
  await expect(chosen(timeline)).toHaveText(['city (0–4s)', 'ocean (4–10s)']);
  await window.keyboard.press('Shift+F10');
  await expect(window.getByRole('menu', { name: 'Edit the selection' })).toBeVisible();
  await window.getByRole('menuitem', { name: 'Mute' }).click();
  await expect(message).toHaveValue('Mute clips 1–2, 0.0–10.0 s.');
  expect(control.calls('run-sse')).toHaveLength(1);
  await message.fill('');

  // The marks I and O name a part of what is chosen.
  await list.focus();
  await window.keyboard.press('ArrowRight');
  await seek.fill('5');
  await seek.press('i');
  await seek.fill('8');
  await list.focus();
  await window.keyboard.press('o');
  await expect(timeline).toContainText('Selected: clip 2, 5.0–8.0 s');
  await window.keyboard.press('Shift+F10');
  await window.getByRole('menuitem', { name: 'Trim to selection 5.0–8.0 s' }).click();
  await expect(message).toHaveValue('Trim clip 2 to 5.0–8.0 s.');
  await list.focus();
  await window.keyboard.press('x');
  await window.keyboard.press('Shift+F10');
  const trim = window.getByRole('menuitem', { name: 'Trim to selection mark a part first: I and O' });
  await expect(trim).toBeDisabled();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await expect(chosen(timeline)).toHaveCount(0);
});

test('the pointer chooses, marks a part, seeks and zooms', async ({ place, window }) => {
  const { control, url } = place.demoCloud;
  const { timeline, message } = partsOf(window);
  await edit(window, control, first(url));
  const seek = window.getByRole('region', { name: 'Preview' }).getByRole('slider', { name: 'Seek' });
  await expect(seek).toHaveAttribute('max', '10');
  const list = timeline.getByRole('listbox');
  const box = await list.boundingBox().then((found) => found ?? Promise.reject(new Error('It is not laid out')));
  const at = (seconds: number) => box.x + (box.width * seconds) / 10;
  const clips = box.y + 58;

  await window.mouse.click(at(6), clips);
  await expect(chosen(timeline)).toHaveText('ocean (4–10s)');
  await expect.poll(async () => Number(await seek.getAttribute('aria-valuenow'))).toBeCloseTo(6, 0);
  await window.mouse.click(at(2), clips, { button: 'right' });
  await expect(chosen(timeline)).toHaveText('city (0–4s)');
  await window.getByRole('menuitem', { name: 'Replace with…' }).click();
  await expect(message).toHaveValue('Replace clip 1, 0.0–4.0 s with ');
  await message.fill('');

  // Near the cut it is the cut.
  await window.keyboard.down('Shift');
  await window.mouse.move(at(4) + 3, clips);
  await window.mouse.down();
  await window.mouse.move(at(7), clips, { steps: 4 });
  await window.mouse.up();
  await window.keyboard.up('Shift');
  await expect(timeline).toContainText(/Selected: clip 2, 4\.0–(?:6\.9|7\.0|7\.1) s/);
  await window.mouse.click(at(5), clips, { button: 'right' });
  await window.getByRole('menuitem', { name: 'Trim to selection' }).click();
  await expect(message).toHaveValue(/^Trim clip 2 to 4\.0–(?:6\.9|7\.0|7\.1) s\.$/);

  const fit = timeline.getByRole('button', { name: 'Show all' });
  await expect(fit).toBeDisabled();
  await timeline.getByRole('button', { name: 'Zoom in' }).click();
  await expect(fit).toBeEnabled();
  await list.focus();
  await window.keyboard.press('Shift+Z');
  await expect(fit).toBeDisabled();
  await window.mouse.move(at(5), clips);
  await window.keyboard.down('Control');
  await window.mouse.wheel(0, -200);
  await window.keyboard.up('Control');
  await expect(fit).toBeEnabled();
});

test('pieces show their pictures and their sound, of what was fetched to be played', async ({ place, window }) => {
  const { control, url } = place.demoCloud;
  const { timeline } = partsOf(window);
  await edit(window, control, first(url));
  const [clips, music] = [66, 94];
  await expect.poll(() => unrest(timeline, clips, 0.05, 0.38)).toBeGreaterThan(3);
  await expect.poll(() => unrest(timeline, music, 0.3, 0.9)).toBeGreaterThan(3);
  await expect.poll(() => unrest(timeline, clips, 0.42, 0.98)).toBeGreaterThan(3);
  const fetched = control.calls('media').map(({ path }) => path);
  expect(fetched.toSorted()).toEqual([...new Set(fetched)].toSorted());
});

test('what the last turn changed stands out, until another version is looked at', async ({ place, window }) => {
  const { control, url } = place.demoCloud;
  const { timeline } = partsOf(window);
  await edit(window, control, first(url));
  await expect(timeline).toContainText('Version 1');
  await expect(timeline.locator('[data-change]')).toHaveCount(0);
  await edit(window, control, second(url));
  await expect(timeline).toContainText('Version 2');
  await expect(timeline.locator('[data-change="added"]')).toHaveText('city again (10–12s) · added by the last edit');
  await expect(timeline.locator('[data-change="changed"]')).toContainText('Lo-fi · 20%');
  await expect(timeline.getByRole('img', { name: 'Removed by the last edit: Title Night (0–3s)' })).toBeAttached();
  await timeline.getByRole('button', { name: 'Version 2' }).click();
  await window.getByRole('menuitemradio', { name: /Version 1/ }).click();
  await expect(timeline.locator('[data-change]')).toHaveCount(0);
});
