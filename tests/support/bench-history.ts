import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createStores } from '../../src/main/storage/open-storage.ts';
import { type Database, openDatabase } from '../../src/main/storage/database.ts';
import type { Stores } from '../../src/main/storage/stores.ts';
import { anExport, aProject, aTurn } from '../unit/main/storage/samples.ts';

/** A project of so many turns. The last answer ends with `endOf(name)`. */
export type PastProject = { readonly name: string; readonly turns: number };

export function endOf(name: string): string {
  return `That was ${name}.`;
}

/** Writes these projects into the database of a profile that no app has open, through the app's own stores. */
export async function writeHistory(profileDir: string, projects: readonly PastProject[]): Promise<void> {
  await mkdir(profileDir, { recursive: true });
  const { database, stores } = openStores(profileDir);
  // Nobody pulls the plug here, and waiting for the disk at every turn would take minutes.
  database.exec('PRAGMA synchronous = OFF');
  projects.forEach((project) => writeProject(stores, project));
  database.close();
}

/** Writes a project with so many exports that were saved, and whose files are gone, into the same kind of profile. */
export async function writeExports(profileDir: string, count: number): Promise<void> {
  await mkdir(profileDir, { recursive: true });
  const { database, stores } = openStores(profileDir);
  database.exec('PRAGMA synchronous = OFF');
  const project = aProject({ name: 'Many exports' });
  stores.projects.save(project);
  for (let index = 0; index < count; index += 1) {
    const endedAt = 1_700_000_000_000 + index * 60_000;
    const fileName = `Cut ${index}.mp4`;
    const change = {
      fileName,
      state: 'saved',
      bytes: 2_000_000 + index,
      createdAt: endedAt - 60_000,
      endedAt,
    } as const;
    const record = anExport(project.id, change);
    stores.exports.save({ ...record, targetPath: join(profileDir, 'videos', fileName) });
  }
  database.close();
}

export function openStores(profileDir: string): { readonly database: Database; readonly stores: Stores } {
  const opened = openDatabase(join(profileDir, 'rushes.db'));
  if (!opened.ok) throw new Error(`The database does not open: ${JSON.stringify(opened.error)}`);
  const { database } = opened.value;
  return { database, stores: createStores(database) };
}

const english = 'sea wave light piano sunset title clip slower calm shore bird rain window street night snow'.split(
  ' ',
);
const chinese = ['海浪', '日落', '钢琴', '标题', '片段', '慢一点', '街道', '夜晚', '下雪', '窗外', '阳光', '音乐'];

/** What the user said in this turn: the words come around in ever new company, the number only once. */
function promptOf(index: number): string {
  const pick = <T>(list: readonly T[], step: number): T | undefined => list[Math.floor(index / step) % list.length];
  return index % 3 === 0
    ? `把${pick(chinese, 1) ?? ''}放在${pick(chinese, 7) ?? ''}后面，${pick(chinese, 43) ?? ''}（${index}）`
    : `Let the ${pick(english, 1) ?? ''} follow the ${pick(english, 11) ?? ''} after the ${pick(english, 101) ?? ''} (${index})`;
}

const answer =
  'The cut is **8 seconds** shorter now:\n\n- the second clip ends with the wave\n- the piano comes in after it\n\n' +
  '音乐已经调到 20%，标题在前三秒。Have a look, and tell me what you would like to change next.';

function writeProject(stores: Stores, { name, turns }: PastProject): void {
  const project = aProject({ name });
  stores.projects.save(project);
  for (let index = 0; index < turns; index += 1) {
    const startedAt = 1_700_000_000_000 + index * 60_000;
    const end = index === turns - 1 ? `\n\n${endOf(name)}` : '';
    stores.turns.save(
      aTurn(project.id, {
        prompt: promptOf(index),
        parts: [{ kind: 'text', text: `${answer}${end}` }],
        startedAt,
        endedAt: startedAt + 20_000,
      }),
    );
  }
}
