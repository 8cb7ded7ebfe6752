import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Cloud } from '../../src/main/api/cloud.ts';
import { fixedTokens, openClient, type TestClient } from '../support/cloud-client.ts';
import { raw, redirect, startCloudServer, type CloudServer } from '../support/cloud-server.ts';

/** Words that may be found nowhere but at the cloud itself: in no header, no body, and no address. */
const canary = {
  token: 'nmv_usr_canary7f3a',
  client: 'client-canary-51d0',
  session: 'session-canary-9b2e',
  task: 'task-canary-c4c4',
  render: 'render_1700000000000',
  words: 'words-canary-e1e1',
  bytes: 'bytes-canary-0d0d',
} as const;
const attributed = ['qwen-video-generation', '1.9.0'];

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes-origin-'));
  file = join(folder, 'clip.mp4');
  await writeFile(file, canary.bytes);
});
afterAll(() => rm(folder, { recursive: true }));

/** Every call there is: a new one does not compile until it is named here. */
const calls: Readonly<Record<keyof Cloud, (cloud: Cloud, at: string) => Promise<unknown>>> = {
  createSession: (cloud) => cloud.createSession({ language: 'en' }),
  claimToken: (cloud) => cloud.claimToken({ sessionId: canary.session, taskId: canary.task }),
  runTurn: (cloud) => cloud.runTurn({ sessionId: canary.session, message: canary.words }),
  uploadFile: async (cloud) => {
    const { size } = await stat(file);
    return cloud.uploadFile({ sessionId: canary.session, path: file, name: 'clip.mp4', bytes: size });
  },
  uploadUrl: (cloud) => cloud.uploadUrl({ sessionId: canary.session, url: `https://example.org/${canary.words}` }),
  credits: (cloud) => cloud.credits({}),
  latestState: (cloud) => cloud.latestState({ sessionId: canary.session }),
  submitRender: (cloud) =>
    cloud.submitRender({ renderId: canary.render, sessionId: canary.session, draft: { words: canary.words } }),
  renderStatus: (cloud) => cloud.renderStatus({ renderId: canary.render }),
  cancelRender: (cloud) => cloud.cancelRender({ renderId: canary.render }),
  download: (cloud, at) =>
    cloud.download({ source: { kind: 'url', url: `${at}/films/a.mp4` }, toFile: join(folder, 'a.mp4') }),
  openFile: async (cloud) => {
    const opened = await cloud.openFile({ source: { kind: 'render', renderId: canary.render } });
    if (opened.ok) opened.value.body.on('error', () => undefined).destroy();
    return opened;
  },
};
const everyCall = [
  ...Object.entries(calls).map(
    ([name, call]) => [name, (client: TestClient, at: string) => call(client.cloud, at)] as const,
  ),
  ['the call for a token', ({ requestToken }: TestClient) => requestToken(canary.client)] as const,
];

let elsewhere: CloudServer;
let server: CloudServer;
let client: TestClient;
beforeEach(async () => {
  elsewhere = await startCloudServer(raw('film', 'video/mp4'));
});
afterEach(async () => {
  await client.close();
  await Promise.all([server.close(), elsewhere.close()]);
});

/** All that anybody else got to see. */
const leaked = (): readonly string[] => {
  const seen = elsewhere.seen.map(
    ({ path, headers, body }) => `${path}\n${JSON.stringify(headers)}\n${body.toString()}`,
  );
  return [...Object.values(canary), ...attributed].filter((secret) => seen.some((text) => text.includes(secret)));
};
const named = (): readonly string[] =>
  elsewhere.seen
    .flatMap(({ headers }) => Object.keys(headers))
    .filter((name) => /^(?:x-|auth|cookie|referer)/.test(name));

const ways: readonly (readonly [string, (to: string) => readonly ReturnType<typeof redirect>[]])[] = [
  ['at once', (to) => [301, 302, 303, 307, 308].map((status) => redirect(status, to))],
  ['after a redirect within the cloud', (to) => [307, 308].map((status) => redirect(status, to))],
];

describe.each(everyCall)('%s', (_name, call) => {
  it.each(ways)('tells another origin nothing when it is led there %s', async (way, answersTo) => {
    for (const answer of answersTo(`${elsewhere.url}/away`)) {
      server = await startCloudServer(...(way === 'at once' ? [answer] : [redirect(307, '/within'), answer]));
      client = openClient({ url: server.url, tokens: fixedTokens(canary.token) });
      await call(client, server.url);
      expect(server.seen.length).toBeGreaterThan(0);
      expect([leaked(), named()]).toEqual([[], []]);
      await client.close();
      await server.close();
    }
  });
});

it('is tested with words that are really sent: the cloud itself sees all of them', async () => {
  server = await startCloudServer(raw('{}', 'application/json'));
  client = openClient({ url: server.url, tokens: fixedTokens(canary.token) });
  for (const [, call] of everyCall) await call(client, server.url);
  const seen = server.seen
    .map(({ path, headers, body }) => path + JSON.stringify(headers) + body.toString())
    .join('\n');
  expect([...Object.values(canary), ...attributed].filter((secret) => !seen.includes(secret))).toEqual([]);
});
