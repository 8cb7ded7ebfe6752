import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locale, Preferences } from '../../shared/domain/app-state.ts';
import { appScheme } from '../../shared/media-url.ts';

/** What a start of the app, a notification of macOS or an entry of a jump list asks for. */
export type OpenRequest = {
  /** Files and folders, as absolute paths: "Open with", a drop on the icon. */
  readonly paths: readonly string[];
  /** An address of our own scheme, whatever it says. */
  readonly link: string | null;
  readonly newProject: boolean;
};

/** What the jump list and the desktop file ask a start for. */
export const newProjectSwitch = '--new-project';

/** What a start is asked for. Who follows a link opens no file with it. */
export function openRequestOf(
  argv: readonly string[],
  cwd: string,
  /** An unpackaged app stands in the arguments itself, as the first that is no switch. */
  packaged: boolean,
): OpenRequest {
  const given = argv.slice(1).filter((argument) => argument !== '');
  const end = given.indexOf('--');
  const switches = end === -1 ? given : given.slice(0, end);
  // Behind `--` a name may begin with a dash.
  const behind = end === -1 ? [] : given.slice(end + 1);
  const named = [...switches.filter((argument) => !argument.startsWith('-')), ...behind].slice(packaged ? 0 : 1);
  const link = named.find((argument) => argument.toLowerCase().startsWith(`${appScheme}:`)) ?? null;
  return {
    paths: link === null ? named.flatMap((argument) => pathOf(argument, cwd) ?? []) : [],
    link,
    newProject: link === null && switches.includes(newProjectSwitch),
  };
}

function pathOf(argument: string, cwd: string): string | null {
  if (isAbsolute(argument)) return argument;
  if (!/^[a-z][a-z0-9+.-]+:/i.test(argument)) return resolve(cwd, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    // Another kind of address, which is nothing to open.
    return null;
  }
}

type Env = Record<string, string | undefined>;

/** What the app was started with. */
type StartEnvironment = {
  readonly env: Readonly<Env>;
  /** What in it nobody may read: the log takes it out. */
  readonly secrets: readonly string[];
  /** Whose page is shown in place of our own, in development. */
  readonly devServer: string | undefined;
};

/**
 * Copies the environment and takes its secrets out of `env`, which every page's process is given: `NEMO_TOKEN` and proxies with a
 * password. Only an app that is not packaged heeds `ELECTRON_RENDERER_URL`: its page gets our bridge. Before the first window.
 */
export function takeEnvironment(env: Env, isPackaged: boolean): StartEnvironment {
  const copy = { ...env };
  const secrets: string[] = [];
  for (const [name, value = ''] of Object.entries(copy)) {
    const secret = secretOf(name.toLowerCase(), value.trim());
    if (secret === null) continue;
    secrets.push(secret);
    delete env[name];
  }
  return { env: copy, secrets, devServer: isPackaged ? undefined : copy['ELECTRON_RENDERER_URL'] };
}

function secretOf(name: string, value: string): string | null {
  if (name === 'nemo_token') return value;
  const login = name.endsWith('_proxy') ? /^(?:[a-z0-9+.-]+:\/\/)?[^:/@]*:(.*)@/i.exec(value) : null;
  return login?.[1] ?? null;
}

/**
 * The language of the app: what the user chose, else the first of the system's languages that we speak, else English.
 * `languages` are BCP 47 tags, the most wanted first (`--lang`, then the system's list); empty texts are passed over.
 */
export function chooseLocale(preference: Preferences['language'], languages: readonly string[]): Locale {
  if (preference !== 'system') return preference;
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'en';
}
