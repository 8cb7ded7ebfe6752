import { shell } from 'electron';
import { judgeLink } from './policy.ts';

/** The one way to the system's browser. Both answer whether a page was opened; neither rejects. */
export type Links = {
  /** A page of the configured web site. */
  readonly openOwn: (address: string) => Promise<boolean>;
  /** An address out of an agent's answer: the user is asked first, whose page it may be: any site has ways that lead elsewhere. */
  readonly openForeign: (address: string) => Promise<boolean>;
};

export function createLinks(parts: {
  readonly webUrl: () => string;
  readonly confirm: (url: URL) => Promise<boolean>;
}): Links {
  const { webUrl, confirm } = parts;
  return {
    openOwn: async (address) => judgeLink(address, webUrl()) === 'own' && open(address),
    openForeign: async (address) =>
      judgeLink(address, webUrl()) !== 'refused' && (await confirm(new URL(address))) && open(address),
  };
}

async function open(address: string): Promise<boolean> {
  return shell.openExternal(new URL(address).href).then(
    () => true,
    () => false,
  );
}
