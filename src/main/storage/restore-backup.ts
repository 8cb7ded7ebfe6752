import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { renameFileSync } from '../file-retry.ts';
import { backUp, backupsIn, copyDurably, writeThrough } from './backups.ts';
import { foldLog, removeCopy, takeSteps, withFile, writtenVersion } from './upgrade.ts';

/**
 * What was under way when a backup was made may have ended since: exports and batches go on only if the user says so again. Messages
 * that wait do so in any case.
 */
const holdBack = `
  UPDATE exports SET state = 'cancelled', endedAt = phaseAt WHERE endedAt IS NULL;
  UPDATE batchItems SET state = 'stopped' WHERE state IN ('waiting', 'uploading', 'asking', 'exporting');
  UPDATE batches SET state = 'stopped', pause = 'null', endedAt = createdAt WHERE state IN ('running', 'paused')`;

/**
 * Puts a backup in the place of the history at `path`, which nobody has open: the newest that is whole, or this one alone. What is
 * there is a backup itself from then on. Answers with the time of the state that was restored, epoch ms; null where nothing was changed,
 * for want of room or of a whole backup. It reads and writes whole files.
 */
export function restoreBackup(path: string, steps: readonly string[], id: string | null = null): number | null {
  const next = `${path}.next`;
  for (const backup of backupsIn(dirname(path))) {
    if (id !== null && backup.id !== id) continue;
    try {
      removeCopy(next);
      copyDurably(backup.path, next);
      const version = writtenVersion(next);
      if (version < 1 || version > steps.length) continue;
      takeSteps(next, version, steps);
      withFile(next, (database) => database.exec(holdBack));
      writeThrough(next);
      if (existsSync(path)) keepPresent(path);
      renameFileSync(next, path);
      return backup.at;
    } catch {
      // It is damaged as well: an older one may be whole.
    } finally {
      removeCopy(next);
    }
  }
  return null;
}

function keepPresent(path: string): void {
  foldLog(path);
  const kept = backUp(dirname(path), `replaced-${new Date().toISOString().replaceAll(/[-:.]/g, '')}`);
  if (!kept.ok) throw new Error(kept.error);
}
