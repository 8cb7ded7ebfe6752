import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { openClient } from '../support/cloud-client.ts';
import { collect, readPieces, recording } from '../support/cloud-recordings.ts';
import { raw, startCloudServer, type Answer, type CloudServer } from '../support/cloud-server.ts';

let closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

async function serve(
  answer: Answer,
  answerMs?: number,
): Promise<{ readonly server: CloudServer; readonly client: ReturnType<typeof openClient> }> {
  const server = await startCloudServer(answer);
  const client = openClient({ url: server.url, ...(answerMs === undefined ? {} : { answerMs }) });
  closers.push(server.close, () => client.close());
  return { server, client };
}

const gzip = { 'content-encoding': 'gzip' };

describe('a body that was compressed on the way', () => {
  it('is read all the same', async () => {
    const body = gzipSync(JSON.stringify({ code: 0, data: { available: 7 } }));
    const { client } = await serve(raw(body, 'application/json', 200, gzip));
    expect(await client.cloud.credits({})).toMatchObject({ ok: true, value: { available: 7 } });
  });

  it('is read as a stream', async () => {
    const bytes = recording('g-think-stream.sse');
    const { client } = await serve(raw(gzipSync(bytes), 'text/event-stream', 200, gzip));
    const turn = await client.cloud.runTurn({ sessionId: 's', message: 'm' });
    expect(turn.ok && (await collect(turn.value))).toEqual(await readPieces([bytes]));
  });

  it('is interrupted when it is cut off', async () => {
    const body = gzipSync(JSON.stringify({ code: 0, data: { available: 7 } })).subarray(0, 20);
    const { client } = await serve(raw(body, 'application/json', 200, gzip));
    expect(await client.cloud.credits({})).toEqual({ ok: false, error: { kind: 'interrupted' } });
  });
});

describe('time limits', () => {
  it('end a call that is not answered', async () => {
    const { client } = await serve(() => undefined, 10);
    expect(await client.cloud.credits({})).toEqual({ ok: false, error: { kind: 'timed-out' } });
  });

  it('end a call whose answer stops in the middle', async () => {
    const stops: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"code":');
    };
    const { client } = await serve(stops, 10);
    expect(await client.cloud.credits({})).toEqual({ ok: false, error: { kind: 'timed-out' } });
  });
});

describe('an answer without end', () => {
  it('is given up', async () => {
    const endless: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => void response.write(' '.repeat(1024 * 1024));
      response.on('drain', more);
      more();
    };
    const { client } = await serve(endless);
    const tooLarge = { ok: false, error: { kind: 'bad-answer', reason: 'too-large' } };
    expect(await client.cloud.credits({})).toEqual(tooLarge);
  });
});
