import { expect } from '@playwright/test';
import { answerChunks, answerFrames } from '../support/bench-body.ts';
import { partsOf, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

const unreadable = "Rushes couldn't read the answer from the service.";
sharedTest('a message is answered with a page in place of a stream', async ({ control, window }) => {
  const { conversation, answer, message, stop, timeline } = partsOf(window);
  control.fault({ on: 'run-sse', kind: 'html' });
  await say(window, 'Make a video of the sea');
  await expect(answer).toContainText(unreadable);
  await expect(stop).toBeHidden();
  await expect(conversation.getByRole('article', { name: 'You' })).toHaveText('Make a video of the sea');
  await expect(message).toBeEnabled();
  expect(control.calls('run-sse')).toHaveLength(1);

  await say(window, 'Make a video of the sea, please');
  await expect(timeline).toContainText(/Version \d/);
  expect(control.calls('run-sse')).toHaveLength(2);
});

sharedTest('a true stream under the wrong type is not shown, but what it did is', async ({ control, window }) => {
  const { answer, timeline } = partsOf(window);
  control.fault({ on: 'run-sse', kind: 'content-type', value: 'text/html' });
  control.script({ kind: 'generate' });
  await say(window, 'Make a video of the sea');
  await expect(answer).toContainText(unreadable);
  await expect(answer.getByRole('list', { name: 'Changes' })).toContainText('Clip added');
  await expect(timeline).toContainText(/Version \d/);
  expect(control.calls('run-sse')).toHaveLength(1);
});

sharedTest('an error behind some text stands beneath it', async ({ control, window }) => {
  const { answer, stop } = partsOf(window);
  control.script({ kind: 'error', form: 'after-chunks' });
  await say(window, 'Make a video of the sea');
  await expect(answer).toHaveText(
    /^Let me think about this for a moment\s*The agent couldn't finish this\.\s*Send again/,
  );
  await expect(stop).toBeHidden();
  expect(control.calls('run-sse')).toHaveLength(1);

  await answer.getByRole('button', { name: 'Send again' }).click();
  await control.waitFor('run-sse', 2, 'ended');
  await expect(partsOf(window).timeline).toContainText(/Version \d/);
});

sharedTest('a connection that breaks in the middle: the state tells what was done', async ({ control, window }) => {
  const { answer, stop, timeline } = partsOf(window);
  control.fault({ on: 'run-sse', kind: 'reset', afterFrames: 3 });
  control.script({ kind: 'generate' });
  const reading = control.hold('state');
  await say(window, 'Make a video of the sea');
  await reading.reached;
  await expect(answer).toContainText('The connection broke. Checking what the agent made… (1 of 5)');
  await expect(stop).toBeVisible();
  reading.release();
  await expect(answer).toContainText('The connection broke along the way. This is what the agent made.');
  await expect(answer).not.toContainText('Checking what the agent made…');
  await expect(answer.getByRole('list', { name: 'Changes' })).toContainText('Clip added');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  expect(control.calls('run-sse')).toHaveLength(1);
});

sharedTest('a connection that breaks, and nobody can tell what became of it', async ({ control, window }) => {
  const { answer, conversation } = partsOf(window);
  control.fault({ on: 'run-sse', kind: 'reset', afterFrames: 2 });
  control.script({ kind: 'text', text: 'The sea it is, then: wide, blue and calm, for as long as you like.' });
  await say(window, 'What shall we do?');
  await expect(answer).toContainText("We couldn't confirm whether this edit was made. It may have been charged.");
  await expect(answer).toContainText('The sea');
  expect(control.calls('state')).toHaveLength(5);
  expect(control.calls('run-sse')).toHaveLength(1);

  await answer.getByRole('button', { name: 'Send again' }).click();
  await expect(conversation.getByRole('article', { name: 'You' })).toHaveCount(2);
  await control.waitFor('run-sse', 2, 'ended');
});

sharedTest('"Stop" ends the reading; the text stays, and the next message works', async ({ control, window }) => {
  const { answer, stop, timeline } = partsOf(window);
  const streaming = control.hold('second-stage');
  control.script({ kind: 'generate' });
  await say(window, 'Make a video of the sea');
  await streaming.reached;
  await expect(answer).toContainText(/\w{3,}/);
  await stop.click();
  await expect(answer).toContainText('Stopped. The agent may still finish this and charge for it.');
  await expect(stop).toBeHidden();
  await control.waitFor('run-sse', 1, 'ended');
  streaming.release();

  control.script({ kind: 'text', text: 'Here I am.', edits: [{ kind: 'set-title', text: 'Sea' }] });
  await say(window, 'Call it Sea');
  await expect(answer).toContainText('Here I am.');
  await expect(timeline).toContainText('Sea');
  expect(control.calls('run-sse')).toHaveLength(2);
});

sharedTest(
  'an answer that comes faster than it can be drawn is shown to its end, and stays so',
  async ({ control, window }) => {
    const { answer, stop } = partsOf(window);
    const chunks = answerChunks(2000, 50);
    control.script({ kind: 'frames', frames: answerFrames(chunks) });
    await say(window, 'Tell me of the sea');
    await expect(answer).toContainText(chunks.at(-1)?.trim() ?? '');
    await expect(stop).toBeHidden();
    const words = (text: string | null) => text?.replaceAll(/\*\*|\s/g, '') ?? '';
    const all = words(chunks.join(''));
    expect(words(await answer.textContent())).toContain(all);

    await window.reload();
    await expect.poll(async () => words(await answer.textContent())).toContain(all);
  },
);

sharedTest('messages sent meanwhile wait for their turn', async ({ control, window }) => {
  const { conversation, answer, stop } = partsOf(window);
  const streaming = control.hold('run-sse', { frames: 1 });
  control.script({ kind: 'text', text: 'First answer.' });
  control.script({ kind: 'text', text: 'Second answer.' });
  await say(window, 'The first message');
  await streaming.reached;
  await say(window, 'The second message');
  await expect(conversation.getByText('Queued')).toBeVisible();
  expect(control.calls('run-sse')).toHaveLength(1);
  streaming.release();
  await expect(answer).toContainText('Second answer.');
  await expect(stop).toBeHidden();
  await expect(conversation.getByRole('article')).toHaveText([
    'The first message',
    /^First answer\./,
    'The second message',
    /^Second answer\./,
  ]);
});

test.describe('a head that is held back', () => {
  test.use({ timings: { stillWorkingMs: 400, turnMaxMs: 1_500 } });

  test('does not leave the message waiting for ever', async ({ place, start }) => {
    const { control } = place.demoCloud;
    const { window } = await start();
    const { answer, timeline } = partsOf(window);
    control.fault({ on: 'run-sse', kind: 'late-head' });
    control.script({ kind: 'text', text: 'Too late.', edits: [{ kind: 'set-title', text: 'Sea' }] });
    const head = control.hold('run-sse', { frames: 0 });
    const asking = control.hold('state');
    await say(window, 'Call it Sea');
    await head.reached;
    await expect(answer).toContainText('Still working…');
    await asking.reached;
    await expect(answer).toContainText('(1 of 5)');
    head.release();
    await control.waitFor('run-sse', 1, 'ended');
    asking.release();
    await expect(timeline).toContainText('Sea');
    expect(control.calls('run-sse')).toHaveLength(1);
  });
});
