import { assertNever } from '../shared/assert-never.ts';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { anonymousToken, claimToken, createSession, credits } from './calls/account.ts';
import { runSse } from './calls/chat.ts';
import { isAttributed } from './calls/exchange.ts';
import type { AccountHandler, Exchange, Handler } from './calls/exchange.ts';
import { media, state, upload } from './calls/media.ts';
import { cancelRender, renderFile, renderStatus, submitRender } from './calls/render.ts';
import { routeOf } from './call.ts';
import type { DemoCall } from './call.ts';
import { deliver, reset } from './deliver.ts';
import type { Fault } from './faults.ts';
import type { LoggedRequest } from './log.ts';
import { bytes, failure, html, json } from './reply.ts';
import type { Reply } from './reply.ts';
import type { World } from './world.ts';

const MAX_JSON_BYTES = 16 * 1024 * 1024;

const handlers: Readonly<Record<DemoCall, Handler>> = {
  'anonymous-token': anonymousToken,
  'create-session': withAccount(createSession),
  'claim-token': withAccount(claimToken),
  'run-sse': withAccount(runSse),
  upload: withAccount(upload),
  credits: withAccount(credits),
  state: withAccount(state),
  'render-submit': withAccount(submitRender),
  'render-status': withAccount(renderStatus),
  'render-cancel': withAccount(cancelRender),
  'render-download': withAccount(renderFile),
  'render-file': renderFile,
  media,
  unknown: () => failure(404),
};

/** The HTTP server of one host; it does not listen yet. */
export function createDemoServer(world: World, origin: LoggedRequest['origin']): Server {
  const server = createServer((request, response) => {
    answer(world, origin, request, response).catch(() => response.destroy());
  });
  server.requestTimeout = 0;
  server.on('connection', (socket) => socket.setNoDelay(true));
  return server;
}

async function answer(
  world: World,
  origin: LoggedRequest['origin'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { call, id } = routeOf(request.method ?? '', new URL(request.url ?? '/', 'http://demo-cloud').pathname);
  const entry = world.log.open(request, call, origin);
  const gone = new AbortController();
  response.on('close', () => {
    gone.abort();
    entry.set({ outcome: response.writableFinished ? 'complete' : 'broken' });
  });
  const signal = AbortSignal.any([gone.signal, world.closing]);
  const fault = origin === 'main' ? world.faults.take(call) : null;
  if (fault?.kind === 'refuse') return reset(response);

  const isForm = call === 'upload' && !/json/iu.test(request.headers['content-type'] ?? '');
  const body = isForm ? null : await readBody(request);
  entry.set({ body });
  await world.holds.pass(call, null);
  const exchange: Exchange = { world, request, id, body, entry, fault, signal };
  const instead = fault === null ? null : await replyInstead(fault, call, exchange);
  if (instead !== null && isForm) request.resume();
  const handler = origin === 'other' && call === 'render-download' ? renderFile : handlers[call];
  const reply = instead ?? (await handler(exchange));
  if (reply === 'reset') return reset(response);
  await deliver(reply, { response, fault, clock: world.wallClock, entry, signal, bodiless: request.method === 'HEAD' });
}

/** Looks up the bearer, and remembers for the account whether its requests say where they come from. */
function withAccount(handler: AccountHandler): Handler {
  return (exchange) => {
    const { world, request } = exchange;
    const token = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const account = world.accounts.byToken(token);
    if (account === null) {
      request.resume();
      return failure(1001);
    }
    if (!isAttributed(request)) world.accounts.update(account.id, { attributed: false });
    return handler(exchange, world.accounts.byId(account.id) ?? account);
  };
}

const replacing = ['http', 'envelope', 'denied', 'malformed-json', 'html', 'json', 'empty-body', 'redirect'] as const;
type Replacing = Extract<Fault, { readonly kind: (typeof replacing)[number] }>;

/** Whether a fault takes the place of the call; the others let it happen. */
function isReplacing(fault: Fault): fault is Replacing {
  return replacing.some((kind) => kind === fault.kind);
}

async function replyInstead(fault: Fault, call: DemoCall, { world, request }: Exchange): Promise<Reply | null> {
  if (!isReplacing(fault)) return null;
  switch (fault.kind) {
    case 'http': {
      if (fault.html === true) return html(fault.status);
      const retry = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return failure(fault.status === 401 ? 1001 : fault.status, fault.status, retry);
    }
    case 'envelope':
      return failure(fault.code, fault.status ?? 200);
    case 'denied':
      return json({ success: false, error: fault.reason }, fault.status ?? 200);
    case 'malformed-json':
      return bytes('{"code":0,"message":"success","data":{"tok', 'application/json');
    case 'html':
      return html(200);
    case 'json':
      return json({ code: 0, message: 'success', data: {} });
    case 'empty-body':
      return bytes('', call === 'run-sse' ? 'text/event-stream' : 'application/json');
    case 'redirect':
      return bytes('', 'text/plain', fault.status ?? 302, {
        location: `${await world.otherUrl()}${request.url ?? '/'}`,
      });
    default:
      return assertNever(fault);
  }
}

/** JSON where it is JSON, else the text; null where there is nothing. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= MAX_JSON_BYTES) parts.push(part);
  }
  const text = Buffer.concat(parts).toString();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
