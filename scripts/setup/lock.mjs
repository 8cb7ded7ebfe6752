import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from './folders.mjs';
import { cacheFolder } from './places.mjs';
import { say } from './process.mjs';

const pollMs = 200;

/**
 * Runs body while no other process holds the lock of this name (any string, a path for instance).
 * A lock whose owner has died is taken over.
 */
export async function locked(name, body, { folder = join(cacheFolder(), 'locks'), isAlive = alive } = {}) {
  const file = join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`);
  await acquire(file, isAlive);
  const release = () => rm(file, { force: true });
  try {
    return await body();
  } finally {
    await release();
  }
}

async function acquire(file, isAlive) {
  await makeFolder(dirname(file));
  let told = false;
  while (!(await tryAcquire(file))) {
    const owner = Number(await readFile(file, 'utf8').catch(() => ''));
    if (owner > 0 && !isAlive(owner)) {
      await setAside(file);
      continue;
    }
    if (!told) say(`Waiting for another start of Rushes that is preparing (process ${owner})…`);
    told = true;
    await wait(pollMs);
  }
}

async function tryAcquire(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

// Renames the lock first: of two processes that both saw a dead owner, one takes the file away and the other finds
// nothing.
async function setAside(file) {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  await rm(aside, { force: true });
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
