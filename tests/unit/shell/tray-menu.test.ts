import { describe, expect, it } from 'vitest';
import { enPresence } from '../../../src/main/shell/presence-texts.ts';
import { nothingUnderWay, tallied } from '../../../src/main/shell/tally.ts';
import { jobLines, trayMenu } from '../../../src/main/shell/tray-menu.ts';
import type { AppEvent } from '../../../src/shared/ipc/events.ts';
import { exportJob, turn, upload } from '../renderer/state/fixtures.ts';

const deeds = { open: () => undefined, quit: () => undefined };

describe('the tray', () => {
  it('has a line for each export, upload and project at work', () => {
    const events: readonly AppEvent[] = [
      { type: 'export', job: exportJob({ fileName: 'city.mp4', state: 'downloading' }) },
      { type: 'upload', upload: upload({ name: 'clip.mov' }) },
      { type: 'turn', turn: turn({ id: 't1', projectId: 'p1' }) },
      { type: 'turn', turn: turn({ id: 't2', projectId: 'p2' }) },
      { type: 'turn', turn: turn({ id: 't3', projectId: 'p3', state: 'queued' }) },
    ];
    const tally = events.reduce((before, event) => tallied(before, event, false), nothingUnderWay);
    const names = (id: string) => (id === 'p1' ? 'Neon city' : '');
    expect(jobLines(tally, enPresence, names)).toEqual([
      'city.mp4: downloading',
      'clip.mov: uploading',
      'Neon city: the agent is working',
      'New project: the agent is working',
    ]);
  });

  it('leads to the window and out, and stays short', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `Salt & pepper ${index}: rendering`);
    const labels = trayMenu(lines, enPresence, deeds).map(({ label, type }) => label ?? type);
    expect(labels).toHaveLength(16);
    expect(labels[0]).toBe('Salt && pepper 0: rendering');
    expect(labels.slice(-4)).toEqual(['+ 8', 'separator', 'Open Rushes', 'Quit']);
  });

  it('begins with the way to the window where nothing is under way', () => {
    expect(trayMenu([], enPresence, deeds).map(({ label, type }) => label ?? type)).toEqual(['Open Rushes', 'Quit']);
  });
});
