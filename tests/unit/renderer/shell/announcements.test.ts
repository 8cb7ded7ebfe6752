import { describe, expect, it } from 'vitest';
import { announcementOf, type Moment } from '../../../../src/renderer/shell/announcements.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import { turn } from '../state/fixtures.ts';

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
