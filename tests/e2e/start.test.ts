import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Fault } from '../../src/demo-cloud/faults.ts';
import { partsOf, say, test } from '../support/desktop.ts';

/** What the page has loaded to play videos: the worker with the media library, and the scripts that come with it. */
async function playersIn(window: Page): Promise<readonly string[]> {
  const scripts = await window.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const workers = window.workers().map((worker) => worker.url());
  return [...scripts.filter((name) => /worker|film|mediabunny/i.test(name)), ...workers];
}

/** react-dom alone is half of it; i18next and the texts of one language are a quarter, the rest is the composer and what it does. */
const mostBytes = 390_000;

test('the first file of the page stays within its budget', async () => {
  const built = resolve(import.meta.dirname, '../../out/renderer');
  const page = await readFile(join(built, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  const sizes = await Promise.all(scripts.map(async (path) => (await stat(join(built, path))).size));
  expect(Math.max(...sizes)).toBeLessThan(mostBytes);
});

test('without a cloud the window opens, says so, rehearses, and connects on demand', async ({ place, start }) => {
  const { control } = place.demoCloud;
  await control.offline();
  const { window } = await start();
  const { status, conversation, answer, stop } = partsOf(window);
  await expect(status).toHaveText('Offline');
  await expect(window.getByRole('alert')).toContainText("Can't reach the Rushes service.");
  // What plays videos is not loaded for one that is not there.
  expect(await playersIn(window)).toEqual([]);

  await test.step('a rehearsal on this computer works', async () => {
    await window.getByRole('button', { name: 'Rehearse offline' }).click();
    await expect(status).toHaveText('Ready!');
    await expect(window.getByText('Rehearsal', { exact: true })).toBeVisible();
    await expect(window.getByRole('alert')).toBeHidden();
    await say(window, 'What can you do for me?');
    await expect(answer).toContainText(/\w{3,}/);
    await expect(stop).toBeHidden();
    expect(control.log()).toEqual([]);
    await window.getByRole('button', { name: 'Leave rehearsal' }).click();
    await expect(window.getByText('Rehearsal', { exact: true })).toBeHidden();
    await expect(conversation.getByRole('article')).toHaveCount(0);
    const onTheService = await window.evaluate("window.rushes.request('rehearsal.faults', {})");
    expect(onTheService).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    await expect(status).toHaveText('Offline');
  });

  // What is typed meanwhile is kept and can be sent later.
  await say(window, 'Make a video of the sea');
  await expect(answer).toContainText("Can't reach the Rushes service.");
  await expect(conversation.getByRole('article', { name: 'You' })).toHaveText('Make a video of the sea');
  await window.getByRole('button', { name: 'Retry' }).click();
  await expect(status).toHaveText('Offline');

  await control.online();
  await window.getByRole('button', { name: 'Retry' }).click();
  await expect(status).toHaveText('Ready!');
  await expect(window.getByRole('alert')).toBeHidden();
  await answer.getByRole('button', { name: 'Send again' }).click();
  await control.waitFor('run-sse', 1, 'ended');
  await expect(window.getByRole('region', { name: 'Timeline' })).toContainText(/Version \d/);
  expect(control.sessions().map(({ turns }) => turns)).toEqual([1]);
  expect(control.calls('anonymous-token')).toHaveLength(1);
  await expect.poll(() => playersIn(window)).not.toEqual([]);
});

test('the window does not wait for the cloud', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const asking = control.hold('anonymous-token');
  const { window } = await start();
  const { status, conversation, timeline } = partsOf(window);
  await asking.reached;
  await expect(status).toHaveText('Connecting…');
  await say(window, 'Make a video of the sea');
  await expect(conversation.getByRole('article', { name: 'You' })).toContainText('Make a video of the sea');

  asking.release();
  await expect(status).toHaveText('Ready!');
  await expect(timeline).toContainText(/Version \d/);
  expect(control.sessions().map(({ turns }) => turns)).toEqual([1]);
});

const unreadable = "Rushes couldn't read the answer from the service.";
const troubled = 'The service is having problems.';
const tooLong = 'The Rushes service took too long to answer.';
/** No two neighbours say the same, so that each is seen to have come. */
const badAnswers = [
  ['a page instead of JSON', { kind: 'html' }, unreadable],
  ['a 500', { kind: 'http', status: 500 }, troubled],
  ['broken JSON', { kind: 'malformed-json' }, unreadable],
  ['the page of a gateway', { kind: 'http', status: 502, html: true }, troubled],
  ['no answer at all', { kind: 'empty-body' }, unreadable],
  ['nothing but a broken connection', { kind: 'refuse' }, 'The connection broke before the answer was complete.'],
  ['JSON of another shape', { kind: 'json' }, unreadable],
] as const satisfies readonly (readonly [name: string, fault: Fault, says: string])[];

test.describe('with little patience', () => {
  test.use({ timings: { answerMs: 1500 } });
  for (const call of ['anonymous-token', 'credits'] as const)
    test(`at the start ${call} gives nothing of use, whenever it is asked, and then does`, async ({ place, start }) => {
      const { control } = place.demoCloud;
      const answerWith = (fault: Fault): void => {
        control.clear();
        // A question that changes nothing is asked twice when its connection dies.
        control.fault({ ...fault, on: call, times: 2 });
      };
      answerWith(badAnswers[0][1]);
      const { window } = await start();
      const { status } = partsOf(window);
      const retry = window.getByRole('button', { name: 'Retry' });
      const answers =
        call === 'credits' ? [...badAnswers, ['silence', { kind: 'stall' }, tooLong] as const] : badAnswers;
      for (const [index, [name, fault, says]] of answers.entries())
        await test.step(name, async () => {
          if (index > 0) answerWith(fault);
          if (index > 0) await retry.click();
          await expect(window.getByRole('alert')).toContainText(says);
          await expect(status).toHaveText('Offline');
        });
      control.clear();
      await retry.click();
      await expect(status).toHaveText('Ready!');
    });

  // A token that was given and never arrived is spent: nothing comes after it.
  test('at the start anonymous-token says nothing', async ({ place, start }) => {
    place.demoCloud.control.fault({ on: 'anonymous-token', kind: 'stall', times: Infinity });
    const { window } = await start();
    await expect(window.getByRole('alert')).toContainText(tooLong);
    await expect(partsOf(window).status).toHaveText('Offline');
  });
});
