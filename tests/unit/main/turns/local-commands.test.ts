import { describe, expect, it } from 'vitest';
import { createBus } from '../../../../src/main/app/bus.ts';
import { createLocalCommands, type LocalCommandsDeps } from '../../../../src/main/turns/local-commands.ts';
import type { ExportBegun } from '../../../../src/shared/domain/export-job.ts';
import type { ReplyPart } from '../../../../src/shared/domain/turn.ts';
import { ok } from '../../../../src/shared/result.ts';
import { aTurn } from '../storage/samples.ts';

/** Says this to an app whose exports all begin so; `places` tells whether they asked for the place. */
async function say(text: string, begins: ExportBegun, size: ReturnType<LocalCommandsDeps['draftVersions']['size']>) {
  const places: boolean[] = [];
  const unused = (): never => {
    throw new Error('not asked for');
  };
  let parts: readonly ReplyPart[] = [];
  const { run } = createLocalCommands(
    { bus: createBus(unused) },
    {
      turns: {
        settleLocally: async (_, work) => {
          const done = await work;
          if (done.ok) parts = done.value;
        },
      },
      link: { refreshCredits: unused },
      reader: { readState: unused },
      draftVersions: { size: () => size },
      pickFiles: unused,
      beginInterchange: unused,
      toFailure: unused,
      beginExport: ({ saveAs }) => {
        places.push(saveAs);
        return Promise.resolve(ok(begins));
      },
    },
  );
  await run(aTurn('p', { route: 'export', prompt: text }));
  return { parts, places };
}

const hd = { width: 1920, height: 1080 };
const started = { kind: 'notice', notice: { code: 'export-started' } };

describe('an export that the user asks for in words', () => {
  it('says what the file will be where another form was asked for', async () => {
    const form = { kind: 'notice', notice: { code: 'export-form', ...hd } };
    expect(await say('export 4K MOV', 'started', hd)).toEqual({ parts: [started, form], places: [false] });
    expect(await say('导出1080p', 'started', hd)).toEqual({ parts: [started, form], places: [false] });
  });

  it('says so without a size that the draft does not tell', async () => {
    const { parts } = await say('export as gif', 'started', null);
    expect(parts).toEqual([started, { kind: 'notice', notice: { code: 'export-form' } }]);
  });

  it('asks for a place that was named, and says nothing of a form that exports have', async () => {
    const asked = await say('export it as MP4 in high quality', 'started', hd);
    expect(asked).toEqual({ parts: [started], places: [false] });
    expect((await say('save it to my desktop', 'started', hd)).places).toEqual([true]);
  });

  it('promises no file where none will be', async () => {
    const { parts } = await say('export in 4K', 'cancelled', hd);
    expect(parts).toEqual([{ kind: 'notice', notice: { code: 'export-cancelled' } }]);
  });
});
