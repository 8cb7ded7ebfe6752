import { describe, expect, it } from 'vitest';
import { nothingUnderWay, tallied } from '../../../../src/main/desktop/activity.ts';
import { jobLines, opensByClick, trayMenu } from '../../../../src/main/desktop/tray-menu.ts';
import { mainTexts } from '../../../../src/shared/locales/main-texts.ts';
import type { MediaJob } from '../../../../src/shared/domain/media-job.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { exportJob, turn, upload } from '../../renderer/state/fixtures.ts';

const t = mainTexts('en');
const localCommands = { open: () => undefined, quit: () => undefined };

describe('the tray', () => {
  it('has a line for each export, upload and project at work', () => {
    const events: readonly AppEvent[] = [
      { type: 'export', job: exportJob({ fileName: 'city.mp4', state: 'downloading' }) },
      { type: 'upload', upload: upload({ name: 'clip.mov' }) },
      { type: 'turn', turn: turn({ id: 't1', projectId: 'p1' }) },
      { type: 'turn', turn: turn({ id: 't2', projectId: 'p2' }) },
      { type: 'turn', turn: turn({ id: 't3', projectId: 'p3', state: 'queued' }) },
    ];
    const activity = events.reduce((before, event) => tallied(before, event, false), nothingUnderWay);
    const names = (id: string) => (id === 'p1' ? 'Neon city' : '');
    expect(jobLines(activity, t, names)).toEqual([
      'city.mp4: downloading',
      'clip.mov: uploading',
      'Neon city: the agent is working',
      'New project: the agent is working',
    ]);
  });

  it('has one for each file that is being made, and one for what was made and waits for the user', () => {
    const job: MediaJob = {
      id: 'w1',
      projectId: 'p1',
      fileId: 'f1',
      source: { name: 'long.mp4', bytes: 9 },
      kind: 'compress',
      state: 'running',
      name: 'long.mp4',
      progress: 0.5,
      startedAt: 1,
      endedAt: null,
      failure: null,
      result: null,
    };
    const told = (...jobs: readonly MediaJob[]) =>
      jobLines(
        jobs.reduce((before, one) => tallied(before, { type: 'media-job', job: one }, false), nothingUnderWay),
        t,
        () => '',
      );
    expect(told({ ...job, state: 'queued' }, job)).toEqual(['long.mp4: compressing']);
    expect(told(job, { ...job, state: 'ready' })).toEqual(['long.mp4: ready to look at']);
    expect(told(job, { ...job, state: 'used' })).toEqual([]);
  });

  it('opens the window by a click, but where the click opens its menu', () => {
    expect((['darwin', 'win32', 'linux'] as const).map(opensByClick)).toEqual([false, true, true]);
  });

  it('leads to the window and out, and stays short', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `Salt & pepper ${index}: rendering`);
    const labels = trayMenu(lines, t, localCommands).map(({ label, type }) => label ?? type);
    expect(labels).toHaveLength(16);
    expect(labels[0]).toBe('Salt && pepper 0: rendering');
    expect(labels.slice(-4)).toEqual(['+ 8', 'separator', 'Open Rushes', 'Quit']);
  });

  it('begins with the way to the window where nothing is under way', () => {
    expect(trayMenu([], t, localCommands).map(({ label, type }) => label ?? type)).toEqual(['Open Rushes', 'Quit']);
  });
});
