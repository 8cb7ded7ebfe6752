type Env = Record<string, string | undefined>;

/** What the app was started with. */
export type StartEnvironment = {
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
