import { randomUUID } from 'node:crypto';
import type { BatchItem } from '../../shared/domain/batch.ts';
import { messageFor } from '../../shared/domain/template.ts';
import type { BatchItemRecord } from '../storage/stores.ts';
import type { TrayFile } from './tray.ts';

/** An item that has not begun; `n` from 1 on. */
export function newItem(batchId: string, { path, ...file }: TrayFile, n: number, template: string): BatchItemRecord {
  return {
    batchId,
    path,
    targetPath: null,
    item: {
      ...file,
      id: randomUUID(),
      n,
      state: 'waiting',
      message: messageFor(template, file.name, n),
      projectId: null,
      uploadId: null,
      turnId: null,
      exportId: null,
      doubt: null,
      failure: null,
    },
  };
}

/** Whether an item waits for this turn or export now. */
export function isAbout({ state, turnId, exportId }: BatchItem, id: string): boolean {
  return (state === 'asking' && turnId === id) || (state === 'exporting' && exportId === id);
}
