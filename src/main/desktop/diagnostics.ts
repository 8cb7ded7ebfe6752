import { open } from 'node:fs/promises';
import type { Preferences } from '../../shared/domain/app-state.ts';
import { redact } from './log.ts';

/** What is told of this computer and of the app when a problem is reported. */
type Diagnostics = {
  /** Names and versions: of the app, of what it runs on, of the system. */
  readonly versions: Readonly<Record<string, string>>;
  readonly preferences: Preferences;
  /** How the service is reached, and how much there is; nothing that names somebody. */
  readonly state: Readonly<Record<string, string | number | boolean>>;
  /** The end of the log. */
  readonly log: string;
  /** The app's own folder, whose files may be named. */
  readonly appDir: string;
};

/** The text that a user may put into a report: without messages, addresses, ids, and names of files or of the user. */
export function diagnosticsText({ versions, preferences, state, log, appDir }: Diagnostics): string {
  const table = (values: Readonly<Record<string, unknown>>): readonly string[] =>
    Object.entries(values).map(
      ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
  return [
    ...table(versions),
    '',
    ...table(state),
    ...table(preferences),
    '',
    'Log:',
    ...withoutNames(log, appDir).trim().split('\n').slice(-mostLines),
    '',
  ].join('\n');
}

const mostLines = 60;

const names: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '<id>'],
  [/\b(?:https?|wss?):\/\/[^\s'"<>]+/gi, '<address>'],
  [/(["'])(?:file:|[a-z]:[\\/]|[\\/])(?:(?!\1).)*\1/gi, '<path>'],
  [/(?<![\w<>.:/])(?:[a-z]:\\|\/)[^\s'"()<>]+/gi, '<path>'],
];

function withoutNames(log: string, appDir: string): string {
  const ours = redact(log).replaceAll(`file://${appDir}`, '<app>').replaceAll(appDir, '<app>');
  return names.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), ours);
}

const tailBytes = 64 * 1024;

/** The end of a log, from the beginning of a line; empty where there is none. `path`: absolute. */
export async function readTail(path: string): Promise<string> {
  const file = await open(path).catch(() => null);
  if (file === null) return '';
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - tailBytes);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(tailBytes), position: from });
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } catch {
    return '';
  } finally {
    await file.close();
  }
}
