import type { Handlers } from '../router.ts';
import { done, doneOr, type HandlerParts } from './parts.ts';

type Names = 'settings.network' | 'network.test' | 'account.signIn' | 'account.signOut';

export function networkHandlers({ app, desktop }: HandlerParts): Pick<Handlers, Names> {
  return {
    'settings.network': async (choice) => {
      const failure = desktop.network.change(choice);
      if (failure !== null) return doneOr(failure);
      (await app()).lookAgain('network');
      return done;
    },
    'account.signIn': async ({ token }) => doneOr(await (await app()).account.signIn(token)),
    'account.signOut': async () => doneOr(await (await app()).account.signOut()),
    'network.test': async () => ({ ok: true, data: await (await app()).network.test() }),
  };
}
