import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCompression } from '../../../../src/shared/domain/compression.ts';
import { type MediaInfo, unknownMediaInfo } from '../../../../src/shared/domain/media-info.ts';

const mb = 1024 * 1024;

/** A film of ten minutes in full HD. */
function film(changes: Partial<MediaInfo> = {}): MediaInfo {
  return {
    ...unknownMediaInfo,
    kind: 'video',
    durationMs: 600_000,
    width: 1920,
    height: 1080,
    fps: 30,
    videoCodec: 'avc',
    audioCodec: 'aac',
    hasVideo: true,
    hasAudio: true,
    canDecodeVideo: true,
    canDecodeAudio: true,
    ...changes,
  };
}

const planned = (info: MediaInfo, bytes: number) => {
  const plan = planCompression(info, bytes);
  if (!plan.ok) throw new Error(plan.error);
  return plan.value;
};

describe('planCompression', () => {
  it('keeps the size while its frames get enough bits', () => {
    const plan = planned(film(), 490 * mb);
    expect(plan).toMatchObject({ width: 1920, height: 1080, audioBitrate: 128_000 });
    expect(plan.videoBitrate).toBeGreaterThan(5_000_000);
  });

  it.each([
    [200, 1280, 720],
    [60, 640, 360],
    [20, 426, 240],
  ])('takes a smaller size for %i MB', (target, width, height) => {
    expect(planned(film(), target * mb)).toMatchObject({ width, height });
  });

  it('keeps an upright picture upright, and its sides even', () => {
    expect(planned(film({ width: 1080, height: 1921 }), 200 * mb)).toMatchObject({ width: 720, height: 1280 });
  });

  it('never makes a picture larger, nor gives it more bits than it can use', () => {
    const plan = planned(film({ width: 320, height: 180, durationMs: 10_000 }), 490 * mb);
    expect(plan).toMatchObject({ width: 320, height: 180 });
    expect(plan.videoBitrate).toBe(320 * 180 * 30 * 0.25);
    expect(plan.estimatedBytes).toBeLessThan(mb);
  });

  it('gives up what would not be worth looking at', () => {
    expect(planCompression(film({ durationMs: 36_000_000 }), 100 * mb)).toEqual({ ok: false, error: 'cannot-shrink' });
  });

  it('says what cannot be decoded', () => {
    const error = { ok: false, error: 'cannot-decode' };
    expect(planCompression(film({ canDecodeVideo: false }), mb)).toEqual(error);
    expect(planCompression(unknownMediaInfo, mb)).toEqual(error);
    expect(planCompression(film({ durationMs: null }), mb)).toEqual(error);
  });

  it('leaves sound that cannot be decoded as it is', () => {
    expect(planned(film({ canDecodeAudio: false }), 490 * mb).audioBitrate).toBe(0);
  });

  it('plans sound alone', () => {
    const song = film({ kind: 'audio', hasVideo: false, canDecodeVideo: false, width: 0, height: 0, fps: null });
    expect(planned(song, 8 * mb)).toMatchObject({ width: 0, videoBitrate: 0, audioBitrate: 96_000 });
    expect(planned(song, 490 * mb).audioBitrate).toBe(256_000);
    expect(planned(song, 2 * mb).audioBitrate).toBe(24_000);
    expect(planCompression(song, mb)).toEqual({ ok: false, error: 'cannot-shrink' });
  });

  it('takes longer on a slower machine', () => {
    const slow = planCompression(film(), 490 * mb, { pixelsPerSecond: 6_200_000 });
    expect(slow.ok && slow.value.estimatedMs).toBeCloseTo(planned(film(), 490 * mb).estimatedMs * 10);
  });

  it('never plans beyond the target', () => {
    const side = fc.integer({ min: 16, max: 4000 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.integer({ min: 1, max: 1e7 }),
        fc.integer({ min: 1000, max: 1e9 }),
        (width, height, durationMs, target) => {
          const plan = planCompression(film({ width, height, durationMs }), target);
          if (!plan.ok) return;
          expect(plan.value.estimatedBytes).toBeLessThanOrEqual(target + 1);
          expect([plan.value.width % 2, plan.value.height % 2]).toEqual([0, 0]);
        },
      ),
    );
  });
});
