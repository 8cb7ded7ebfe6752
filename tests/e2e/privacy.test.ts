import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerSaveDialog, dropFiles, partsOf, type Place, say, test } from '../support/desktop.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');

/** Keeps all events that come into the window from now on. */
async function keepEvents(page: Page): Promise<void> {
  await page.evaluate(() => {
    const crossed: unknown[] = [];
    Object.assign(globalThis, { crossed });
    window.rushes.on((events) => crossed.push(...events));
  });
}

/** Everything that main lets the window see: the events kept, what requests answer, the page, what it stores. */
async function allThatCrossed(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const snapshot = await window.rushes.request('app.subscribe', {});
    if (!snapshot.ok) throw new Error('no snapshot');
    const answers = [
      snapshot,
      await window.rushes.request('project.open', { projectId: snapshot.data.openProjectId }),
      await window.rushes.request('credits.refresh', {}),
    ];
    const { crossed } = globalThis as unknown as { readonly crossed: unknown };
    const stored = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    return [JSON.stringify(answers), JSON.stringify(crossed), document.documentElement.outerHTML, ...stored].join('\n');
  });
}

/** All that a page's memory holds. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return chunks.join('');
}

/** What a user would put into a report. */
async function diagnosticsOf(page: Page): Promise<string> {
  const answer = await page.evaluate(() => window.rushes.request('app.diagnostics', {}));
  if (!answer.ok) throw new Error('no diagnostics');
  return answer.data.text;
}

/** As it stands in a text, in an address, and in a database or a memory that writes two bytes for each letter. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret, 'utf16le').toString('latin1'),
];

async function profileFiles(place: Place): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(place.userData, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (path) => [path, await readFile(path, 'latin1')] as const)));
}

test('no token, id, address or raw answer leaves main', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const { app, window } = await start();
  const { status, answer, stop, exports, timeline, attachments } = partsOf(window);
  await keepEvents(window);
  await expect(status).toHaveText('Ready!');
  await answerSaveDialog(app, join(place.folder, 'the sea.mp4'));

  await dropFiles(window, [sample]);
  await control.waitFor('upload', 1, 'ended');
  await expect(attachments).toContainText('ocean.mp4');
  control.script({ kind: 'generate' });
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  control.script({ kind: 'error', form: 'error-details' });
  await say(window, 'Make it calm');
  await expect(answer).toContainText("The agent couldn't finish this.");
  await window.getByRole('button', { name: 'Export' }).click();
  await expect(exports).toContainText('Saved');

  const log = control.log();
  const bearers = log.map(({ headers }) => headers['authorization'] ?? '').filter((bearer) => bearer !== '');
  const tokens = [...new Set(bearers.map((bearer) => bearer.replace('Bearer ', '')))];
  const clientIds = [...new Set(log.map(({ headers }) => headers['x-client-id'] ?? ''))].filter((id) => id !== '');
  expect([tokens.length, clientIds.length]).toEqual([1, 1]);

  for (const { headers, path } of log) {
    expect(headers).toMatchObject({
      'x-skill-source': 'qwen-video-generation',
      'x-skill-version': expect.stringMatching(/^\d+\.\d+/),
      'x-skill-platform': expect.stringMatching(/\w/),
    });
    expect(path).not.toContain(tokens[0]);
    expect(path).not.toContain('nmv_usr_');
  }

  const secrets = [
    ...tokens,
    ...clientIds,
    ...control.sessions().flatMap(({ id, taskId }) => [id, taskId]),
    ...control.renders().map(({ id }) => id),
    new URL(place.demoCloud.url).host,
    place.folder,
    'model service is overloaded',
    'run_sse',
  ];
  const crossed = await allThatCrossed(window);
  expect(crossed).toContain('Make a video of the sea');
  expect(secrets.filter((secret) => crossed.includes(secret))).toEqual([]);

  const files = await profileFiles(place);
  const logs = [...files].filter(([path]) => path.includes('logs')).map(([, text]) => text);
  expect(secrets.filter((secret) => logs.some((text) => text.includes(secret)))).toEqual([]);
  const holds = (text: string): boolean => formsOf(tokens[0] ?? '-').some((form) => text.includes(form));
  expect([...files].filter(([, text]) => holds(text)).map(([path]) => path)).toEqual([]);
  const heap = await heapOf(window);
  expect(heap).toContain('Make a video of the sea');
  expect([holds(heap), holds(await diagnosticsOf(window))]).toEqual([false, false]);
});

test('a token of the user’s own is in its place, and nowhere else', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const token = 'canary-9f3b-of-the-user';
  control.grant(token);
  const first = await start();
  const { status, timeline, stop } = partsOf(first.window);
  await expect(status).toHaveText('Ready!');
  await keepEvents(first.window);
  const signedIn = await first.window.evaluate(
    (given) => window.rushes.request('account.signIn', { token: given }),
    token,
  );
  expect(signedIn).toEqual({ ok: true, data: null });
  await say(first.window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  expect(control.calls('run-sse').at(-1)?.headers['authorization']).toBe(`Bearer ${token}`);
  const holds = (text: string): boolean => formsOf(token).some((form) => text.includes(form));
  expect(holds(await allThatCrossed(first.window))).toBe(false);
  expect(holds(await diagnosticsOf(first.window))).toBe(false);
  await first.close();

  // The page that it was typed into is gone.
  const again = await start();
  await expect(partsOf(again.window).status).toHaveText('Ready!');
  await say(again.window, 'Make it calm');
  await expect.poll(() => control.calls('run-sse').at(-1)?.headers['authorization']).toBe(`Bearer ${token}`);
  await expect(partsOf(again.window).stop).toBeHidden();
  expect(holds(await heapOf(again.window))).toBe(false);
  const files = await profileFiles(place);
  expect([...files].filter(([, text]) => holds(text)).map(([path]) => path)).toEqual([]);
  expect([...files.keys()].filter((path) => /sign-in-[0-9a-f]+\.json$/.test(path))).toHaveLength(1);
  expect(control.log().filter(({ path, body }) => holds(path) || holds(JSON.stringify(body)))).toEqual([]);
});
