import { describe, expect, it } from 'vitest';
import {
  badgeNumber,
  exportsSeen,
  nothingUnderWay,
  progressOf,
  withEvent,
  activityOf,
  type DesktopActivity,
} from '../../../../src/main/desktop/activity.ts';
import type { ExportJob } from '../../../../src/shared/domain/export-job.ts';
import type { Upload } from '../../../../src/shared/domain/upload.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { exportJob, project, turn, upload } from '../../renderer/state/fixtures.ts';

const job = (changes: Partial<ExportJob>): AppEvent => ({ type: 'export', job: exportJob(changes) });
const file = (changes: Partial<Upload>): AppEvent => ({ type: 'upload', upload: upload(changes) });
const after = (start: DesktopActivity, ...events: readonly AppEvent[]): DesktopActivity =>
  events.reduce((activity, event) => withEvent(activity, event, false), start);

describe('badgeNumber', () => {
  it('counts answers not read and exports that ended unseen', () => {
    const activity = after(
      nothingUnderWay,
      { type: 'project', project: project({ id: 'p1', unread: 2 }) },
      { type: 'project', project: project({ id: 'p2', unread: 1 }) },
      job({ id: 'x1' }),
      job({ id: 'x2' }),
      job({ id: 'x1', state: 'saved' }),
      job({ id: 'x2', state: 'failed' }),
    );
    expect(badgeNumber(activity)).toBe(5);
    expect(badgeNumber(exportsSeen(activity))).toBe(3);
    expect(badgeNumber(after(activity, { type: 'project', project: project({ id: 'p1' }) }))).toBe(3);
    expect(badgeNumber(after(activity, { type: 'project-removed', projectId: 'p2' }))).toBe(4);
  });

  it('does not count what ended before the user’s eyes, what the user cancelled, or what was over before', () => {
    const running = after(nothingUnderWay, job({ id: 'x1' }), job({ id: 'x2' }));
    const seen = withEvent(running, job({ id: 'x1', state: 'saved' }), true);
    expect(badgeNumber(after(seen, job({ id: 'x2', state: 'cancelled' }), job({ id: 'x3', state: 'saved' })))).toBe(0);
  });

  it('takes an export back that is tried again', () => {
    const failed = after(nothingUnderWay, job({ id: 'x1' }), job({ id: 'x1', state: 'failed' }));
    expect(badgeNumber(failed)).toBe(1);
    expect(badgeNumber(after(failed, job({ id: 'x1', state: 'queued' })))).toBe(0);
  });

  it('begins with what ended since the exports were last looked at', () => {
    const exports = [
      exportJob({ id: 'x1', state: 'saved', endedAt: 900 }),
      exportJob({ id: 'x2', state: 'saved', endedAt: 1100 }),
      exportJob({ id: 'x3', state: 'cancelled', endedAt: 1200 }),
      exportJob({ id: 'x4', state: 'rendering' }),
    ];
    const activity = activityOf({ projects: [project({ unread: 3 })], exports, turns: [turn()], exportsSeenAt: 1000 });
    expect(badgeNumber(activity)).toBe(4);
    expect([...activity.exports.keys()]).toEqual(['x4']);
    expect([...activity.turns.keys()]).toEqual(['t1']);
  });
});

describe('progressOf', () => {
  it('shows nothing while nothing is transferred or rendered', () => {
    expect(progressOf(nothingUnderWay)).toEqual({ kind: 'none' });
    const working = after(nothingUnderWay, { type: 'turn', turn: turn() });
    expect(progressOf(working)).toEqual({ kind: 'none' });
  });

  it('knows no share of a rendering, nor of a download of unknown length', () => {
    expect(progressOf(after(nothingUnderWay, job({ state: 'rendering' })))).toEqual({ kind: 'unknown' });
    const download = job({ state: 'downloading', received: 10, bytes: null });
    expect(progressOf(after(nothingUnderWay, download))).toEqual({ kind: 'unknown' });
  });

  it('weighs all transfers by their bytes, and clears when the last one ends', () => {
    const both = after(
      nothingUnderWay,
      file({ id: 'u1', state: 'uploading', sent: 100, bytes: 300 }),
      job({ id: 'x1', state: 'downloading', received: 200, bytes: 700 }),
      job({ id: 'x2', state: 'rendering' }),
    );
    expect(progressOf(both)).toEqual({ kind: 'known', share: 0.3 });
    const one = after(both, file({ id: 'u1', state: 'uploaded' }), job({ id: 'x1', state: 'saved' }));
    expect(progressOf(one)).toEqual({ kind: 'unknown' });
    expect(progressOf(after(one, job({ id: 'x2', state: 'cancelled' })))).toEqual({ kind: 'none' });
  });

  it('forgets an upload that failed or was taken out', () => {
    const sending = after(nothingUnderWay, file({ id: 'u1' }), file({ id: 'u2', state: 'waiting' }));
    const gone = after(sending, { type: 'upload-removed', projectId: 'p1', uploadId: 'u2' });
    expect(progressOf(after(gone, file({ id: 'u1', state: 'failed' })))).toEqual({ kind: 'none' });
  });
});
