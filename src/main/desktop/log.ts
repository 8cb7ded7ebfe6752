import { inspect } from 'node:util';
import { join } from 'node:path';
import electronLog from 'electron-log/node';

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Writes one line. `details` are shown as plain data; never hand over what a cloud answered. */
export type Log = Readonly<Record<LogLevel, (message: string, details?: unknown) => void>>;

const maxBytes = 1024 * 1024;

/**
 * A log in `folder/rushes.log`, readable by this user only, at most 1 MiB, with one older file beside it. Every line goes through
 * `redact` first. A log that cannot be written is none: this never throws.
 */
export function createLog(options: {
  readonly folder: string;
  readonly level: LogLevel;
  /** What no line may show, such as a token from `NEMO_TOKEN`. */
  readonly secrets: readonly string[];
}): Log {
  const { folder, level, secrets } = options;
  const logger = electronLog.create({ logId: folder });
  logger.transports.console.level = false;
  const { file } = logger.transports;
  file.level = level;
  file.maxSize = maxBytes;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.resolvePathFn = () => join(folder, 'rushes.log');

  const write =
    (at: LogLevel) =>
    (message: string, details?: unknown): void => {
      // Escaped, so that what comes from outside cannot forge a line.
      const text =
        details === undefined ? message : `${message} ${inspect(details, { depth: 5, breakLength: Infinity })}`;
      logger[at](redact(text, secrets).replaceAll(/[\r\n]+/g, ' ⏎ '));
    };
  return { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
}

const tokens: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+[^\s"',;]+/gi, 'Bearer [redacted]'],
  [/\b(nmv_usr_|clm_)[^\s"'&,;<>)\]}]+/g, '$1[redacted]'],
  [/([?&]ct=)[^\s"'&]+/g, '$1[redacted]'],
];

/** A text without tokens, fit for a log. `known` are further secrets to take out, such as a token from `NEMO_TOKEN`. */
export function redact(text: string, known: readonly string[] = []): string {
  const withoutKnown = known
    .filter((secret) => secret !== '')
    .flatMap(formsOf)
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
  return tokens.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), withoutKnown);
}

/** A secret as it stands in plain text, in an address, in JSON and in what the log makes of an object. */
function formsOf(secret: string): readonly string[] {
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), inspect(secret).slice(1, -1)];
}
