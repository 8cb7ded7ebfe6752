import { describe, expect, it } from 'vitest';
import {
  type AtStart,
  openStartupReport,
  startupReportOf,
  withEvent,
} from '../../../../src/main/app/startup-report.ts';
import type { Settings } from '../../../../src/main/storage/settings.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { testEnv } from '../../../support/test-env.ts';
import { exportJob, project, turn, upload } from '../../renderer/state/fixtures.ts';

const nothing: AtStart = { projects: [project()], exports: [], turns: [], uploads: [] };
const told = (found: Partial<AtStart>, ...events: readonly AppEvent[]) =>
  events
    .reduce(withEvent, startupReportOf({ ...nothing, ...found }, 1000))
    .items.map(({ id, outcome }) => [id, outcome]);

describe('awayAtStart', () => {
  it('has nothing to tell after an ordinary end', () => {
    const exports = [
      exportJob({ state: 'saved', endedAt: 900 }),
      exportJob({ id: 'x2', state: 'cancelled', endedAt: 2000 }),
    ];
    expect(told({ exports })).toEqual([]);
  });

  it('tells at once what ended unseen, what was not sent, and what was not uploaded', () => {
    const exports = [
      exportJob({ id: 'x1', state: 'saved', endedAt: 1001 }),
      exportJob({ id: 'x2', state: 'failed', endedAt: 1002, failure: { code: 'disk-full' } }),
    ];
    const turns = [turn({ id: 't1', state: 'queued' }), turn({ id: 't2', state: 'queued' })];
    expect(told({ exports, turns, uploads: [upload()] })).toEqual([
      ['x1', 'saved'],
      ['x2', 'export-failed'],
      ['t1', 'not-sent'],
      ['u1', 'not-uploaded'],
    ]);
  });

  it('leaves out what belongs to a deleted project', () => {
    expect(told({ projects: [], turns: [turn({ state: 'queued' })], uploads: [upload()] })).toEqual([]);
  });
});

describe('withNews', () => {
  it('tells what became of exports and answers that were under way, as they end', () => {
    const exports = [exportJob({ id: 'x1' }), exportJob({ id: 'x2' }), exportJob({ id: 'x3' })];
    const turns = [turn({ id: 't1' }), turn({ id: 't2' }), turn({ id: 't3' })];
    expect(told({ exports, turns })).toEqual([]);
    expect(
      told(
        { exports, turns },
        { type: 'export', job: exportJob({ id: 'x1', state: 'downloading' }) },
        { type: 'export', job: exportJob({ id: 'x1', state: 'saved' }) },
        { type: 'turn', turn: turn({ id: 't2', state: 'unknown' }) },
        { type: 'turn', turn: turn({ id: 't1', state: 'done' }) },
        { type: 'export', job: exportJob({ id: 'x2', state: 'failed' }) },
        { type: 'turn', turn: turn({ id: 't3', state: 'failed' }) },
        { type: 'export', job: exportJob({ id: 'x3', state: 'cancelled' }) },
      ),
    ).toEqual([
      ['x1', 'saved'],
      ['t2', 'answer-unknown'],
      ['t1', 'answered'],
      ['x2', 'export-failed'],
      ['t3', 'answer-failed'],
    ]);
  });

  it('does not tell what began after the start', () => {
    expect(
      told(
        {},
        { type: 'export', job: exportJob({ state: 'saved' }) },
        { type: 'turn', turn: turn({ state: 'done' }) },
        { type: 'upload', upload: upload({ state: 'failed' }) },
      ),
    ).toEqual([]);
  });

  it('takes back what the user has seen to', () => {
    const found = {
      exports: [exportJob({ state: 'failed', endedAt: 2000 })],
      turns: [turn({ state: 'queued' })],
      uploads: [upload({ id: 'u1' }), upload({ id: 'u2' })],
    };
    expect(
      told(
        found,
        { type: 'upload', upload: upload({ id: 'u1', state: 'failed' }) },
        { type: 'export', job: exportJob({ state: 'queued' }) },
        { type: 'turn', turn: turn({ state: 'sending' }) },
        { type: 'upload', upload: upload({ id: 'u1', state: 'uploading' }) },
        { type: 'upload-removed', projectId: 'p1', uploadId: 'u2' },
      ),
    ).toEqual([]);
    expect(told(found, { type: 'project-removed', projectId: 'p1' })).toEqual([]);
    expect(told(found, { type: 'turn-removed', projectId: 'p1', turnId: 't1' })).toHaveLength(3);
  });
});

describe('the startup report', () => {
  const under = (...ids: readonly string[]): AtStart => ({ ...nothing, exports: ids.map((id) => exportJob({ id })) });
  const settings = (exportsSeenAt: number) => {
    const values = { exportsSeenAt };
    return {
      values,
      get: () => values.exportsSeenAt,
      set: (_name: string, value: number) => void (values.exportsSeenAt = value),
    } as unknown as Pick<Settings, 'get' | 'set'> & { readonly values: { readonly exportsSeenAt: number } };
  };

  it('tells the window of news alone, and of nothing any more once it was dismissed', () => {
    const env = testEnv();
    const report = openStartupReport(env, { settings: settings(1000), found: under('x1', 'x2') });
    report.observe({ type: 'export', job: exportJob({ id: 'x1', state: 'downloading' }) });
    expect(env.events).toEqual([]);
    report.observe({ type: 'export', job: exportJob({ id: 'x1', state: 'saved' }) });
    expect(env.events).toHaveLength(1);
    report.dismiss();
    expect(env.events.at(-1)).toEqual({ type: 'startup-report', items: [] });
    report.observe({ type: 'export', job: exportJob({ id: 'x2', state: 'saved' }) });
    expect(report.items()).toEqual([]);
    expect(env.events).toHaveLength(2);
  });

  it('says nothing of what an older version of the app has exported', () => {
    const env = testEnv();
    const exports = [exportJob({ state: 'saved', endedAt: env.clock.now() - 1 })];
    const given = settings(0);
    const report = openStartupReport(env, { settings: given, found: { ...nothing, exports } });
    expect([report.items(), given.values.exportsSeenAt]).toEqual([[], env.clock.now()]);
  });
});
