import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerSaveDialog, partsOf, say, test } from '../support/desktop.ts';

test('an expired token is renewed once, and the message arrives once', async ({ place, start }) => {
  const { control } = place.studio;
  const { window } = await start();
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
  const tokens = control.calls('anonymous-token');
  expect(tokens).toHaveLength(2);
  expect(new Set(tokens.map(({ headers }) => headers['x-client-id'])).size).toBe(1);
});

test('a token that expires while a render runs costs nothing', async ({ place, start }) => {
  const { control } = place.studio;
  const { app, window } = await start();
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
  expect(control.calls('anonymous-token')).toHaveLength(2);
  expect(control.calls('render-submit')).toHaveLength(1);
});

test('a token of the user is never replaced', async ({ place, start }) => {
  const { control } = place.studio;
  const { window } = await start({ env: { NEMO_TOKEN: 'nmv_usr_my-own' } });
  const { status, answer, timeline } = partsOf(window);
  await expect(window.getByRole('alert')).toContainText('The cloud did not accept your access token.');
  await expect(status).toHaveText('Offline');
  await say(window, 'Make a video of the sea');
  await expect(answer).toContainText('The cloud did not accept your access token.');

  control.grant('nmv_usr_my-own');
  await window.getByRole('button', { name: 'Retry' }).click();
  await expect(status).toHaveText('Ready!');
  await answer.getByRole('button', { name: 'Send again' }).click();
  await expect(timeline).toContainText(/Version \d/);
  expect(control.calls('anonymous-token')).toEqual([]);
  expect(new Set(control.log().map(({ headers }) => headers['authorization']))).toEqual(
    new Set(['Bearer nmv_usr_my-own']),
  );
});
