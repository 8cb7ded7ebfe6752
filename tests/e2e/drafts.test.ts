import { expect } from '@playwright/test';
import { partsOf, say } from '../support/desktop.ts';
import { sharedTest as test } from '../support/shared-app.ts';

const nothing = 'There is nothing to export yet. Generate something first.';

test('an empty project has nothing to export', async ({ control, window }) => {
  const { answer, exports } = partsOf(window);
  await say(window, 'export');
  await expect(answer).toContainText(nothing);
  await window.getByRole('button', { name: 'Export' }).click();
  await expect(window.getByRole('alert')).toContainText(nothing);
  await window.getByRole('button', { name: 'Dismiss' }).click();
  await say(window, 'status');
  await expect(answer).toContainText('There is nothing on the timeline yet.');
  await expect(exports).toHaveCount(0);
  for (const call of ['create-session', 'run-sse', 'render-submit'] as const) expect(control.calls(call)).toEqual([]);
});

const strangeDrafts: readonly (readonly [name: string, draft: unknown])[] = [
  ['null', null],
  ['a text', 'three tracks'],
  ['a number', 3],
  ['a list', [1, 2, 3]],
  ['no object of ours', { tracks: 'three' }],
  ['tracks that are none', { t: 'three' }],
  ['tracks of null', { t: [null, 3, 'track', []] }],
  ['segments that are none', { t: [{ tt: 0, sg: 'one' }, { tt: 7, sg: null }, { tt: 'x' }] }],
];

for (const [name, value] of strangeDrafts) {
  test(`a draft that is ${name}`, async ({ control, window }) => {
    const { answer, stop, timeline } = partsOf(window);
    control.fault({ on: 'state', kind: 'draft', value, times: Infinity });
    control.script({ kind: 'spoken' });
    await say(window, 'Make a video of the sea');
    await expect(answer).toContainText(/\w{3,}/);
    await expect(stop).toBeHidden();
    await expect(timeline).toContainText('Clips, music and titles line up here.');
    await say(window, 'export');
    await expect(answer).toContainText(nothing);
    expect(control.calls('render-submit')).toEqual([]);

    // As soon as the cloud makes sense again, so does the timeline.
    control.clear();
    control.script({ kind: 'silent', edits: [{ kind: 'set-title', text: 'Paradise Found' }] });
    await say(window, "Add a title 'Paradise Found'");
    await expect(timeline).toContainText('Paradise Found');
    await expect(answer).toContainText('Paradise Found');
  });
}

test('a state that cannot be read leaves the answer, and is asked for again', async ({ control, window }) => {
  const { answer, stop, timeline } = partsOf(window);
  control.fault({ on: 'state', kind: 'malformed-json' });
  control.fault({ on: 'state', kind: 'html' });
  control.script({ kind: 'generate' });
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  await expect(answer.getByRole('list', { name: 'Changes' })).toContainText('Clip added');
  expect(control.calls('run-sse')).toHaveLength(1);
});

test('who reads the state while an edit runs takes nothing from it: its change is told, and charged once', async ({
  control,
  window,
  shared,
}) => {
  const { conversation, stop, timeline } = partsOf(window);
  const answers = conversation.getByRole('article', { name: 'Agent' });
  const titled = (text: string) =>
    control.until(() => control.sessions().some(({ id }) => JSON.stringify(control.draft(id)).includes(text)));
  // Whoever asks gets other signatures: they are no change.
  control.fault({ on: 'state', kind: 'signed', times: Infinity });
  const ocean = { name: 'ocean', url: `${shared.place.demoCloud.url}/files/samples/ocean.mp4`, durationMs: 10_000 };
  control.script({ kind: 'text', text: 'Here it is.', edits: [{ kind: 'place-clips', clips: [ocean] }] });
  await say(window, 'Show me the sea');
  await expect(stop).toBeHidden();
  await expect(timeline).toContainText('Version 1');

  await test.step('during the answer', async () => {
    const ending = control.hold('run-sse', { frames: 1 });
    control.script({ kind: 'text', text: 'It is named.', edits: [{ kind: 'set-title', text: 'Paradise Found' }] });
    await say(window, "add a title 'Paradise Found'");
    await titled('Paradise Found');
    await say(window, 'status');
    await expect(timeline).toContainText('Paradise Found');
    ending.release();
    await expect(stop).toBeHidden();
    const edit = answers.filter({ hasText: 'It is named.' });
    await expect(edit.getByRole('list', { name: 'Changes' })).toContainText('Paradise Found');
    await expect(edit).not.toContainText(/No change to the timeline|Charged, no result/);
  });

  await test.step('during a recovery', async () => {
    control.fault({ on: 'run-sse', kind: 'reset', afterFrames: 1 });
    control.script({ kind: 'text', text: 'It is lost.', edits: [{ kind: 'set-title', text: 'Paradise Lost' }] });
    await say(window, "name it 'Paradise Lost'");
    await titled('Paradise Lost');
    await say(window, 'status');
    await expect(stop).toBeHidden();
    const edit = answers.filter({ hasText: 'The connection was lost on the way' });
    await expect(edit.getByRole('list', { name: 'Changes' })).toContainText('Paradise Lost');
  });

  await test.step('a question afterwards changes nothing, although all addresses are signed anew', async () => {
    control.script({ kind: 'text', text: 'It is ten seconds long.' });
    await say(window, 'How long is it?');
    await expect(answers.last()).toContainText('No change to the timeline');
    await expect(timeline).toContainText('Version 3');
  });
  expect(control.calls('run-sse')).toHaveLength(4);
});
