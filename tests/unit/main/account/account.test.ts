import { describe, expect, it } from 'vitest';
import { noStore } from '../../../support/cloud-client.ts';
import { deferred } from '../../../support/cloud-deferred.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { createAccount, type Account, type AccountDeps } from '../../../../src/main/account/account.ts';
import type { KeptToken, TokenStore } from '../../../../src/main/storage/stores.ts';
import type { AnonymousToken } from '../../../../src/main/api/anonymous-token.ts';
import type { CloudError } from '../../../../src/main/api/errors.ts';
import { err, ok, type Result } from '../../../../src/shared/result.ts';

type Answer = Result<AnonymousToken, CloudError>;

const given = (token: string): Answer => ok({ token, credits: 100, userId: null, expiresAt: null });

const kept = (token: string | null): KeptToken | null =>
  token === null ? null : { token, userId: null, expiresAt: null };

/** An account on a memory store and a cloud whose answers the test gives, one after another. */
function setUp(options: {
  readonly stored?: string;
  readonly answers?: readonly (Answer | Promise<Answer>)[];
  readonly store?: Partial<TokenStore>;
  readonly ownToken?: string;
  readonly signInStore?: TokenStore;
}): { readonly account: Account; readonly log: readonly string[]; readonly clock: FakeClock } {
  const log: string[] = [];
  const clock = createFakeClock();
  const answers = [...(options.answers ?? [])];
  const deps: AccountDeps = {
    ownToken: options.ownToken ?? null,
    clientId: {
      current: async () => 'id-1',
      replace: async () => 'id-2',
    },
    store: {
      load: async () => kept(options.stored ?? null),
      save: async ({ token }) => void log.push(`saved ${token}`),
      clear: async () => void log.push('cleared'),
      ...options.store,
    },
    requestToken: async (clientId) => {
      log.push(`asked as ${clientId}`);
      return answers.shift() ?? err({ kind: 'server', status: 500, code: null });
    },
    signInStore: options.signInStore ?? noStore,
    onUnsaved: () => void log.push('unsaved'),
    onKind: () => undefined,
    lockedMs: 60_000,
    clock,
    spentMs: 3_600_000,
  };
  return { account: createAccount(deps), log, clock };
}

describe('the token of the environment', () => {
  it('is used as it is, never stored, never replaced', async () => {
    const { account, log } = setUp({ ownToken: 'mine', stored: 'other' });
    expect(account.kind()).toBe('environment');
    expect(await account.token()).toEqual(ok('mine'));
    expect(await account.renew('mine')).toEqual(err({ kind: 'token-refused', own: true }));
    expect(log).toEqual([]);
  });
});

