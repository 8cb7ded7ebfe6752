import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DemoControl } from '../../src/demo-cloud/demo-cloud.ts';

/**
 * Calls `tick` with 0, 1, … `count - 1`, `everyMs` apart on the average: a late one is made up for. Resolves after the last.
 */
export function beat(count: number, everyMs: number, tick: (index: number) => void): Promise<void> {
  const startedAt = Date.now();
  let next = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(count, Math.floor((Date.now() - startedAt) / everyMs) + 1);
      while (next < due) tick(next++);
      if (next < count) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
}

/** The next answer of the demo cloud is these frames, each written when `beat` calls for it. */
export function pacedAnswer(control: DemoControl, frames: readonly string[]): (index: number) => void {
  const holds = frames.map((_, index) => control.hold('run-sse', { frames: index }));
  control.script({ kind: 'frames', frames });
  return (index) => holds[index]?.release();
}

/** A server that knows one stream, for the baselines. */
type Source = {
  /** An empty page; `${url}stream` is the stream. */
  readonly url: string;
  /** Resolves with the answer of the next request for the stream. */
  readonly asked: () => Promise<ServerResponse>;
  readonly close: () => Promise<void>;
};

export async function openSource(): Promise<Source> {
  let arrive: (response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => {
    const isStream = request.url === '/stream';
    response.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'text/html; charset=utf-8' });
    if (isStream) {
      response.flushHeaders();
      arrive(response);
    } else response.end('<!doctype html><article></article>');
  });
  server.on('connection', (socket) => socket.setNoDelay(true));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: () => new Promise((resolve) => (arrive = resolve)),
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
