import type { Connection } from '../../shared/domain/app-state.ts';
import type { Credits } from '../../shared/domain/turn.ts';
import type { Result } from '../../shared/result.ts';
import type { CloudError } from '../cloud/errors.ts';
import { toFailure } from '../cloud/to-failure.ts';
import type { Clock } from '../clock.ts';

/** Whether the cloud can be reached with our token, and what the balance is: one question answers both. */
export type CloudLink = {
  readonly connection: () => Connection;
  readonly credits: () => Credits | null;
  /** Asks now; while it asks for the first time, or after a failure, the state is `connecting`. */
  readonly connect: () => Promise<void>;
  /** The same by the user's hand: what the cloud refused before is asked again. */
  readonly reconnect: () => Promise<void>;
  /** Reads the balance again. A failure leaves the last known balance. */
  readonly refreshCredits: () => Promise<Result<Credits, CloudError>>;
  /** The same for whoever has no use for the failure: null where the balance cannot be read. */
  readonly balance: () => Promise<Credits | null>;
  readonly close: () => void;
};

export type CloudLinkParts = {
  readonly readCredits: () => Promise<Result<Credits, CloudError>>;
  readonly clock: Clock;
  readonly reconnectMs: number;
  /** The user wants to connect. Comes before anything is asked. */
  readonly onReconnect: () => void;
  readonly onConnection: (connection: Connection) => void;
  readonly onCredits: (credits: Credits) => void;
};

export function createCloudLink(parts: CloudLinkParts): CloudLink {
  const { readCredits, clock, reconnectMs, onReconnect, onConnection, onCredits } = parts;
  const closing = new AbortController();
  let connection: Connection = { state: 'connecting' };
  let credits: Credits | null = null;
  let asking: Promise<void> | null = null;
  let retry: AbortController | null = null;

  const show = (next: Connection): void => {
    connection = next;
    onConnection(next);
  };

  const ask = async (): Promise<Result<Credits, CloudError>> => {
    const answer = await readCredits();
    if (answer.ok) {
      credits = answer.value;
      onCredits(answer.value);
      if (connection.state !== 'ready') show({ state: 'ready' });
    } else if (isOutOfReach(answer.error) || connection.state !== 'ready') {
      show({ state: 'offline', reason: toFailure(answer.error).code });
      if (isOutOfReach(answer.error)) void askLater();
    }
    return answer;
  };

  const askLater = async (): Promise<void> => {
    retry?.abort();
    const mine = new AbortController();
    retry = mine;
    await clock.wait(reconnectMs, AbortSignal.any([mine.signal, closing.signal]));
    if (!mine.signal.aborted && !closing.signal.aborted) await ask();
  };

  const connect = (): Promise<void> => {
    if (connection.state !== 'ready') show({ state: 'connecting' });
    asking ??= ask().then(() => {
      asking = null;
    });
    return asking;
  };

  return {
    connection: () => connection,
    credits: () => credits,
    connect,
    reconnect: () => {
      onReconnect();
      return connect();
    },
    refreshCredits: ask,
    balance: async () => {
      const answer = await ask();
      return answer.ok ? answer.value : null;
    },
    close: () => closing.abort(),
  };
}

function isOutOfReach(error: CloudError): boolean {
  return error.kind === 'offline' || error.kind === 'interrupted' || error.kind === 'timed-out';
}
