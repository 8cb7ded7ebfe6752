import { type NetworkChoice, splitPassword, withPassword } from '../../shared/domain/network.ts';
import { done, err } from '../../shared/result.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { readProxy } from '../api/proxies.ts';
import type { NetworkContext } from '../ipc/context.ts';
import { type SafeBox, seal, unseal } from '../storage/sealed.ts';
import type { Settings } from '../storage/settings.ts';

type NetworkChoiceParts = {
  readonly settings: Pick<Settings, 'get' | 'set'>;
  readonly safeBox: SafeBox;
  readonly emit: (event: AppEvent) => void;
};

/** How the user wants the service to be reached. `whole`: with the password, for main alone. */
export function createNetworkChoice(
  parts: NetworkChoiceParts,
): NetworkContext & { readonly whole: () => NetworkChoice } {
  const { settings, safeBox, emit } = parts;
  /** Opened once: the key ring may ask the user. */
  let password: string | null = null;

  const view = (): NetworkChoice => {
    const { mode, address } = settings.get('network');
    return { mode, address };
  };

  return {
    view,
    whole: () => {
      const { mode, address, password: sealed } = settings.get('network');
      if (mode !== 'manual' || sealed === null) return { mode, address };
      password ??= unseal(sealed, safeBox);
      return { mode, address: password === null ? address : withPassword(address, password) };
    },
    change: ({ mode, address }) => {
      const proxy = readProxy(address);
      if (mode === 'manual' && !proxy.ok) return err({ code: `proxy-${proxy.error}` });
      const given = splitPassword(address);
      if (!given.kept) password = given.password;
      const sealed = given.password === null ? null : seal(given.password, safeBox);
      const kept = settings.get('network').password;
      settings.set('network', { mode, address: given.shown, password: given.kept ? kept : sealed });
      emit({ type: 'network', network: view() });
      return done;
    },
  };
}
