import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './accounts.ts';
import type { Render } from './renders.ts';
import type { Session } from './sessions.ts';

/** What a demo cloud remembers from one start to the next. */
export interface Remembered {
  readonly seed: number;
  readonly accounts: readonly Account[];
  readonly sessions: readonly Session[];
  readonly renders: readonly Render[];
}

export interface Memory {
  /** What the last run left, its renders ended; null at the first start, or where nothing of it could be read. */
  readonly found: Remembered | null;
  /** Something is to be remembered: it is on the disk some moments later. */
  readonly changed: () => void;
  /** Writes the present state; what happens afterwards is not remembered. */
  readonly close: () => Promise<void>;
}

/** Another form of what is written needs another number: what has a different one is set aside. */
const VERSION = 2;

/**
 * Opens the memory in this file, whose folder is made where it is missing. A file that cannot be read is set aside.
 * `present` gives what to write.
 */
export async function openMemory(file: string, present: () => Remembered): Promise<Memory> {
  await mkdir(path.dirname(file), { recursive: true });
  const found = await read(file);
  let isOpen = true;
  let isDue = false;
  let writing: Promise<void> | null = null;

  const text = (): string => JSON.stringify({ version: VERSION, ...present() });
  const writeAll = async (): Promise<void> => {
    while (isDue && isOpen) {
      // What changes in one go is written in one go.
      await new Promise((resolve) => setImmediate(resolve));
      isDue = false;
      await replace(file, text());
    }
  };

  return {
    found,
    changed: () => {
      isDue = true;
      // What could not be written is written with the next change.
      writing ??= writeAll()
        .catch(() => undefined)
        .finally(() => (writing = null));
    },
    close: async () => {
      if (!isOpen) return;
      const last = text();
      isOpen = false;
      await writing;
      await replace(file, last).catch(() => undefined);
    },
  };
}

/** Replaces the file in one step: it is the old one or the new one, whatever comes between. */
async function replace(file: string, text: string): Promise<void> {
  const part = `${file}.part`;
  const handle = await open(part, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
}

async function read(file: string): Promise<Remembered | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return ended(parsed(text));
  } catch {
    await rename(file, `${file}.broken`).catch(() => undefined);
    return null;
  }
}

/** Throws where the text is not what `openMemory` has written. */
function parsed(text: string): Remembered {
  const { version, seed, accounts, sessions, renders } = JSON.parse(text) as Remembered & { readonly version: unknown };
  const isWhole =
    version === VERSION &&
    Number.isFinite(seed) &&
    accounts.every(({ id, credits }) => typeof id === 'string' && Number.isFinite(credits.available)) &&
    sessions.every(({ id, cut }) => typeof id === 'string' && Array.isArray(cut.tracks)) &&
    renders.every(({ id, sessionId }) => typeof id === 'string' && typeof sessionId === 'string');
  if (!isWhole) throw new TypeError('Not what a demo cloud remembers');
  return { seed, accounts, sessions, renders };
}

/** What a turn has still to do is begun anew, so that what it had reserved is free until then; renders have failed. */
function ended({ seed, accounts, sessions, renders }: Remembered): Remembered {
  return {
    seed,
    accounts: accounts.map((account) => {
      const { available, frozen, total } = account.credits;
      return { ...account, credits: { available: available + Math.max(0, frozen), frozen: 0, total } };
    }),
    // Earlier versions did not note what was unfinished.
    sessions: sessions.map((session) => Object.assign({ unfinished: [] }, session, { running: 0 })),
    renders: renders.map((render) => (render.status === 'completed' ? render : { ...render, status: 'failed' })),
  };
}
