import { expect } from '@playwright/test';
import { partsOf, say } from '../support/desktop.ts';
import { sharedTest as test } from '../support/shared-app.ts';

const nothing = 'There is nothing to export yet. Generate something first.';

test('an empty project has nothing to export', async ({ control, window }) => {
  const { answer, exports } = partsOf(window);
  await say(window, 'export');
  await expect(answer).toContainText(nothing);
  const button = window.getByRole('button', { name: 'Export' });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription('There is nothing to export yet. Make a video first.');
  await say(window, 'status');
  await expect(answer).toContainText('There is nothing on the timeline yet.');
  await expect(exports).toHaveCount(0);
  for (const call of ['create-session', 'run-sse', 'render-submit'] as const) expect(control.calls(call)).toEqual([]);
});

/** Others are for the units of the parser. */
const strangeDrafts: readonly (readonly [name: string, draft: unknown])[] = [
  ['null', null],
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

const nested = (levels: number): unknown => JSON.parse(`${'{"m":'.repeat(levels)}1${'}'.repeat(levels)}`);

/** What no editor writes; what the timeline and the player say of it; and how many pieces are listed, at most those near the view. */
const hostileDrafts = (url: string) => {
  const clip = (more: object) => ({ m: { name: 'city', url }, ...more });
  const many = (length: number, piece: (at: number) => object) => Array.from({ length }, (_, at) => piece(at));
  const backwards = clip({ s: 4000, d: 1000, speed: -2, clip: { alpha: -1, scale: { x: -3 } } });
  return [
    {
      what: 'negative times',
      draft: { t: [{ tt: 0, sg: [clip({ s: -5000, d: 2000 }), clip({ s: 1000, d: -3000 }), backwards] }] },
      says: ['city +2 (0-5s)', '0:05.0', 3],
    },
    {
      what: 'huge numbers',
      draft: {
        d: 1e300,
        m: { width: 1e9, height: -1 },
        t: [{ tt: 0, sg: [clip({ s: 1e15, d: 1e15 }), clip({ d: 3000 })] }],
      },
      says: ['city +1 (0-3s)', '0:03.0', 2],
    },
    {
      what: 'numbers that are none',
      draft: {
        d: 'NaN',
        fps: 'Infinity',
        t: [{ tt: '0', sg: [clip({ s: 'NaN', d: '2e3' }), clip({ d: 'Infinity' })] }],
      },
      says: ['city +1 (0-2s)', '0:02.0', 2],
    },
    {
      what: 'pieces over each other, and a gap of an hour',
      draft: {
        t: [
          { tt: 0, sg: [...many(40, (at) => clip({ s: (at % 4) * 500, d: 2500 })), clip({ s: 3_600_000, d: 1000 })] },
        ],
      },
      says: ['city +40 (0-3601s)', '1:00:01.0', 41],
    },
    {
      what: 'no lengths',
      draft: {
        t: [
          { tt: 0, sg: [clip({}), clip({ s: 1000 })] },
          { tt: 7, sg: [{ m: { text: 'Hi' } }] },
        ],
      },
      says: ['"Hi" (0-0s)', '0:00.0', 3],
    },
    {
      what: 'ten thousand pieces',
      draft: {
        t: [
          { tt: 0, sg: many(5000, (at) => clip({ s: at * 200, d: 200 })) },
          { tt: 7, sg: many(5000, (at) => ({ s: at * 200, d: 100, m: { text: `T${at}` } })) },
        ],
      },
      says: ['city +4999 (0-1000s)', '16:40.0', 200],
    },
    {
      what: 'objects deep inside each other, and other types everywhere',
      draft: {
        d: [],
        m: 'x',
        fps: {},
        more: nested(90),
        t: [
          { tt: {}, sg: [{ s: {}, d: [], m: 7 }] },
          {
            tt: 0,
            sg: [
              { d: 2000, m: { url: 5, name: {}, volume: 'loud' }, clip: 'no', speed: [] },
              clip({ d: 1000, text: 5 }),
            ],
          },
        ],
      },
      says: ['untitled +1 (0-3s)', '0:03.0', 3],
    },
  ] as const;
};

test('hostile drafts are shown as far as they say something, and the window goes on answering', async ({
  control,
  window,
  fresh,
}) => {
  const { answer, stop, timeline } = partsOf(window);
  const preview = window.getByRole('region', { name: 'Preview' });
  const seek = preview.getByRole('slider', { name: 'Seek' });
  for (const { what, draft, says } of hostileDrafts(fresh('city.mp4'))) {
    const [summary, length, pieces] = says;
    await test.step(what, async () => {
      control.clear();
      control.fault({ on: 'state', kind: 'draft', value: draft, times: Infinity });
      control.script({ kind: 'spoken' });
      await say(window, `Show ${what}`);
      await expect(timeline).toContainText(summary);
      await expect(stop).toBeHidden();
      await expect(timeline.getByRole('option')).toHaveCount(pieces);
      await expect(seek).toHaveAttribute('aria-valuetext', new RegExp(` of ${length}$`));
    });
  }
  await preview.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await seek.inputValue())).toBeGreaterThan(2.5);
  await say(window, 'status');
  await expect(answer).toContainText('untitled +1 (0-3s)');

  // What nests without an end is not read at all: the video stays as it was, and the answer can be stopped.
  control.clear();
  control.fault({ on: 'state', kind: 'draft', value: { t: nested(3000) }, times: Infinity });
  control.script({ kind: 'spoken' });
  await say(window, 'Go deeper');
  await expect(answer).toContainText(/\w{3,}/);
  await stop.click();
  await expect(stop).toBeHidden();
  await expect(timeline).toContainText('untitled +1 (0-3s)');
});

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
    const edit = answers.filter({ hasText: 'The connection broke along the way' });
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
