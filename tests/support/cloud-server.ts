import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type SeenRequest = {
  readonly method: string;
  /** Path and query as they came. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

/** Answers one request. A thrown error closes the connection. */
export type Answer = (response: ServerResponse, request: SeenRequest) => void | Promise<void>;

export type CloudServer = {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  readonly close: () => Promise<void>;
};

/** A server on loopback that gives these answers, one request each; the last one stays. */
export async function startCloudServer(...answers: readonly Answer[]): Promise<CloudServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    void receive(incoming).then(
      async (request) => {
        const answer = answers[Math.min(seen.length, answers.length - 1)] ?? json({ code: 0, data: {} });
        seen.push(request);
        await answer(response, request);
      },
      () => undefined,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () => close(server),
  };
}

async function receive(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers,
    body: Buffer.concat(chunks),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** An answer in JSON. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
}

/** An answer of any type. */
export function raw(
  body: string | Uint8Array,
  contentType: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': contentType, ...headers });
    response.end(body);
  };
}

export function redirect(status: number, location: string): Answer {
  return (response) => {
    response.writeHead(status, { location });
    response.end();
  };
}

/** Takes the request and breaks the connection without a word. */
export const hangUp: Answer = (response) => {
  response.socket?.resetAndDestroy();
};
