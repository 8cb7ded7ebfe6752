import { describe, expect, it } from 'vitest';
import { exportOrder, phaseText } from '../../../../src/renderer/exports/phase.ts';
import { startTexts } from '../../../../src/renderer/text/text.ts';
import { exportJob } from '../state/fixtures.ts';

const t = startTexts('en');

describe('phases in words', () => {
  it.each([
    [{ state: 'queued' }, 'Waiting'],
    [{ state: 'submitted' }, 'Submitting'],
    [{ state: 'rendering' }, 'Rendering · usually 30 to 90 s'],
    [{ state: 'downloading', received: 340, bytes: 1000 }, 'Downloading 34 %'],
    [{ state: 'downloading', received: 340, bytes: null }, 'Downloading'],
    [{ state: 'checking' }, 'Checking'],
    [{ state: 'saved', bytes: 1000 }, 'Saved'],
    [{ state: 'cancelled' }, 'Cancelled'],
    [{ state: 'failed' }, 'Failed'],
    [{ state: 'failed', failure: { code: 'disk-full' } }, 'The disk is full. Make some room, then try again.'],
  ] as const)('%o', (job, text) => expect(phaseText(t, exportJob(job))).toBe(text));
});

it('puts running exports first in the order they were asked for, then the newest', () => {
  const jobs = [
    exportJob({ id: 'old', state: 'saved', createdAt: 1 }),
    exportJob({ id: 'second', createdAt: 4 }),
    exportJob({ id: 'new', state: 'failed', createdAt: 3 }),
    exportJob({ id: 'first', state: 'queued', createdAt: 2 }),
  ];
  expect(exportOrder(jobs).map(({ id }) => id)).toEqual(['first', 'second', 'new', 'old']);
});
