import { describe, expect, it } from 'vitest';
import { exportOrder, phaseText } from '../../../../src/renderer/exports/phase.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import { exportJob } from '../state/fixtures.ts';

const t = inLocale('en');

describe('phases in words', () => {
  it.each([
    [{ state: 'queued' }, 'Waiting'],
    [{ state: 'submitted' }, 'Submitting'],
    [{ state: 'waiting' }, 'Starts when the agent is done'],
    [{ state: 'rendering' }, 'Rendering · usually 30–90 s'],
    [{ state: 'rendering', estimateMs: 60_000 }, 'Rendering · about 40 s left'],
    [{ state: 'rendering', progress: 0.57, estimateMs: 60_000 }, 'Rendering 57%'],
    [
      { state: 'rendering', progress: 0.57, polls: 10 },
      'Taking longer than usual: 6 min 0 s so far. Still rendering.',
      360_000,
    ],
    [{ state: 'rendering', estimateMs: 200_000 }, 'Rendering · about 3 min 0 s left'],
    [{ state: 'rendering', estimateMs: 20_000 }, 'Rendering · a moment longer'],
    [{ state: 'rendering', estimateMs: 1_000 }, 'Rendering · a moment longer'],
    [{ state: 'rendering', estimateMs: 60_000 }, 'Rendering · about 1 min 0 s left', -9_000],
    [{ state: 'rendering', polls: 9 }, 'Rendering · usually 30–90 s', 360_000],
    [{ state: 'rendering', polls: 10 }, 'Taking longer than usual: 6 min 0 s so far. Still rendering.', 360_000],
    [{ state: 'rendering', polls: 10 }, 'Taking longer than usual. Still rendering.', -9_000],
    [{ state: 'downloading', received: 340, bytes: 1000 }, 'Downloading 34%'],
    [{ state: 'downloading', received: 960, bytes: 1000 }, 'Downloading 96% · almost done'],
    [{ state: 'downloading', received: 340, bytes: null }, 'Downloading'],
    [{ state: 'checking' }, 'Checking'],
    [{ state: 'saved', bytes: 1000 }, 'Saved'],
    [{ state: 'cancelled' }, 'Cancelled'],
    [{ state: 'failed' }, 'Failed'],
    [
      { state: 'failed', failure: { code: 'disk-short', params: { needed: 3 * 1024 ** 3, free: 50 * 1024 ** 2 } } },
      'Not enough space on that disk: this needs 3.0 GB, and 50 MB are free. Free some space, then try again.',
    ],
    [
      { state: 'failed', failure: { code: 'disk-full' } },
      'The disk is full. Free some space, then try again: what has arrived is kept.',
    ],
  ] as const)('%o', (job, text, tookMs: number = 20_000) => expect(phaseText(t, exportJob(job), tookMs)).toBe(text));
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
