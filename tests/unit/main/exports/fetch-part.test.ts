import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedFile } from '../../../../src/main/api/answers.ts';
import type { Cloud } from '../../../../src/main/api/cloud.ts';
import { createFetchPart, freeBytesOf } from '../../../../src/main/exports/download.ts';
import type { PartRecord } from '../../../../src/main/storage/stores.ts';
import { type Result, ok } from '../../../../src/shared/result.ts';
import type { CloudError } from '../../../../src/main/api/errors.ts';

const film = Buffer.from('0123456789abcdefghij');
const source = { kind: 'render', renderId: 'render_1' } as const;
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts();
let dir = '';
let path = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes 下载 '));
  path = join(dir, '.film.mp4.1.part');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Whether this computer lets us have a small disk of our own. */
function mounts(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'rushes-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

const part = (change: Partial<PartRecord> = {}): PartRecord => ({
  path,
  validator: null,
  bytes: null,
  safeBytes: 0,
  wholeAt: null,
  ...change,
});

type Asked = Parameters<Cloud['openFile']>[0]['resume'];

/** Fetches from a cloud that answers as `answer` says; what was noted, in order, and from where it was asked. */
async function fetched(
  from: PartRecord,
  answer: (resume: Asked) => Partial<OpenedFile>,
  free: number | null = null,
): Promise<{
  readonly result: Result<PartRecord, CloudError>;
  readonly noted: readonly PartRecord[];
  readonly asked: readonly Asked[];
}> {
  const [noted, asked]: [PartRecord[], Asked[]] = [[], []];
  const openFile: Cloud['openFile'] = ({ resume }) => {
    asked.push(resume);
    const opened = { offset: 0, bytes: film.length, validator: '"v1"', body: Readable.from([film]), ...answer(resume) };
    return Promise.resolve(ok(opened));
  };
  const fetchPart = createFetchPart(openFile, () => Promise.resolve(free));
  const result = await fetchPart({
    source,
    part: from,
    onPart: (now) => noted.push(now),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  return { result, noted, asked };
}

function broken(...chunks: readonly Buffer[]): Readable {
  return Readable.from(
    (async function* () {
      yield* chunks;
      throw new Error('other side closed');
    })(),
  );
}

describe('a part on the disk', () => {
  it('is emptied and noted before its first byte, and known by its time when it is whole', async () => {
    await writeFile(path, 'a much longer leftover of something else');
    const { result, noted } = await fetched(part(), () => ({}));
    expect(noted[0]).toEqual(part({ validator: '"v1"', bytes: film.length }));
    expect(result).toEqual(
      ok(part({ validator: '"v1"', bytes: 20, safeBytes: 20, wholeAt: (await stat(path)).mtimeMs })),
    );
    expect(await readFile(path)).toEqual(film);
  });

  it('keeps what came before the connection broke, flushed and noted, and goes on from there', async () => {
    const first = await fetched(part(), () => ({ body: broken(film.subarray(0, 7)) }));
    expect(first.result).toEqual({ ok: false, error: { kind: 'incomplete', received: 7, expected: 20 } });
    const kept = first.noted.at(-1) ?? part();
    expect(kept.safeBytes).toBe(7);
    const second = await fetched(kept, () => ({ offset: 7, body: Readable.from([film.subarray(7)]) }));
    expect(second.asked).toEqual([{ offset: 7, validator: '"v1"' }]);
    expect(second.result.ok).toBe(true);
    expect(await readFile(path)).toEqual(film);
  });

  it('trusts only what was flushed: behind it may be noise', async () => {
    await writeFile(path, Buffer.concat([film.subarray(0, 5), Buffer.alloc(30)]));
    const kept = part({ validator: '"v1"', bytes: 20, safeBytes: 5 });
    const { asked } = await fetched(kept, () => ({ offset: 5, body: Readable.from([film.subarray(5)]) }));
    expect(asked).toEqual([{ offset: 5, validator: '"v1"' }]);
    expect(await readFile(path)).toEqual(film);
  });

  it('starts over where the file is shorter than was noted, or gone, or without a validator', async () => {
    await writeFile(path, film);
    await truncate(path, 3);
    const kept = part({ validator: '"v1"', bytes: 20, safeBytes: 5 });
    expect((await fetched(kept, () => ({}))).asked).toEqual([null]);
    await rm(path);
    expect((await fetched(kept, () => ({}))).asked).toEqual([null]);
    expect((await fetched({ ...kept, validator: null }, () => ({}))).asked).toEqual([null]);
    expect(await readFile(path)).toEqual(film);
  });

  it('starts over where the cloud does: the file is another one now', async () => {
    await writeFile(path, 'from the old one');
    const kept = part({ validator: '"v0"', bytes: 30, safeBytes: 16 });
    const { noted } = await fetched(kept, () => ({ offset: 0, validator: '"v2"' }));
    expect(noted[0]).toEqual(part({ validator: '"v2"', bytes: 20 }));
    expect(await readFile(path)).toEqual(film);
  });

  it('is not begun where there is no room for it; what is missing is told', async () => {
    const spare = 16 * 1024 * 1024;
    const { result, noted } = await fetched(part(), () => ({}), spare + 19);
    expect(result).toEqual({ ok: false, error: { kind: 'disk-short', needed: spare + 20, free: spare + 19 } });
    expect(noted).toEqual([]);
    expect((await fetched(part(), () => ({}), spare + 20)).result.ok).toBe(true);
    expect((await fetched(part(), () => ({ bytes: null }), 0)).result.ok).toBe(true);
    const resumed = part({ validator: '"v1"', bytes: 20, safeBytes: 20 });
    const rest = await fetched(resumed, () => ({ offset: 20, body: Readable.from([]) }), spare);
    expect(rest.result.ok).toBe(true);
  });

  it('says why it cannot be written', async () => {
    await rm(dir, { recursive: true });
    expect((await fetched(part(), () => ({}))).result).toEqual({ ok: false, error: { kind: 'folder-gone' } });
  });

  it.skipIf(!canMount)(
    'that fills up a small disk says so, keeps what fits, and goes on when there is room',
    async () => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir]);
      try {
        const large = randomBytes(200_000);
        const opened = {
          bytes: large.length,
          body: Readable.from([large.subarray(0, 32_768), large.subarray(32_768)]),
        };
        const first = await fetched(part(), () => opened);
        expect(first.result).toEqual({ ok: false, error: { kind: 'disk-full' } });
        const kept = first.noted.at(-1) ?? part();
        expect(kept.safeBytes).toBeGreaterThanOrEqual(32_768);
        expect((await readFile(path)).subarray(0, kept.safeBytes)).toEqual(large.subarray(0, kept.safeBytes));

        execFileSync('mount', ['-o', 'remount,size=1m', dir]);
        const rest = Readable.from([large.subarray(kept.safeBytes)]);
        const second = await fetched(kept, () => ({ bytes: large.length, offset: kept.safeBytes, body: rest }));
        expect(second.result.ok).toBe(true);
        expect((await readFile(path)).equals(large)).toBe(true);
      } finally {
        execFileSync('umount', [dir]);
      }
    },
  );

  it('asks the real disk how much is free', async () => {
    expect(await freeBytesOf(dir)).toBeGreaterThan(0);
    expect(await freeBytesOf(join(dir, 'none'))).toBeNull();
  });
});
