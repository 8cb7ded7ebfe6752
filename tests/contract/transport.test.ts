import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createDispatcher, type Route } from '../../src/main/cloud/dispatcher.ts';
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

/** A proxy that lets tunnels through, or refuses them, and counts them. */
async function startProxy(status: number): Promise<{ readonly url: string; readonly tunnels: readonly string[] }> {
  const tunnels: string[] = [];
  const proxy: Server = createServer();
  proxy.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '');
    socket.on('error', () => undefined);
    if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    target.on('error', () => socket.destroy());
    return socket.pipe(target).pipe(socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, tunnels };
}

describe('a proxy', () => {
  const get = async (route: Route, origin: string): Promise<number> => {
    const dispatcher = createDispatcher(route, { connectMs: 5000 });
    closers.push(() => dispatcher.destroy());
    const { statusCode, body } = await dispatcher.request({ origin, path: '/', method: 'GET' });
    await body.dump();
    return statusCode;
  };
  const routes = (url: string): readonly (readonly [string, Route])[] => [
    ['chosen by the user', { kind: 'proxy', url }],
    ['of the environment', { kind: 'environment', env: { HTTPS_PROXY: url, HTTP_PROXY: url } }],
    ['of the environment in small letters', { kind: 'environment', env: { https_proxy: url, http_proxy: url } }],
  ];

  it('takes the traffic to the cloud', async () => {
    const { url, tunnels } = await startProxy(407);
    for (const [, route] of routes(url)) await expect(get(route, 'https://cloud.example.com')).rejects.toThrow();
    expect(tunnels).toEqual(Array(3).fill('cloud.example.com:443'));
  });

  it('is not asked for this computer, nor where NO_PROXY says so', async () => {
    const { url, tunnels } = await startProxy(407);
    const { server } = await serve(raw('', 'text/plain'));
    for (const [, route] of routes(url)) expect(await get(route, server.url)).toBe(200);
    const env = { HTTPS_PROXY: url, NO_PROXY: 'cloud.invalid' };
    await expect(get({ kind: 'environment', env }, 'https://cloud.invalid')).rejects.toThrow();
    expect(tunnels).toEqual([]);
  });
});
