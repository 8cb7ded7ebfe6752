import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { App } from '../../../../../src/main/app/app.ts';
import type { Context } from '../../../../../src/main/ipc/context.ts';
import { batchHandlers } from '../../../../../src/main/ipc/handlers/batch.ts';
import { done, err, ok } from '../../../../../src/shared/result.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes '));
});
afterEach(() => rm(folder, { recursive: true }));

/** Asks for the export of all, with what the batch knows and what the user answers; tells where it went. */
async function exportAll(known: string | null, answer: unknown) {
  const asked: string[] = [];
  const app = {
    batches: {
      folderOf: () => known,
      exportAll: (_id: string, where: string) => {
        asked.push(`export to ${where}`);
        return done;
      },
    },
    batchSelection: {
      chooseFolder: () => {
        asked.push('choose');
        return Promise.resolve(answer);
      },
    },
  } as unknown as App;
  const outcome = await batchHandlers['batch.exportAll']({ batchId: 'b1' }, app, { windowId: 1 } as Context);
  return { asked, outcome };
}

it('exports all to the folder that the batch has, unasked', async () => {
  expect((await exportAll(folder, ok('/elsewhere'))).asked).toEqual([`export to ${folder}`]);
});

it('asks for a folder where there is none, or it is gone', async () => {
  expect((await exportAll(null, ok('/other'))).asked).toEqual(['choose', 'export to /other']);
  expect((await exportAll(join(folder, 'gone'), ok('/other'))).asked).toEqual(['choose', 'export to /other']);
});

it('exports nothing where the user closes the dialog, or the folder cannot be written to', async () => {
  expect(await exportAll(null, ok(null))).toEqual({ asked: ['choose'], outcome: done });
  const refusal = err({ code: 'folder-read-only' });
  expect(await exportAll(null, refusal)).toEqual({ asked: ['choose'], outcome: refusal });
});
