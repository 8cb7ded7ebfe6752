import type { Handlers } from '../router.ts';
import { done, doneOr, type HandlerParts } from './parts.ts';

type Names = 'settings.network' | 'network.test' | 'account.signIn' | 'account.signOut';

export function networkHandlers({ workspace, desktop }: HandlerParts): Pick<Handlers, Names> {
  return {
    'settings.network': async (choice) => {
      const failure = desktop.network.change(choice);
      if (failure !== null) return doneOr(failure);
      (await workspace()).lookAgain('network');
      return done;
    },
    'account.signIn': async ({ token }) => doneOr(await (await workspace()).account.signIn(token)),
    'account.signOut': async () => doneOr(await (await workspace()).account.signOut()),
    'network.test': async () => ({ ok: true, data: await (await workspace()).network.test() }),
  };
}
