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
  readonly redact: (text: string) => string;
}): Log {
  const { folder, level, redact } = options;
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
      logger[at](redact(text).replaceAll(/[\r\n]+/g, ' ⏎ '));
    };
  return { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
}
