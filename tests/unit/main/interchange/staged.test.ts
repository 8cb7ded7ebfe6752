import { mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInterchangeFolders } from '../../../../src/main/interchange/folder.ts';

let root: string;
let out: string;
let notes: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rushes 带走 '));
  [out, notes] = [join(root, 'out'), join(root, 'profile', 'kits')];
  await mkdir(out);
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** A folder in the making, whose app has ended since. */
async function left() {
  const staging = await createInterchangeFolders(notes).begin(out, 'Sea');
  await writeFile(join(staging.path, 'assets', 'clip.mp4'), 'film');
  return staging;
}
/** The next start. */
const clean = () => createInterchangeFolders(notes).clean();
const there = async () => [await readdir(out), (await readdir(notes)).length];

describe('a folder that a crash has left', () => {
  it('is gone after the next start, and forgotten', async () => {
    await left();
    expect(await there()).toEqual([['Sea.part'], 1]);
    await clean();
    expect(await there()).toEqual([[], 0]);
  });

  it('stays where it is not what was noted down: another one, a link, one with another name', async () => {
    const other = await left();
    await rm(other.path, { recursive: true });
    await mkdir(join(other.path, 'mine'), { recursive: true });
    await clean();
    expect(await there()).toEqual([['Sea.part'], 0]);
    await rm(other.path, { recursive: true });

    const linked = await left();
    await rename(linked.path, join(out, 'elsewhere'));
    await symlink(join(out, 'elsewhere'), linked.path);
    await clean();
    expect((await readdir(join(out, 'elsewhere'))).toSorted()).toContain('assets');

    await writeFile(join(notes, 'a-word'), join(out, 'elsewhere'));
    await writeFile(join(out, 'elsewhere', '.rushes-unfinished'), 'a-word');
    await clean();
    expect((await readdir(join(out, 'elsewhere'))).toSorted()).toContain('assets');
  });

  it('is looked for again where its disk is away', async () => {
    await left();
    await rename(out, join(root, 'startup-report'));
    await clean();
    await rename(join(root, 'startup-report'), out);
    expect(await there()).toEqual([['Sea.part'], 1]);
    await clean();
    expect(await there()).toEqual([[], 0]);
  });
});

it('a folder that is whole, or given up, leaves no mark and no note; one under way is left alone', async () => {
  const folders = createInterchangeFolders(notes);
  const [whole, given] = [await folders.begin(out, 'Sea'), await folders.begin(out, 'Sky')];
  await folders.clean();
  expect(await there()).toEqual([['Sea.part', 'Sky.part'], 2]);
  const path = await folders.finish(whole, 'Sea');
  await folders.discard(given);
  expect(await there()).toEqual([['Sea'], 0]);
  expect(await readdir(path)).toEqual(['assets']);
  await clean();
  expect(await there()).toEqual([['Sea'], 0]);
});
