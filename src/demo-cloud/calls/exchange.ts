import type { IncomingMessage } from 'node:http';
import type { Account } from '../accounts.ts';
import type { Fault } from '../faults.ts';
import type { LogEntry } from '../log.ts';
import type { Session } from '../sessions.ts';
import type { World } from '../world.ts';
import type { Reply } from '../reply.ts';

/** One request with all that its handler may look at. */
export interface Exchange {
  readonly world: World;
  readonly request: IncomingMessage;
  /** The session, render or file named in the path. */
  readonly id: string;
  /** Parsed JSON, or the text where it is none; null for uploads and requests without a body. */
  readonly body: unknown;
  readonly entry: LogEntry;
  readonly fault: Fault | null;
  /** Aborted when the client is gone or the demo cloud closes. */
  readonly signal: AbortSignal;
}

/** A handler; `reset` drops the connection without an answer. */
export type Handler = (exchange: Exchange) => Promise<Reply | 'reset'> | Reply;

/** Likewise, for calls that need a valid bearer token. */
export type AccountHandler = (exchange: Exchange, account: Account) => Promise<Reply | 'reset'> | Reply;

/** The account's session, or undefined: another's is as unknown as none. */
export function ownSession(world: World, account: Account, id: string): Session | undefined {
  const session = world.sessions.get(id);
  return session?.accountId === account.id ? session : undefined;
}

/** Whether a request says where it comes from (wire contract, "Attribution"). */
export function isAttributed({ headers }: IncomingMessage): boolean {
  return ['x-skill-source', 'x-skill-version', 'x-skill-platform'].every((name) => (headers[name] ?? '') !== '');
}

/** A field of a JSON object, undefined for anything else. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function textField(value: unknown, name: string): string {
  const found = field(value, name);
  return typeof found === 'string' ? found : '';
}
