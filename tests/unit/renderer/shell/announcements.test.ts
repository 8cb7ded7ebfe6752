import { describe, expect, it } from 'vitest';
import { announcementOf, exportAnnouncement, type Moment } from '../../../../src/renderer/shell/announcements.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import { exportJob, turn } from '../state/fixtures.ts';

const t = inLocale('en');
const pulse = { turnId: 't1', working: true, activity: null, troubled: false, asks: false };
const working: Moment = { pulse, running: turn() };
const recovering = (attempt: number) => ({
  ...working,
  running: turn({ parts: [{ kind: 'notice', notice: { code: 'recovering', attempt, of: 5 } }] }),
});

describe('news for a screen reader', () => {
  it.each([
    ['work begins', { pulse: undefined, running: undefined }, working, 'The agent is working.'],
    ['work ends', working, { pulse: { ...pulse, working: false }, running: undefined }, 'The agent is done.'],
    [
      'the agent asks',
      working,
      { pulse: { ...pulse, working: false, asks: true }, running: undefined },
      'The agent has a question for you.',
    ],
    [
      'work fails',
      working,
      { pulse: { ...pulse, working: false, troubled: true }, running: undefined },
      "The agent couldn't finish.",
    ],
    [
      'it goes on for long',
      working,
      { ...working, running: turn({ stillWorkingMs: 250_000 }) },
      'Still working… 4 min',
    ],
    ['an answer was lost', working, recovering(1), /Checking what the agent made/],
  ] as const)('%s', (_, before, now, words) => expect(announcementOf(t, before, now)).toMatch(words));

  it.each([
    ['words arrive', working, { ...working, running: turn({ parts: [{ kind: 'text', text: 'Hello' }] }) }],
    ['the cloud is asked once more', recovering(1), recovering(2)],
    ['it shows which turn was at work', { pulse: { ...pulse, turnId: null }, running: undefined }, working],
    ['nothing happened', working, working],
  ] as const)('none when %s', (_, before, now) => expect(announcementOf(t, before, now)).toBeNull());
});

describe('news of exports', () => {
  it.each([
    ['one begins', [], 'queued', 'The export has started.'],
    ['one is tried again', ['failed'], 'queued', 'The export has started.'],
    ['one is saved', ['checking'], 'saved', 'The export is finished.'],
    ['one fails', ['rendering'], 'failed', "The export didn't work. The list of exports says why."],
  ] as const)('%s', (_, before, state, words) =>
    expect(
      exportAnnouncement(
        t,
        before.map((one) => exportJob({ state: one })),
        [exportJob({ state })],
      ),
    ).toBe(words),
  );

  it.each([
    ['it goes on', 'rendering', 'downloading'],
    ['more of it is there', 'downloading', 'downloading'],
    ['the user cancels it', 'rendering', 'cancelled'],
    ['its file is looked for', 'saved', 'saved'],
  ] as const)('none when %s', (_, before, state) =>
    expect(exportAnnouncement(t, [exportJob({ state: before })], [exportJob({ state })])).toBeNull(),
  );
});
