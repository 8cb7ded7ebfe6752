import { describe, expect, it } from 'vitest';
import type { DetectBlank } from '../../../../src/main/exports/deliver.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { createRig, renderPollMs } from './rig.ts';

const long = 20 * renderPollMs;

/** Watches that answer when the test says so. */
function createWatches() {
  const paths: string[] = [];
  const answers: ((seen: Awaited<ReturnType<DetectBlank>>) => void)[] = [];
  const detectBlank: DetectBlank = (path) => {
    paths.push(path);
    return new Promise((resolve) => answers.push(resolve));
  };
  return { paths, answers, detectBlank };
}

async function saved() {
  const watches = createWatches();
  const rig = createRig({ parts: { detectBlank: watches.detectBlank } });
  const app = rig.boot();
  const job = app.exports.start(rig.order());
  await rig.clock.advance(long);
  const check = () => rig.store.exports.get(job.id)?.job.check;
  return { ...watches, rig, app, job, check };
}

describe('a saved file that is looked through', () => {
  it('is saved at once, and what was seen is told afterwards', async () => {
    const { rig, paths, answers, job, check } = await saved();
    expect(rig.record(job.id).job).toMatchObject({ state: 'saved', check: { warnings: [], watched: false } });
    expect([rig.notified.length, paths]).toEqual([1, ['/videos/雨 café.mp4']]);
    answers[0]?.(ok({ black: true, silent: true }));
    await rig.clock.advance(1);
    expect(check()).toMatchObject({ warnings: ['black', 'silent'], watched: true });
    expect(rig.emitted.at(-1)).toMatchObject({ state: 'saved', check: { warnings: ['black', 'silent'] } });
    expect(rig.notified).toHaveLength(1);
  });

  it.each([
    ['only silent', ok({ black: false, silent: true }), { warnings: ['silent'], watched: true }],
    ['as it should be', ok({ black: false, silent: false }), { warnings: [], watched: true }],
    ['not to be decoded here', err({ code: 'cannot-decode' } as const), { warnings: [], watched: true }],
    ['looked through in vain', err({ code: 'media-job-failed' } as const), { warnings: [], watched: false }],
  ] as const)('is %s', async (_, seen, expected) => {
    const { rig, answers, check } = await saved();
    answers[0]?.(seen);
    await rig.clock.advance(1);
    expect(check()).toMatchObject(expected);
  });

  it('is looked through after the next start where the app ended before, and never twice', async () => {
    const { rig, app, paths, answers, check } = await saved();
    await app.exports.close();
    answers[0]?.(ok({ black: true, silent: false }));
    await rig.clock.advance(1);
    expect(check()).toMatchObject({ warnings: [], watched: false });
    rig.boot().exports.resume();
    await rig.clock.advance(1);
    answers[1]?.(ok({ black: true, silent: false }));
    await rig.clock.advance(1);
    expect(check()).toMatchObject({ warnings: ['black'], watched: true });
    rig.boot().exports.resume();
    await rig.clock.advance(1);
    expect(paths).toHaveLength(2);
  });

  it('stays off the list when it was removed meanwhile, and is left alone when it is gone', async () => {
    const { rig, app, paths, answers, job, check } = await saved();
    expect(app.exports.remove(job.id)).toEqual(ok(null));
    answers[0]?.(ok({ black: true, silent: true }));
    await rig.clock.advance(1);
    expect(check()).toBeUndefined();

    const other = await saved();
    await other.app.exports.close();
    other.rig.disk.clear();
    other.rig.boot().exports.resume();
    await other.rig.clock.advance(1);
    expect([paths.length, other.paths.length]).toEqual([1, 1]);
  });
});
