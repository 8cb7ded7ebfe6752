import { describe, expect, it } from 'vitest';
import { createLocalCommands, type LocalCommandParts } from '../../../src/main/turns/local-commands.ts';
import type { ExportBegun } from '../../../src/shared/domain/export-job.ts';
import { ok } from '../../../src/shared/result.ts';

/** Deeds whose exports all begin so; `begun` tells whether they asked for the place. */
function openActions(begins: ExportBegun, size: ReturnType<LocalCommandParts['sizeOf']>) {
  const begun: boolean[] = [];
  const unused = (): never => {
    throw new Error('not asked for');
  };
  const localCommands = createLocalCommands({
    credits: unused,
    readState: unused,
    pickFiles: unused,
    startInterchange: unused,
    describe: unused,
    askAboutAnswer: () => {},
    startExport: async (_, saveAs) => {
      begun.push(saveAs);
      return ok(begins);
    },
    sizeOf: () => size,
  });
  return { localCommands, begun };
}

const hd = { width: 1920, height: 1080 };
const started = { kind: 'notice', notice: { code: 'export-started' } };

describe('the export deed', () => {
  it('says what the file will be where another form was asked for', async () => {
    const { localCommands, begun } = openActions('started', hd);
    const form = { kind: 'notice', notice: { code: 'export-form', ...hd } };
    expect(await localCommands.export('p', 'export 4K MOV')).toEqual(ok([started, form]));
    expect(await localCommands.export('p', '导出1080p')).toEqual(ok([started, form]));
    expect(begun).toEqual([false, false]);
  });

  it('says so without a size that the draft does not tell', async () => {
    const { localCommands } = openActions('started', null);
    expect(await localCommands.export('p', 'export as gif')).toEqual(
      ok([started, { kind: 'notice', notice: { code: 'export-form' } }]),
    );
  });

  it('asks for a place that was named, and says nothing of a form that exports have', async () => {
    const { localCommands, begun } = openActions('started', hd);
    expect(await localCommands.export('p', 'export it as MP4 in high quality')).toEqual(ok([started]));
    expect((await localCommands.export('p', 'save it to my desktop')).ok).toBe(true);
    expect(begun).toEqual([false, true]);
  });

  it('promises no file where none will be', async () => {
    const { localCommands } = openActions('cancelled', hd);
    expect(await localCommands.export('p', 'export in 4K')).toEqual(
      ok([{ kind: 'notice', notice: { code: 'export-cancelled' } }]),
    );
  });
});
