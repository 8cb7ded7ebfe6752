import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHead } from '../../src/main/api/head.ts';
import { directNetwork } from '../support/cloud-client.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = (address: string, mayAsk: (url: URL) => boolean = () => true, headMs = 5_000) => {
  return createHead({ network: directNetwork('127.0.0.1', 1_000), timings: { headMs }, mayAsk })(new URL(address));
};

describe('asking somebody else about an address', () => {
  it('tells type and size, and says nothing of who asks', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      seen.push(request.method, request.url, request.headers['authorization'], request.headers['x-skill-source']);
      response.writeHead(200, { 'content-type': 'Video/MP4; codecs="avc1"', 'content-length': '123' }).end();
    });
    expect(await ask(`${url}/a%20b.mp4?x=1`)).toEqual({ status: 200, contentType: 'video/mp4', contentLength: 123 });
    expect(seen).toEqual(['HEAD', '/a%20b.mp4?x=1', undefined, undefined]);
  });

  it('follows redirects, but not to where nobody may ask', async () => {
    const target = await serve((_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end());
    const url = await serve((_request, response) => response.writeHead(302, { location: `${target}/b.png` }).end());
    expect(await ask(url)).toMatchObject({ status: 200, contentType: 'image/png', contentLength: null });
    expect(await ask(url, ({ origin }) => origin === url)).toBeNull();
  });

  it('ends a circle of redirects', async () => {
    const url = await serve((_request, response) => response.writeHead(307, { location: '/again' }).end());
    expect(await ask(url)).toBeNull();
  });

  it('gives the refusal of a server that does not answer this question', async () => {
    const url = await serve((_request, response) => response.writeHead(405).end());
    expect(await ask(url)).toMatchObject({ status: 405 });
  });

  it('does not wait for a server that says nothing', async () => {
    const url = await serve(() => undefined);
    expect(await ask(url, undefined, 50)).toBeNull();
  });

  it('takes a broken connection for no answer', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await ask(url)).toBeNull();
  });
});
