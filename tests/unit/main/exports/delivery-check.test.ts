import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../../src/main/drafts/draft-parser.ts';
import { deliveryCheck } from '../../../../src/main/exports/deliver.ts';
import type { Inspection, Probe } from '../../../../src/main/media/probe.ts';

const film = { durationMs: 10_000, width: 640, height: 360, hasVideo: true, hasAudio: true };
const good: Probe = { ...film, videoCodec: 'avc', audioCodec: 'aac' };
const draft = readDraft({
  t: [
    { tt: 0, sg: [{ d: 10_000 }] },
    { tt: 1, sg: [{ d: 8_000 }] },
  ],
});

function plays(change: Partial<Probe> = {}): Inspection {
  return { kind: 'plays', probe: { ...good, ...change } };
}

describe('the delivery check', () => {
  it('gives the facts of a film that is as it should be', () => {
    expect(deliveryCheck(plays(), 123, draft)).toEqual({
      durationMs: 10_000,
      bytes: 123,
      width: 640,
      height: 360,
      videoCodec: 'avc',
      audioCodec: 'aac',
      warnings: [],
      watched: false,
    });
  });

  it.each([
    ['no picture', plays({ hasVideo: false }), ['no-video']],
    ['no sound', plays({ hasAudio: false }), ['no-audio']],
    ['half a second off', plays({ durationMs: 10_500 }), []],
    ['more than half a second too long', plays({ durationMs: 10_501 }), ['length']],
    ['more than half a second too short', plays({ durationMs: 9_499 }), ['length']],
    ['not to be opened', { kind: 'unreadable' } as const, ['unchecked']],
  ])('tells that it is %s', (_, found, warnings) => {
    expect(deliveryCheck(found, 1, draft).warnings).toEqual(warnings);
  });

  it('allows a long film two percent, and asks nothing that the draft does not say', () => {
    const long = readDraft({ t: [{ tt: 0, sg: [{ d: 100_000 }] }] });
    expect(deliveryCheck(plays({ durationMs: 102_000, hasAudio: false }), 1, long).warnings).toEqual([]);
    expect(deliveryCheck(plays({ durationMs: 102_001 }), 1, long).warnings).toEqual(['length']);
    expect(deliveryCheck(plays({ durationMs: 5, hasVideo: false }), 1, readDraft(null)).warnings).toEqual([]);
  });
});
