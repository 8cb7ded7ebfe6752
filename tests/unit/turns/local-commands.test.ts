import { describe, expect, it } from 'vitest';
import { createDeeds, type DeedParts } from '../../../src/main/turns/local-commands.ts';
import type { ExportBegun } from '../../../src/shared/domain/export-job.ts';
import { ok } from '../../../src/shared/result.ts';

/** Deeds whose exports all begin so; `begun` tells whether they asked for the place. */
function openDeeds(begins: ExportBegun, size: ReturnType<DeedParts['sizeOf']>) {
  const begun: boolean[] = [];
  const unused = (): never => {
    throw new Error('not asked for');
  };
  const deeds = createDeeds({
    credits: unused,
    readState: unused,
    pickFiles: unused,
    startLeave: unused,
    describe: unused,
    askAboutAnswer: () => {},
    startExport: async (_, saveAs) => {
      begun.push(saveAs);
      return ok(begins);
    },
    sizeOf: () => size,
  });
  return { deeds, begun };
}

const hd = { width: 1920, height: 1080 };
const started = { kind: 'notice', notice: { code: 'export-started' } };

describe('the export deed', () => {
  it('says what the file will be where another form was asked for', async () => {
    const { deeds, begun } = openDeeds('started', hd);
    const form = { kind: 'notice', notice: { code: 'export-form', ...hd } };
    expect(await deeds.export('p', 'export 4K MOV')).toEqual(ok([started, form]));
    expect(await deeds.export('p', '导出1080p')).toEqual(ok([started, form]));
    expect(begun).toEqual([false, false]);
  });

  it('says so without a size that the draft does not tell', async () => {
    const { deeds } = openDeeds('started', null);
    expect(await deeds.export('p', 'export as gif')).toEqual(
      ok([started, { kind: 'notice', notice: { code: 'export-form' } }]),
    );
  });

  it('asks for a place that was named, and says nothing of a form that exports have', async () => {
    const { deeds, begun } = openDeeds('started', hd);
    expect(await deeds.export('p', 'export it as MP4 in high quality')).toEqual(ok([started]));
    expect((await deeds.export('p', 'save it to my desktop')).ok).toBe(true);
    expect(begun).toEqual([false, true]);
  });

  it('promises no file where none will be', async () => {
    const { deeds } = openDeeds('cancelled', hd);
    expect(await deeds.export('p', 'export in 4K')).toEqual(
      ok([{ kind: 'notice', notice: { code: 'export-cancelled' } }]),
    );
  });
});
