import { expect } from '@playwright/test';
import { partsOf, say } from '../support/desktop.ts';
import { sharedTest as test } from '../support/shared-app.ts';

const generates = {
  content: { role: 'model', parts: [{ functionCall: { name: 'generate_video', id: 'c1', args: {} } }] },
};

test('the stage tells the steps of a generation, and how long it usually takes', async ({ place, window }) => {
  const { control, url } = place.demoCloud;
  const { stop, conversation, timeline } = partsOf(window);
  const preview = window.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('Your video appears here');

  // The first one: nobody knows yet how long it takes.
  control.script({ kind: 'frames', frames: [generates, { content: { parts: [{ text: 'No clip.' }] } }] });
  const beginning = control.hold('run-sse', { frames: 1 });
  await say(window, 'Generate a video of the sea');
  await beginning.reached;
  const steps = preview.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toHaveText(['Clip', 'Music', 'Title']);
  await expect(steps.first()).toHaveAttribute('aria-current', 'step');
  await expect(preview).toContainText(/Generating0:0\d/);
  beginning.release();
  await expect(stop).toBeHidden();
  await expect(preview).toContainText('Your video appears here');

  // What the agent added to a clip that was there plays from its start, in the cut.
  const clip = { name: 'city', url: `${url}/files/samples/city.mp4`, durationMs: 6000 };
  control.script({ kind: 'text', text: 'Here it is.', edits: [{ kind: 'place-clips', clips: [clip] }] });
  await say(window, 'Put my clip into it');
  await expect(timeline).toContainText('Version 1');
  await expect(stop).toBeHidden();
  control.script({ kind: 'generate' });
  const second = control.hold('second-stage');
  await say(window, 'Generate another 10-second video of the sea');
  await window.getByRole('button', { name: 'Go ahead' }).click();
  await second.reached;
  await expect(preview).toContainText(/Finishing · 0:0\d/);
  const seek = preview.getByRole('slider', { name: 'Seek' });
  await expect.poll(async () => Number(await seek.getAttribute('max'))).toBeGreaterThan(15);
  await conversation.getByRole('button', { name: 'Play raw clip' }).click();
  await expect(preview.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(async () => Number(await seek.getAttribute('aria-valuenow'))).toBeGreaterThanOrEqual(6.1);
  second.release();
  await expect(stop).toBeHidden();
  await expect(preview).not.toContainText('Finishing');

  // By now there is one to judge by, and a cut to go on looking at.
  control.script({ kind: 'frames', frames: [generates, { content: { parts: [{ text: 'No clip.' }] } }] });
  const third = control.hold('run-sse', { frames: 1 });
  await say(window, 'Generate a video of the city');
  await window.getByRole('button', { name: 'Go ahead' }).click();
  await third.reached;
  await expect(preview).toContainText(/Generating · 0:0\d of about 10\ss · then music and title/);
  third.release();
  await expect(stop).toBeHidden();
  await expect(preview).not.toContainText('Generating');
});
