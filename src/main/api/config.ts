import { err, ok, type Result } from '../../shared/result.ts';
import { isSafeAddress } from './addresses.ts';

/** Where the cloud is and who speaks to it. URLs have no slash at their end; null means "not set". */
export type CloudConfig = {
  readonly apiUrl: string;
  /** Where that is on this computer, where the address does not tell: the demo cloud has another port each time. */
  readonly listensAt?: string;
  readonly webUrl: string;
  readonly token: string | null;
  readonly clientId: string | null;
  readonly skillSource: string | null;
};

type ConfigProblem = {
  readonly variable: 'NEMO_API_URL' | 'NEMO_WEB_URL' | 'NEMO_TOKEN' | 'NEMO_CLIENT_ID' | 'SKILL_SOURCE';
  readonly reason: 'not-a-url' | 'not-https' | 'not-a-header-value';
};

type Env = Readonly<Record<string, string | undefined>>;

/** wire contract: "Configuration (environment)" */
const defaultApiUrl = 'https://mega-api-prod.nemovideo.ai';
const defaultWebUrl = 'https://nemovideo.com';

/**
 * Reads the cloud's configuration from the environment handed in. An empty variable counts as not set; a bad one is an error
 * and never silently replaced by the default, since requests would go to the wrong place.
 */
export function readCloudConfig(env: Env): Result<CloudConfig, ConfigProblem> {
  const apiUrl = readUrl(env, 'NEMO_API_URL', defaultApiUrl);
  if (!apiUrl.ok) return apiUrl;
  const webUrl = readUrl(env, 'NEMO_WEB_URL', defaultWebUrl);
  if (!webUrl.ok) return webUrl;
  const token = readHeaderValue(env, 'NEMO_TOKEN');
  if (!token.ok) return token;
  const clientId = readHeaderValue(env, 'NEMO_CLIENT_ID');
  if (!clientId.ok) return clientId;
  const skillSource = readHeaderValue(env, 'SKILL_SOURCE');
  if (!skillSource.ok) return skillSource;
  return ok({
    apiUrl: apiUrl.value,
    webUrl: webUrl.value,
    token: token.value,
    clientId: clientId.value,
    skillSource: skillSource.value,
  });
}

function readUrl(env: Env, variable: 'NEMO_API_URL' | 'NEMO_WEB_URL', fallback: string): Result<string, ConfigProblem> {
  const text = env[variable]?.trim() || fallback;
  if (!URL.canParse(text)) return err({ variable, reason: 'not-a-url' });
  const url = new URL(text);
  if (!isSafeAddress(url)) return err({ variable, reason: 'not-https' });
  return ok((url.origin + url.pathname).replace(/(?<!\/)\/+$/, ''));
}

function readHeaderValue(
  env: Env,
  variable: 'NEMO_TOKEN' | 'NEMO_CLIENT_ID' | 'SKILL_SOURCE',
): Result<string | null, ConfigProblem> {
  const text = env[variable]?.trim() || null;
  if (text !== null && !/^[\x21-\x7e]+$/.test(text)) return err({ variable, reason: 'not-a-header-value' });
  return ok(text);
}
