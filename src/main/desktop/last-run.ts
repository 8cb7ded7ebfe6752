import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../parse-json.ts';
import { removeFileSync } from '../file-retry.ts';

/** What a run of the app leaves behind until it ends in good order. Times in epoch ms. */
const mark = z.object({ version: z.string(), bootedAt: z.number() });

type Run = z.infer<typeof mark>;

/** A clock that is set, or that counts sleep in another way, moves the time at which the computer seems to have started. In ms. */
const sameBoot = 120_000;

/**
 * Marks the run that begins now in the file at `path`. True: the one before it died, and nothing but the app seems to be the reason: the
 * computer has not been started anew since, and it is not another version, which was installed in its place.
 */
export function beginRun(path: string, run: Run): boolean {
  const before = readMark(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(run), { mode: 0o600 });
  } catch {
    // The disk is full: a crash of this run goes untold.
  }
  return before !== null && before.version === run.version && Math.abs(before.bootedAt - run.bootedAt) < sameBoot;
}

/** The run ends in good order, or the system ends it. */
export function endRun(path: string): void {
  try {
    removeFileSync(path);
  } catch {
    // Then the next start takes it for a crash.
  }
}

function readMark(path: string): Run | null {
  try {
    const found = mark.safeParse(parseJson(readFileSync(path, 'utf8')));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}
