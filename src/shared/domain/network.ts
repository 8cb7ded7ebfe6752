/** How the service is reached: as the system says, through a proxy of the user's own, or directly. */
export type NetworkMode = 'system' | 'manual' | 'none';

/** `address`: of the user's own proxy, empty where none was given. */
export type NetworkChoice = { readonly mode: NetworkMode; readonly address: string };

export const defaultNetwork: NetworkChoice = { mode: 'system', address: '' };

/**
 * A proxy that main passes by, reaching the service directly: it is of an unknown kind, or does not answer. `source`:
 * the name of a variable, or `system`.
 */
export type ProxyTrouble = { readonly source: string; readonly reason: 'unusable' | 'silent' };

/** Shown in place of a password. */
const hiddenPassword = '•••';

/**
 * A proxy's address as it may be shown, and its password: null where there is none, `kept` where the address only holds
 * the sign for one.
 */
export function splitPassword(address: string): {
  readonly shown: string;
  readonly password: string | null;
  readonly kept: boolean;
} {
  const [, head = '', password = '', rest = ''] =
    /^((?:[a-z][a-z0-9+.-]*:\/\/)?[^:/@]*):(.*)(@[^@]*)$/i.exec(address) ?? [];
  if (rest === '') return { shown: address, password: null, kept: false };
  const kept = password === hiddenPassword;
  return { shown: `${head}:${hiddenPassword}${rest}`, password: kept ? null : password, kept };
}

/** The address with its password again. */
export function withPassword(shown: string, password: string): string {
  return shown.replace(`:${hiddenPassword}@`, () => `:${password}@`);
}

/** What the user's test of the network has found. `proxy`: `host:port`, null where none was in between. */
export type NetworkReport = {
  readonly outcome:
    'reachable' | 'unreachable' | 'certificate' | 'proxy-unreachable' | 'proxy-refuses' | 'proxy-sign-in';
  readonly proxy: string | null;
};
