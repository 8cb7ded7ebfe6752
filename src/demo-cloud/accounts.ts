import { randomBytes } from 'node:crypto';
import type { DemoClock } from './clock.ts';

export interface Credits {
  readonly available: number;
  /** Reserved by work in progress. */
  readonly frozen: number;
  readonly total: number;
}

export interface Account {
  readonly id: string;
  readonly credits: Credits;
  /** False once any request came without the attribution headers: exports are then refused. */
  readonly attributed: boolean;
}

export interface Accounts {
  /** A fresh token for a client, or null while its last one is valid. */
  readonly issue: (clientId: string) => string | null;
  /** Accepts a token as that of a registered user. */
  readonly grant: (token: string) => void;
  readonly byToken: (token: string) => Account | null;
  readonly byId: (id: string) => Account | undefined;
  readonly all: () => readonly Account[];
  readonly update: (id: string, change: Partial<Omit<Account, 'id'>>) => void;
  /** Moves credits from available to frozen; false when there are too few. */
  readonly reserve: (id: string, credits: number) => boolean;
  /** Spends what was reserved. */
  readonly spend: (id: string, credits: number) => void;
  /** Gives back what was reserved. */
  readonly release: (id: string, credits: number) => void;
  /** All accounts begin anew with their free credits. */
  readonly reset: () => void;
  /** All accounts, and those to come. */
  readonly setCredits: (credits: Credits) => void;
  /** Makes every anonymous token invalid, as if its 7 days were over. */
  readonly expireTokens: () => void;
}

// Wire contract: 100 free credits, tokens of 7 days, one per client in that time.
export const TOKEN_DAYS_MS = 7 * 24 * 3600 * 1000;
const FREE: Credits = { available: 100, frozen: 0, total: 100 };

/** `found`: those that were there before, without their tokens; `changed` is called after each change. */
export function createAccounts(
  clock: DemoClock,
  found: readonly Account[] = [],
  changed: () => void = () => undefined,
): Accounts {
  const accounts = new Map(found.map((account) => [account.id, account]));
  const tokens = new Map<string, { readonly accountId: string; readonly expiresAt: number }>();
  let initial = FREE;

  const open = (id: string): void => {
    if (accounts.has(id)) return;
    accounts.set(id, { id, credits: initial, attributed: true });
    changed();
  };
  const update: Accounts['update'] = (id, change) => {
    const account = accounts.get(id);
    if (account === undefined) return;
    accounts.set(id, { ...account, ...change });
    changed();
  };
  const move = (id: string, change: (credits: Credits) => Credits): void => {
    const account = accounts.get(id);
    if (account !== undefined) update(id, { credits: change(account.credits) });
  };

  return {
    issue: (clientId) => {
      const accountId = `client:${clientId}`;
      const valid = [...tokens.values()].some(
        (token) => token.accountId === accountId && token.expiresAt > clock.now(),
      );
      if (valid) return null;
      open(accountId);
      const token = `nmv_usr_${randomBytes(16).toString('hex')}`;
      tokens.set(token, { accountId, expiresAt: clock.now() + TOKEN_DAYS_MS });
      return token;
    },
    grant: (token) => {
      open(`token:${token}`);
      tokens.set(token, { accountId: `token:${token}`, expiresAt: Infinity });
    },
    byToken: (token) => {
      const known = tokens.get(token);
      if (known === undefined || known.expiresAt <= clock.now()) return null;
      return accounts.get(known.accountId) ?? null;
    },
    byId: (id) => accounts.get(id),
    all: () => [...accounts.values()],
    update,
    reserve: (id, credits) => {
      if ((accounts.get(id)?.credits.available ?? 0) < credits) return false;
      move(id, (old) => ({ ...old, available: old.available - credits, frozen: old.frozen + credits }));
      return true;
    },
    spend: (id, credits) => move(id, (old) => ({ ...old, frozen: old.frozen - credits, total: old.total - credits })),
    release: (id, credits) =>
      move(id, (old) => ({ ...old, available: old.available + credits, frozen: old.frozen - credits })),
    reset: () => {
      for (const id of accounts.keys()) update(id, { credits: FREE });
    },
    setCredits: (credits) => {
      initial = credits;
      for (const id of accounts.keys()) update(id, { credits });
    },
    expireTokens: () => {
      for (const [token, known] of tokens) if (known.expiresAt !== Infinity) tokens.delete(token);
    },
  };
}
