import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerSaveDialog, openedPages, partsOf, recordPages, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

sharedTest('an expired token is renewed once, and the message arrives once', async ({ shared, control, window }) => {
  const { timeline, answer, stop } = partsOf(window);
  control.script({ kind: 'generate' });
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();

  control.script({ kind: 'text', text: 'The sea is calm now.' });
  const posting = control.hold('run-sse');
  await say(window, 'Make it calm');
  await posting.reached;
  control.expireTokens();
  posting.release();
  await expect(answer).toContainText('The sea is calm now.');
  await expect(stop).toBeHidden();

  expect(control.calls('run-sse').map(({ status }) => status)).toEqual([200, 401, 200]);
  expect(control.sessions().map(({ turns }) => turns)).toEqual([2]);
  expect(control.calls('anonymous-token')).toHaveLength(1);
  const tokens = shared.place.demoCloud.control.calls('anonymous-token');
  expect(tokens.length).toBeGreaterThan(1);
  expect(new Set(tokens.map(({ headers }) => headers['x-client-id'])).size).toBe(1);
});

sharedTest('a token that expires while a render runs costs nothing', async ({ place, control, app, window }) => {
  const { timeline, exports, stop } = partsOf(window);
  await answerSaveDialog(app, join(place.folder, 'the sea.mp4'));
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();

  const rendering = control.hold('render');
  await window.getByRole('button', { name: 'Export' }).click();
  await rendering.reached;
  const polls = control.calls('render-status').length;
  control.expireTokens();
  await control.waitFor('render-status', polls + 3);
  rendering.release();
  await expect(exports).toContainText('Saved');

  expect(control.calls('render-status').filter(({ status }) => status === 401)).toHaveLength(1);
  expect(control.calls('anonymous-token')).toHaveLength(1);
  expect(control.calls('render-submit')).toHaveLength(1);
});

test('without free credits the window says when they come back, and signing in leads on', async ({ place, start }) => {
  const { control } = place.demoCloud;
  control.fault({ on: 'anonymous-token', kind: 'http', status: 429, retryAfter: 5 * 24 * 3600, times: Infinity });
  control.grant('my-own-token');
  const { app, window } = await start();
  const { status, timeline } = partsOf(window);
  await recordPages(app);
  const notice = window.getByRole('alert');
  await expect(notice).toContainText(
    /No free credits left\. They come back on \w+ \d+\. Sign in or register to go on\./,
  );
  await expect(status).toHaveText('No free credits');
  expect(control.calls('anonymous-token')).toHaveLength(1);
  await notice.getByRole('button', { name: 'Sign in or register' }).click();
  await expect.poll(() => openedPages(app)).toHaveLength(1);

  await notice.getByRole('button', { name: 'Enter sign-in code' }).click();
  const code = window.getByLabel('Sign-in code');
  await code.fill('nmv_usr_wrong');
  await code.press('Enter');
  await expect(window.getByText("The Rushes service didn't accept your sign-in.")).toBeVisible();
  await code.fill(' my-own-token ');
  await window.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(window.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(status).toHaveText('Ready!');
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
});

/** All that a page's heap holds. */
async function heapOf(window: Page): Promise<string> {
  const session = await window.context().newCDPSession(window);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return chunks.join('');
}

test('a token of the user is never replaced, and never in a page', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const web = 'https://web.rushes.test';
  const { app, window } = await start({ env: { NEMO_TOKEN: 'nmv_usr_my-own', NEMO_WEB_URL: web } });
  const heap = await heapOf(window);
  expect([heap.includes('NEMO_API_URL'), heap.includes('nmv_usr_my-own')]).toEqual([true, false]);
  const { status, answer, stop, timeline } = partsOf(window);
  await expect(window.getByRole('alert')).toContainText("The Rushes service didn't accept your sign-in.");
  await expect(status).toHaveText('Offline');
  await say(window, 'Make a video of the sea');
  await expect(answer).toContainText("The Rushes service didn't accept your sign-in.");

  control.grant('nmv_usr_my-own');
  await window.getByRole('button', { name: 'Retry' }).click();
  await expect(status).toHaveText('Ready!');
  await answer.getByRole('button', { name: 'Send again' }).click();
  await expect(timeline).toContainText(/Version \d/);
  expect(control.calls('anonymous-token')).toEqual([]);
  expect(new Set(control.log().map(({ headers }) => headers['authorization']))).toEqual(
    new Set(['Bearer nmv_usr_my-own']),
  );

  // Without credits (2001) the owner of a token can top up.
  await expect(stop).toBeHidden();
  await recordPages(app);
  control.fault({ on: 'run-sse', kind: 'envelope', code: 2001 });
  await say(window, 'Make it calm');
  await answer.getByRole('button', { name: 'Top up' }).click();
  await expect.poll(() => openedPages(app)).toEqual([`${web}/`]);
});
