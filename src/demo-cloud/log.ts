import type { IncomingMessage } from 'node:http';
import type { DemoCall } from './call.ts';
import type { Events } from './clock.ts';

/** One uploaded file as it arrived. */
interface UploadDigest {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** One request the demo cloud has seen. A snapshot: ask the log again for a later state. */
export interface LoggedRequest {
  /** 1, 2, 3… in the order of arrival. */
  readonly number: number;
  readonly call: DemoCall;
  /** `other`: it came to the second host, where the `redirect` fault leads. */
  readonly origin: 'main' | 'other';
  readonly method: string;
  /** With the query, if there was one. */
  readonly path: string;
  /** Only those of interest, in lower case; what was not sent is not there. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body; the text where it was not JSON; null where there was none. */
  readonly body: unknown;
  readonly uploads: readonly UploadDigest[];
  /** The HTTP status answered, null while there is none (or for ever, when the connection was dropped). */
  readonly status: number | null;
  /** `broken`: the connection ended before the answer was whole, by whichever side. */
  readonly outcome: 'open' | 'complete' | 'broken';
  /** Bytes of body handed to the connection. */
  readonly sentBytes: number;
}

/** `arrived`: its headers are here; `answered`: a status was sent; `ended`: complete or broken. */
export type RequestPhase = 'arrived' | 'answered' | 'ended';

const headersOfInterest = [
  'authorization',
  'x-client-id',
  'x-skill-source',
  'x-skill-version',
  'x-skill-platform',
  'accept',
  'accept-encoding',
  'range',
  'if-range',
  'content-type',
  'content-length',
  'user-agent',
  'host',
] as const;

type Change = Partial<Pick<LoggedRequest, 'body' | 'uploads' | 'status' | 'outcome' | 'sentBytes'>>;

export interface LogEntry {
  readonly get: () => LoggedRequest;
  readonly set: (change: Change) => void;
}

export interface RequestLog {
  readonly all: () => readonly LoggedRequest[];
  readonly open: (request: IncomingMessage, call: DemoCall, origin: LoggedRequest['origin']) => LogEntry;
}

export function createLog(events: Events): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    all: () => [...entries],
    open: (request, call, origin) => {
      const index = entries.length;
      let entry: LoggedRequest = {
        number: index + 1,
        call,
        origin,
        method: request.method ?? '',
        path: request.url ?? '',
        headers: pickHeaders(request),
        body: null,
        uploads: [],
        status: null,
        outcome: 'open',
        sentBytes: 0,
      };
      entries.push(entry);
      events.happened();
      return {
        get: () => entry,
        set: (change) => {
          entry = { ...entry, ...change };
          entries[index] = entry;
          events.happened();
        },
      };
    },
  };
}

/** Whether a request has come as far as this phase. */
export function hasReached(request: LoggedRequest, phase: RequestPhase): boolean {
  if (phase === 'arrived') return true;
  if (phase === 'ended') return request.outcome !== 'open';
  return request.status !== null;
}

function pickHeaders(request: IncomingMessage): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of headersOfInterest) {
    const value = request.headers[name];
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}
