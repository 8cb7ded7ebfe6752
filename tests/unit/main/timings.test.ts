import { describe, expect, it } from 'vitest';
import { readTimings } from '../../../src/main/timings.ts';

describe('readTimings', () => {
  it('has the waits of the wire contract', () => {
    const expected = {
      renderPollMs: 30_000,
      stillWorkingMs: 120_000,
      heartbeatOnlyMs: 600_000,
      turnMaxMs: 900_000,
      recoveryFirstMs: 30_000,
      recoveryEveryMs: 60_000,
      rateLimitMs: 30_000,
    };
    expect(readTimings(undefined)).toMatchObject({ ok: true, value: expected });
    expect(readTimings('')).toEqual(readTimings(undefined));
  });

  it('overrides by name and leaves the rest', () => {
    const timings = readTimings('{"renderPollMs":50,"turnMaxMs":0}');
    expect(timings).toMatchObject({ ok: true, value: { renderPollMs: 50, turnMaxMs: 0, rateLimitMs: 30_000 } });
  });

  it.each([
    '{"renderPolMs":50}',
    '{"renderPollMs":-1}',
    '{"renderPollMs":"50"}',
    '[]',
    'null',
    '50',
    '{',
    'renderPollMs=50',
  ])('refuses %s with a reason', (json) => {
    const timings = readTimings(json);
    expect(timings.ok).toBe(false);
    expect(timings.ok ? '' : timings.error).not.toBe('');
  });
});
