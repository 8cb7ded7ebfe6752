import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { deferred } from '../support/cloud-deferred.ts';
import { openClient, type TestClient } from '../support/cloud-client.ts';
import { collect, event, frames, readPieces, recording, shownTexts, singly } from '../support/cloud-recordings.ts';
import { json, raw, startCloudServer, type Answer, type CloudServer } from '../support/cloud-server.ts';

let server: CloudServer;
let client: TestClient;

async function run(answer: Answer, signal?: AbortSignal): ReturnType<TestClient['cloud']['runTurn']> {
  server = await startCloudServer(answer);
  client = openClient({ url: server.url });
  return client.cloud.runTurn({ sessionId: 's', message: 'm', signal });
}

afterEach(async () => {
  await client.close();
  await server.close();
});

const streams = readdirSync(join(import.meta.dirname, 'recordings')).filter((name) => name.endsWith('.sse'));

/** Sends the head of a stream and leaves the rest to the test. */
function opening(then: (response: Parameters<Answer>[0]) => void): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(frames(event([{ text: 'Half an ' }], { partial: true })), () => then(response));
  };
}

describe('a turn over HTTP', () => {
  it.each(streams)('reads the recording %s as it reads its bytes', async (name) => {
    const turn = await run(raw(recording(name), 'text/event-stream'));
    expect(turn.ok && (await collect(turn.value))).toEqual(await readPieces([recording(name)]));
  });

  it('resolves before the answer is there, and gives events as they come', async () => {
    const written = deferred<Parameters<Answer>[0]>();
    const turn = await run(opening(written.resolve));
    if (!turn.ok) throw new Error(turn.error.kind);
    const events = singly(turn.value);
    expect((await events.next()).value).toEqual({ kind: 'text', index: 0, delta: 'Half an ' });
    (await written.promise).end(frames(event([{ text: 'Half an answer' }])));
    expect((await events.next()).value).toEqual({ kind: 'text', index: 0, delta: 'answer' });
    expect((await events.next()).value).toMatchObject({ kind: 'text-settled' });
    expect((await events.next()).value).toEqual({ kind: 'end', silent: false, broken: false });
  });

  it('keeps the text when the connection breaks, and says so', async () => {
    const turn = await run(opening((response) => response.socket?.resetAndDestroy()));
    const events = turn.ok ? await collect(turn.value) : [];
    expect(shownTexts(events)).toEqual(['Half an ']);
    expect(events.at(-1)).toEqual({ kind: 'end', silent: false, broken: true });
  });

  it('loses nothing that had arrived, however slowly it is read', async () => {
    const broken = deferred<void>();
    const many = Array.from({ length: 500 }, (_, number) => event([{ text: `${number} ` }], { partial: true }));
    const turn = await run((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.socket?.on('close', broken.resolve);
      response.write(frames(...many), () => response.socket?.end());
    });
    await broken.promise;
    const events = turn.ok ? await collect(turn.value) : [];
    expect(shownTexts(events)).toEqual([many.map((_, number) => `${number} `).join('')]);
    expect(events.at(-1)).toMatchObject({ kind: 'end', broken: true });
  });

  it('ends broken when the caller aborts it, and closes the connection', async () => {
    const closed = deferred<void>();
    const stopping = new AbortController();
    const turn = await run(
      opening((response) => response.on('close', closed.resolve)),
      stopping.signal,
    );
    if (!turn.ok) throw new Error(turn.error.kind);
    const events = [];
    for await (const next of singly(turn.value)) {
      events.push(next);
      stopping.abort();
    }
    expect(events.at(-1)).toEqual({ kind: 'end', silent: false, broken: true });
    await closed.promise;
  });

  it('closes the connection when its reader leaves', async () => {
    const closed = deferred<void>();
    const turn = await run(opening((response) => response.on('close', closed.resolve)));
    if (!turn.ok) throw new Error(turn.error.kind);
    for await (const first of singly(turn.value)) {
      expect(first.kind).toBe('text');
      break;
    }
    await closed.promise;
  });

  it('is cancelled when it is aborted before the answer', async () => {
    const stopping = new AbortController();
    expect(await run(() => stopping.abort(), stopping.signal)).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });
});

describe('what is no stream', () => {
  it('is a silent turn when it is empty', async () => {
    const turn = await run((response) => void response.writeHead(200).end());
    expect(turn.ok && (await collect(turn.value))).toEqual([{ kind: 'end', silent: true, broken: false }]);
  });

  it.each([
    ['JSON', json({ code: 0, data: {} }), 'wrong-content-type'],
    ['JSON sent as text', raw('{"code":0}', 'text/plain'), 'wrong-content-type'],
    ['a page', raw('<html>', 'text/html'), 'html'],
    ['a stream under another type', raw(frames(event([{ text: 'x' }])), 'text/plain'), 'malformed-json'],
  ])('is a bad answer when it is %s', async (_, answer, reason) => {
    expect(await run(answer)).toEqual({ ok: false, error: { kind: 'bad-answer', reason } });
  });

  it('is an unknown session when it is the recorded 404', async () => {
    const answer = raw(recording('f-unknown-session.json'), 'application/json', 404);
    expect(await run(answer)).toEqual({ ok: false, error: { kind: 'session-lost' } });
  });

  it('is what its code says, even under 200', async () => {
    expect(await run(json({ code: 2001 }))).toEqual({ ok: false, error: { kind: 'no-credits' } });
  });
});
