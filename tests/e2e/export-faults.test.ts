import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Fault, FaultSpec } from '../../src/demo-cloud/demo-cloud.ts';
import { answerSaveDialog, partsOf, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

type Trouble = {
  readonly name: string;
  readonly faults: readonly FaultSpec[];
  /** What the user reads before they press "Retry"; null where the export helps itself. */
  readonly told: string | null;
  /** Renders that the cloud takes on, the user's retry included. */
  readonly renders?: number;
};

const times = Infinity;
/** What strikes the render's own address, but not the fallback. */
const address = (fault: Fault): readonly FaultSpec[] => [{ ...fault, on: 'render-file', times }];
const both = (fault: Fault): readonly FaultSpec[] => [
  { ...fault, on: 'render-file', times },
  { ...fault, on: 'render-download', times },
];
const polls = (fault: Fault): readonly FaultSpec[] => [{ ...fault, on: 'render-status', times: 3 }];

/**
 * All in one window: each export meets its fault, and none may leave anything behind that troubles the next. All that a call and a
 * download can meet is in the contract's tests; what an export makes of it, in the units'.
 */
const troubles: readonly Trouble[] = [
  { name: 'a gateway answers 502 with a page', faults: polls({ kind: 'http', status: 502, html: true }), told: null },
  { name: 'the render fails once', faults: [{ on: 'render-submit', kind: 'render-fails' }], told: null, renders: 2 },
  {
    name: 'the render fails twice',
    faults: [{ on: 'render-submit', kind: 'render-fails', times: 2 }],
    told: 'Rendering failed twice.',
    renders: 3,
  },
  { name: 'the address answers 403', faults: address({ kind: 'http', status: 403 }), told: null },
  { name: 'it leads to a page', faults: address({ kind: 'html' }), told: null },
  {
    name: 'it answers 416 to the rest',
    faults: [
      { on: 'render-file', kind: 'reset', afterBytes: 20_000 },
      { on: 'render-file', kind: 'http', status: 416, after: 1 },
      { on: 'render-download', kind: 'http', status: 416 },
    ],
    told: null,
  },
  { name: 'the body is short', faults: [{ on: 'render-file', kind: 'short-body', missing: 700 }], told: null },
  { name: 'the body is packed', faults: address({ kind: 'gzip' }), told: null },
  { name: 'it leads to another host', faults: address({ kind: 'redirect' }), told: null },
  {
    name: 'both ways to the file are gone',
    faults: both({ kind: 'http', status: 404 }),
    told: 'The Rushes service no longer has the finished video. Try again: it renders again, at no cost.',
    renders: 2,
  },
  {
    name: 'the server never delivers',
    faults: both({ kind: 'http', status: 503 }),
    told: 'The service is having problems. Try again in a moment.',
  },
];

test.describe('in one window', () => {
  test.use({ timings: { renderPollMs: 20, rateLimitMs: 30, answerMs: 3000 } });

  test('whatever goes wrong on the way, the user reads what it is, and the film comes whole', async ({
    place,
    start,
  }) => {
    test.setTimeout(240_000);
    const { control } = place.demoCloud;
    const { app, window } = await start();
    const { timeline, exports, stop } = partsOf(window);
    control.script({ kind: 'generate' });
    await say(window, 'Make a video of the sea');
    await expect(timeline).toContainText(/Version \d/);
    await expect(stop).toBeHidden();

    for (const [index, { name, faults, told, renders = 1 }] of troubles.entries()) {
      await test.step(name, async () => {
        const file = `film ${String(index).padStart(2, '0')}.mp4`;
        const rendersBefore = control.renders().length;
        await answerSaveDialog(app, join(place.folder, file));
        for (const fault of faults) control.fault(fault);
        await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
        const row = exports.filter({ hasText: file });
        if (told !== null) {
          await expect(row).toContainText(told);
          control.clear();
          await row.getByRole('button', { name: 'Retry' }).click();
        }
        await expect(row).toContainText('Saved');
        control.clear();
        expect(control.renders().length - rendersBefore).toBe(renders);
        const saved = createHash('sha256').update(await readFile(join(place.folder, file)));
        expect(saved.digest('hex')).toBe(control.renders().at(-1)?.sha256);
      });
    }
    expect((await readdir(place.folder)).filter((file) => file.endsWith('.part'))).toEqual([]);
    const elsewhere = control.log().filter(({ origin }) => origin === 'other');
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const { headers } of elsewhere)
      expect(Object.keys(headers).filter((header) => /^(?:authorization|x-)/.test(header))).toEqual([]);
  });
});

/** By itself none of them asks again. */
sharedTest.use({ timings: { renderPollMs: 600_000, reconnectMs: 50 } });

sharedTest('an export goes on at once when the network is back', async ({ place, control, app, window }) => {
  const { timeline, exports, stop, status } = partsOf(window);
  control.script({ kind: 'generate' });
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  await answerSaveDialog(app, join(place.folder, 'sea.mp4'));
  const rendering = control.hold('render');
  await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await rendering.reached;
  await expect(exports).toContainText('Rendering');
  await control.offline();
  // Asking for the credits is how the window notices.
  await window.getByRole('button', { name: 'Credits' }).click();
  await expect(status).toHaveText('Offline');
  rendering.release();
  await control.until(() => control.renders()[0]?.status === 'completed');
  await control.online();
  await expect(exports).toContainText('Saved');
});

sharedTest('waking up asks the cloud at once', async ({ place, control, app, window }) => {
  const { timeline, exports, stop } = partsOf(window);
  control.script({ kind: 'generate' });
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  await answerSaveDialog(app, join(place.folder, 'sea.mp4'));
  await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(exports).toContainText('Rendering');
  await control.until(() => control.renders()[0]?.status === 'completed');
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect(exports).toContainText('Saved');
});
