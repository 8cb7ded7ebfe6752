import { expect } from '@playwright/test';
import { partsOf, say, test } from '../support/desktop.ts';

const nothing = 'There is nothing to export yet. Generate something first.';

test('an empty project has nothing to export', async ({ place, start }) => {
  const { control } = place.studio;
  const { window } = await start();
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
  test(`a draft that is ${name}`, async ({ place, start }) => {
    const { control } = place.studio;
    const { window } = await start();
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

test('a state that cannot be read leaves the answer, and is asked for again', async ({ place, start }) => {
  const { control } = place.studio;
  const { window } = await start();
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
