import type { Connection } from '../../shared/domain/app-state.ts';
import type { FailureCode } from '../../shared/domain/failure.ts';
import type { Credits } from '../../shared/domain/turn.ts';
import type { Result } from '../../shared/result.ts';
import { type CloudError, toFailure } from '../api/errors.ts';
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
  /**
   * Takes what other calls meet, and checks the connection at once where that contradicts the state shown: an answer while
   * offline, nobody while ready.
   */
  readonly met: (met: 'answered' | 'nobody') => void;
  readonly close: () => void;
};

type CloudLinkParts = {
  readonly readCredits: () => Promise<Result<Credits, CloudError>>;
  readonly clock: Clock;
  readonly reconnectMs: number;
  /** How long after `token-spent` is asked again where nobody said when, ms. */
  readonly spentMs: number;
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
  let underWay = 0;
  let retry: AbortController | null = null;

  const show = (next: Connection): void => {
    connection = next;
    onConnection(next);
  };

  const fail = (error: CloudError): void => {
    if (error.kind === 'token-spent') {
      show({ state: 'spent', until: error.until });
      return void askLater(error.until === null ? parts.spentMs : error.until - clock.now());
    }
    // One reading that went wrong says nothing of the connection, unless nobody was there.
    if (connection.state === 'ready' && !isOutOfReach(error)) return;
    show({ state: 'offline', reason: toFailure(error).code });
    if (passesByItself(error)) void askLater(reconnectMs);
  };

  const ask = async (): Promise<Result<Credits, CloudError>> => {
    underWay += 1;
    const answer = await readCredits();
    underWay -= 1;
    if (closing.signal.aborted) return answer;
    if (answer.ok) {
      credits = answer.value;
      onCredits(answer.value);
      if (connection.state !== 'ready') show({ state: 'ready' });
    } else fail(answer.error);
    return answer;
  };

  const askLater = async (ms: number): Promise<void> => {
    retry?.abort();
    const mine = new AbortController();
    retry = mine;
    await clock.wait(Math.max(ms, 0), AbortSignal.any([mine.signal, closing.signal]));
    if (!mine.signal.aborted && !closing.signal.aborted) await ask();
  };

  const askOnce = (): Promise<void> => {
    asking ??= ask().then(() => {
      asking = null;
    });
    return asking;
  };
  const connect = (): Promise<void> => {
    if (connection.state !== 'ready') show({ state: 'connecting' });
    return askOnce();
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
    met: (met) => {
      const doubted = met === 'nobody' ? connection.state === 'ready' : isOffline(connection);
      if (doubted && underWay === 0 && !closing.signal.aborted) void askOnce();
    },
    close: () => closing.abort(),
  };
}

/** Nobody was there; what any other call meets says more than the last question did. */
const reachReasons: readonly FailureCode[] = [
  'offline',
  'interrupted',
  'timed-out',
  'certificate',
  'proxy-unreachable',
  'proxy-refuses',
  'proxy-sign-in',
];

function isOffline(connection: Connection): boolean {
  return connection.state === 'offline' && reachReasons.includes(connection.reason);
}

/** Trouble of the service's or of the way there. The user has to see to the rest, or has just said not to wait. */
function passesByItself(error: CloudError): boolean {
  const isTrouble = error.kind === 'server' || error.kind === 'bad-answer' || error.kind === 'token-locked';
  return isOutOfReach(error) || isTrouble;
}

function isOutOfReach(error: CloudError): boolean {
  return error.kind === 'offline' || error.kind === 'interrupted' || error.kind === 'timed-out';
}
