import { expect, it } from 'vitest';
import { interchangeAnnouncement } from '../../../../src/renderer/exports/interchange.tsx';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import type { InterchangeJob } from '../../../../src/shared/domain/export-job.ts';

const t = inLocale('en');
const job: InterchangeJob = {
  id: 'one',
  projectId: 'p',
  target: 'timelines',
  folderName: '海 cut',
  state: 'gathering',
  done: 0,
  of: 3,
  missing: 0,
  subtitles: false,
  failure: null,
  createdAt: 1,
};

it.each([
  ['is there', { state: 'saved' }, '“海 cut” is saved for other editors.'],
  [
    'will not be there',
    { state: 'failed', failure: { code: 'folder-read-only' } },
    /^“海 cut” couldn't be saved for other editors: [A-Z].+\.$/,
  ],
  ['was cancelled', { state: 'cancelled' }, null],
  ['goes on', { done: 2 }, null],
] as const)('of a cut that %s', (_, change, words) => {
  const said = interchangeAnnouncement(t, [job], [{ ...job, ...change }]);
  if (words instanceof RegExp) expect(said).toMatch(words);
  else expect(said).toBe(words);
});

it('is told once, and not of what ended before', () => {
  const saved: InterchangeJob = { ...job, state: 'saved' };
  expect(interchangeAnnouncement(t, [saved], [saved])).toBeNull();
  expect(interchangeAnnouncement(t, [], [saved])).toBeNull();
});
