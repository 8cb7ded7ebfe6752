import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerSaveDialog, dropFiles, partsOf, say, test } from '../support/desktop.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');

test('a message that had not gone out waits for the user after the next start', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const first = await start();
  const asking = control.hold('create-session');
  await say(first.window, 'Make a video of the sea');
  await asking.reached;
  await first.kill();
  asking.release();
  const second = await start();
  const { conversation, status, timeline } = partsOf(second.window);
  await expect(conversation.getByRole('article', { name: 'You' })).toContainText('Make a video of the sea');
  await expect(status).toHaveText('Ready!');
  expect(control.calls('run-sse')).toEqual([]);
  await second.window.getByRole('button', { name: 'Continue' }).click();
  await expect(timeline).toContainText(/Version \d/);
});

for (const point of ['run-sse', 'second-stage'] as const) {
  test(`an answer under way (${point}) when the app died is asked for, never sent again`, async ({ place, start }) => {
    const { control } = place.demoCloud;
    const first = await start();
    control.script({ kind: 'generate' });
    const answering = control.hold(point);
    await say(first.window, 'Make a video of the sea');
    await answering.reached;
    await first.kill();
    answering.release();
    await control.until(() => control.sessions()[0]?.turns === 1 && control.sessions()[0]?.running === 0);
    const second = await start();
    const { answer, timeline, stop } = partsOf(second.window);
    await expect(answer).toContainText('The connection broke along the way. This is what the agent made.');
    await expect(timeline).toContainText(/Version \d/);
    await expect(stop).toBeHidden();
    expect(control.calls('run-sse')).toHaveLength(1);
  });
}

test('an export whose submission was on its way when the app died is rendered once', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const first = await start();
  await answerSaveDialog(first.app, join(place.folder, 'the sea.mp4'));
  control.script({ kind: 'generate' });
  await say(first.window, 'Make a video of the sea');
  await expect(partsOf(first.window).timeline).toContainText(/Version \d/);
  await expect(partsOf(first.window).stop).toBeHidden();
  const submitting = control.hold('render-submit');
  await first.window.getByRole('button', { name: 'Export' }).click();
  await submitting.reached;
  await first.kill();
  submitting.release();
  await control.until(() => control.renders().length === 1);

  const second = await start();
  await expect(partsOf(second.window).exports).toContainText('Saved');
  expect(control.renders()).toHaveLength(1);
  expect(control.calls('render-submit')).toHaveLength(1);
});

test('a file that was on its way when the app died is kept, and sent again only by hand', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const first = await start();
  const sending = control.hold('upload');
  await dropFiles(first.window, [sample]);
  await sending.reached;
  await first.kill();
  sending.release();

  const second = await start();
  const { attachments, status } = partsOf(second.window);
  await expect(attachments).toContainText("The upload wasn't finished when Rushes closed.");
  await expect(status).toHaveText('Ready!');
  expect(control.calls('upload')).toHaveLength(1);
  await second.window.getByRole('button', { name: 'Try ocean.mp4 again' }).click();
  await control.waitFor('upload', 2, 'ended');
  await expect(attachments).not.toContainText('Try again');
});
