import { stat } from 'node:fs/promises';
import { join } from 'node:path';

const projects = ['User Data', 'Projects', 'com.lveditor.draft'] as const;

/** Where CapCut, or else JianYing, keeps its drafts on this computer: absolute, or null. `local`: `%LOCALAPPDATA%` of Windows. */
export async function findCapcutFolder(homeDir: string, local: string | undefined): Promise<string | null> {
  const roots = [...(local ? [local] : []), join(homeDir, 'Movies')];
  const folders = roots.flatMap((root) => ['CapCut', 'JianyingPro'].map((name) => join(root, name, ...projects)));
  for (const folder of folders) if ((await stat(folder).catch(() => null))?.isDirectory() === true) return folder;
  return null;
}