describe('the anonymous token', () => {
  it('is the stored one where there is one', async () => {
    const { account, log } = setUp({ stored: 'old' });
    expect(account.kind()).toBe('anonymous');
    expect(await account.token()).toEqual(ok('old'));
    expect(log).toEqual([]);
  });

  it('is asked for once by all who need it, and saved before it is used', async () => {
    const saving = deferred<void>();
    const { account, log } = setUp({ answers: [given('new')], store: { save: () => saving.promise } });
    let used = false;
    const all = Promise.all([account.token(), account.token(), account.token()]).then((tokens) => {
      used = true;
      return tokens;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(used).toBe(false);
    saving.resolve();
    expect(await all).toEqual([ok('new'), ok('new'), ok('new')]);
    expect(await account.token()).toEqual(ok('new'));
    expect(log).toEqual(['asked as id-1']);
  });

  it('is used although it could not be saved, and the user is told', async () => {
    const { account, log } = setUp({
      answers: [given('new')],
      store: { load: () => Promise.reject(new Error('broken')), save: () => Promise.reject(new Error('full')) },
    });
    expect(await account.token()).toEqual(ok('new'));
    expect(log).toEqual(['asked as id-1', 'unsaved']);
  });

  it('ends 7 days after it was given, where the service does not say when', async () => {
    const { account, clock } = setUp({ answers: [given('new')] });
    expect(account.endsAt()).toBeNull();
    await account.token();
    expect(account.endsAt()).toBe(clock.now() + 7 * 24 * 3_600_000);
    await account.signIn('own');
    expect(account.endsAt()).toBeNull();
  });

  it('is asked for again after a failure', async () => {
    const offline = err({ kind: 'offline', reason: 'unreachable' } as const);
    const { account } = setUp({ answers: [offline, given('new')] });
    expect(await account.token()).toEqual(offline);
    expect(await account.token()).toEqual(ok('new'));
  });

  it('is asked for with another client id when the cloud misses one, once', async () => {
    const missing = err({ kind: 'client-id-missing' } as const);
    const first = setUp({ answers: [missing, given('new')] });
    expect(await first.account.token()).toEqual(ok('new'));
    expect(first.log).toEqual(['asked as id-1', 'asked as id-2', 'saved new']);
    const second = setUp({ answers: [missing, missing, given('never')] });
    expect(await second.account.token()).toEqual(missing);
  });
});

describe('renewal', () => {
  it('is shared by all whose token was refused, early or late', async () => {
    const { account, log } = setUp({ stored: 'old', answers: [given('new')] });
    await account.token();
    expect(await Promise.all([account.renew('old'), account.renew('old'), account.token()])).toEqual([
      ok('new'),
      ok('new'),
      ok('new'),
    ]);
    expect(await account.renew('old')).toEqual(ok('new'));
    expect(log).toEqual(['asked as id-1', 'saved new']);
  });

  it('keeps the refused token when the cloud gives no other', async () => {
    const spent = err({ kind: 'token-spent', until: null } as const);
    const { account, log } = setUp({ stored: 'old', answers: [spent] });
    await account.token();
    expect(await account.renew('old')).toEqual(spent);
    expect(await account.token()).toEqual(ok('old'));
    expect(log).toEqual(['asked as id-1']);
  });
});

describe('a token that the cloud does not give', () => {
  const spent = err({ kind: 'token-spent', until: null } as const);

  it('is not asked for again within the hour', async () => {
    const { account, log, clock } = setUp({ answers: [spent, given('new')] });
    expect(await account.token()).toEqual(spent);
    await clock.advance(3_599_999);
    expect([await account.token(), await account.renew('old')]).toEqual([spent, spent]);
    expect(log).toEqual(['asked as id-1']);
    await clock.advance(1);
    expect(await account.token()).toEqual(ok('new'));
  });

  it('is asked for again at once by the hand of the user', async () => {
    const { account, log } = setUp({ stored: 'old', answers: [spent, spent, given('new')] });
    await account.token();
    expect([await account.renew('old'), await account.renew('old')]).toEqual([spent, spent]);
    account.tryAgain();
    expect([await account.renew('old'), await account.renew('old')]).toEqual([spent, spent]);
    expect(log).toEqual(['asked as id-1', 'asked as id-1']);
    account.tryAgain();
    expect(await account.renew('old')).toEqual(ok('new'));
  });

  it('is asked for again at once where another reason stood in the way', async () => {
    const { account } = setUp({ answers: [err({ kind: 'offline', reason: 'unreachable' }), given('new')] });
    expect((await account.token()).ok).toBe(false);
    expect(await account.token()).toEqual(ok('new'));
  });
});

describe('a caller that is cancelled', () => {
  it('stops waiting, while the token that comes is still saved', async () => {
    const answer = deferred<Answer>();
    const { account, log } = setUp({ answers: [answer.promise] });
    const cancelling = new AbortController();
    const waiting = account.token(cancelling.signal);
    cancelling.abort();
    expect(await waiting).toEqual(err({ kind: 'cancelled' }));
    answer.resolve(given('new'));
    expect(await account.token()).toEqual(ok('new'));
    expect(log).toEqual(['asked as id-1', 'saved new']);
  });

  it('does not wait at all when it was cancelled before', async () => {
    const { account } = setUp({ answers: [new Promise<Answer>(() => undefined)] });
    expect(await account.token(AbortSignal.abort())).toEqual(err({ kind: 'cancelled' }));
  });
});

describe('free access that is used up', () => {
  const spentAnd = (until: number | null) => err({ kind: 'token-spent', until } as const);

  it('comes back when the service says', async () => {
    const { account, log, clock } = setUp({ answers: [spentAnd(5_000_000), given('new')] });
    expect(await account.token()).toEqual(spentAnd(5_000_000));
    await clock.advance(4_999_999 - clock.now());
    expect(await account.token()).toEqual(spentAnd(5_000_000));
    await clock.advance(1);
    expect(await account.token()).toEqual(ok('new'));
    expect(log).toEqual(['asked as id-1', 'asked as id-1', 'saved new']);
  });

  it('comes back when the last token ends, where the service says nothing', async () => {
    const week = 7 * 24 * 3_600_000;
    const { account, clock } = setUp({ answers: [given('first'), spentAnd(null)] });
    const until = clock.now() + week;
    expect(await account.token()).toEqual(ok('first'));
    expect(await account.renew('first')).toEqual(spentAnd(until));
  });
});

describe('a key ring that refuses', () => {
  it('loses nothing when it opens again: no other token is asked for', async () => {
    const found = ['locked', 'locked', kept('old')] as const;
    let n = 0;
    const { account, log } = setUp({ store: { load: async () => found[n++] ?? null } });
    for (const _ of [1, 2]) expect(await account.token()).toEqual(err({ kind: 'token-locked' }));
    expect([await account.token(), log]).toEqual([ok('old'), []]);
  });

  it('is given up after a while', async () => {
    const { account, clock } = setUp({ store: { load: async () => 'locked' }, answers: [given('new')] });
    expect(await account.token()).toEqual(err({ kind: 'token-locked' }));
    await clock.advance(60_000);
    expect(await account.token()).toEqual(ok('new'));
  });

  it('does not turn a signed-in user into an anonymous one', async () => {
    const found = ['locked', kept('mine')] as const;
    let n = 0;
    const { account, log } = setUp({
      stored: 'anonymous',
      signInStore: { ...noStore, load: async () => found[n++] ?? null },
    });
    expect(await account.token()).toEqual(err({ kind: 'token-locked' }));
    expect([await account.token(), account.kind(), log]).toEqual([ok('mine'), 'signed-in', []]);
  });
});

describe('a token that the user has signed in with', () => {
  it('is used and kept from then on, is never replaced, and makes way for the anonymous one again', async () => {
    let stored: KeptToken | null = null;
    const signInStore: TokenStore = {
      load: async () => stored,
      save: async (given) => void (stored = given),
      clear: async () => void (stored = null),
    };
    const { account, log } = setUp({ stored: 'anonymous', signInStore });
    expect([await account.token(), account.kind()]).toEqual([ok('anonymous'), 'anonymous']);
    await account.signIn('mine');
    expect([await account.token(), account.kind()]).toEqual([ok('mine'), 'signed-in']);
    expect(await setUp({ signInStore }).account.token()).toEqual(ok('mine'));
    // What was asked with the other one is asked once more with this one.
    expect(await account.renew('anonymous')).toEqual(ok('mine'));
    expect(await account.renew('mine')).toEqual(err({ kind: 'token-refused', own: true }));
    await account.signOut();
    expect([await account.token(), account.kind(), stored, log]).toEqual([ok('anonymous'), 'anonymous', null, []]);
  });
});

describe('the id of the account', () => {
  it('comes with the anonymous token, fresh or kept, and is not that of another token', async () => {
    const fresh = setUp({ answers: [ok({ token: 'a', credits: 100, userId: 'anon_1', expiresAt: null })] });
    expect(fresh.account.userId()).toBeNull();
    await fresh.account.token();
    expect(fresh.account.userId()).toBe('anon_1');
    const store = { load: async () => ({ token: 'b', userId: 'anon_2', expiresAt: null }) };
    const { account } = setUp({ store });
    await account.token();
    expect(account.userId()).toBe('anon_2');
    await account.signIn('mine');
    expect(account.userId()).toBeNull();
    expect(setUp({ ownToken: 'mine' }).account.userId()).toBeNull();
  });
});
