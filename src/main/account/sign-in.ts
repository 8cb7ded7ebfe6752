import type { Failure } from '../../shared/domain/failure.ts';
import { done, err, ok, type Result } from '../../shared/result.ts';
import { createCloud } from '../api/cloud.ts';
import type { CloudError } from '../api/errors.ts';
import type { Http } from '../api/http.ts';
import type { RateLimit } from '../api/rate-limit.ts';
import type { Account } from './account.ts';
import type { CloudLink } from './connection.ts';

export type SignIn = {
  /** Tries a token, and takes it from now on; or says why not, and nothing changes. */
  readonly signIn: (token: string) => Promise<Result<null, Failure>>;
  /** Back to the free access of this computer. */
  readonly signOut: () => Promise<Result<null, Failure>>;
};

export type SignInParts = {
  readonly http: Http;
  readonly rateLimit: RateLimit;
  readonly account: Account;
  readonly link: Pick<CloudLink, 'reconnect'>;
  readonly describe: (error: CloudError) => Failure;
};

/** Signing in with a token of the user's own. That of `NEMO_TOKEN` stays what it is. */
export function createSignIn({ http, rateLimit, account, link, describe }: SignInParts): SignIn {
  return {
    signIn: async (token) => {
      if (account.kind() === 'environment') return err({ code: 'bad-request' });
      if (!/^[\x21-\x7e]+$/.test(token)) return err({ code: 'sign-in-malformed' });
      const tokens = {
        token: async () => ok(token),
        renew: async () => err({ kind: 'token-refused', own: true } as const),
      };
      const answer = await createCloud({ http, rateLimit, tokens }).credits({});
      if (!answer.ok) return err(describe(answer.error));
      await account.signIn(token);
      void link.reconnect();
      return done;
    },
    signOut: async () => {
      if (account.kind() !== 'signed-in') return err({ code: 'bad-request' });
      await account.signOut();
      void link.reconnect();
      return done;
    },
  };
}
