import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeMusic, sampleRate } from '../../../../src/painter/music/music.ts';
import { writeScore } from '../../../../src/painter/music/score.ts';
import type { MusicOrder } from '../../../../src/shared/scene/music-order.ts';
import { moods } from '../../../../src/shared/scene/scene.ts';

const order: MusicOrder = { mood: 'calm', seed: 7, seconds: 10, bpm: null, tonic: null, mode: null };

const loudness = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

describe('music', () => {
  test.each(moods)('%s is as long as asked, neither silent nor too loud, and fades out', (mood) => {
    const { left, right } = composeMusic({ ...order, mood });
    for (const channel of [left, right]) {
      expect(channel.length).toBe(10 * sampleRate);
      expect(loudness(channel)).toBeGreaterThan(0.05);
      expect(channel.every((sample) => Math.abs(sample) <= 0.801)).toBe(true);
      expect(loudness(channel.subarray(-sampleRate / 10))).toBeLessThan(0.01);
      expect(loudness(channel.subarray(sampleRate, 2 * sampleRate))).toBeGreaterThan(0.02);
    }
  });

  test('every mood is equally loud, and none comes near to clipping', () => {
    // The lowest octaves are left out, as the ear hardly weighs them.
    const heard = moods.map((mood) => {
      const { left } = composeMusic({ ...order, mood, seconds: 20 });
      const highs = left.map((sample, at) => sample - (left[Math.max(0, at - 60)] ?? 0) * 0.9);
      return 20 * Math.log10(loudness(highs));
    });
    expect(Math.max(...heard) - Math.min(...heard)).toBeLessThan(3);
  });

  test('no note begins or ends with a click', () => {
    // Those without drums, which may crack; a note cut off bends the curve three times as sharply as the highest note does.
    for (const mood of ['calm', 'sad'] as const) {
      const { left } = composeMusic({ ...order, mood });
      const bends = left.map((sample, at) => Math.abs(sample - 2 * (left[at - 1] ?? 0) + (left[at - 2] ?? 0)));
      expect(bends.reduce((most, bend) => Math.max(most, bend), 0)).toBeLessThan(0.012);
    }
  });

  test('the melody stays on the chord that is held below it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...moods),
        fc.nat(2 ** 32 - 1),
        fc.integer({ min: 10, max: 40 }),
        (mood, seed, seconds) => {
          const notes = writeScore({ ...order, mood, seed, seconds });
          const pads = notes.filter(({ voice }) => voice === 'pad');
          const rubbing = notes.filter(
            ({ voice, at, pitch }) =>
              voice === 'lead' &&
              // A pad sounds a little into the next bar.
              !pads.some(
                (pad) => pad.at <= at + 1e-6 && at < pad.at + pad.length / 1.05 && (pad.pitch - pitch) % 12 === 0,
              ),
          );
          expect(rubbing).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the same order gives the same samples, another seed or mood other ones', () => {
    const samples = (changes: Partial<MusicOrder>): readonly number[] => [
      ...composeMusic({ ...order, seconds: 3, ...changes }).left.subarray(sampleRate, sampleRate + 2000),
    ];
    expect(samples({})).toEqual(samples({}));
    expect(samples({ seed: 8 })).not.toEqual(samples({}));
    expect(samples({ mood: 'epic' })).not.toEqual(samples({}));
  });

  test('every note is in its key and within the piece; a beat is there only where one fits', () => {
    const scales = { major: [0, 2, 4, 5, 7, 9, 11], minor: [0, 2, 3, 5, 7, 8, 10], pentatonic: [0, 2, 4, 7, 9] };
    fc.assert(
      fc.property(
        fc.constantFrom(...moods),
        fc.nat(2 ** 32 - 1),
        fc.integer({ min: 3, max: 60 }),
        fc.integer({ min: 0, max: 11 }),
        fc.constantFrom('major' as const, 'minor' as const, 'pentatonic' as const),
        fc.option(fc.integer({ min: 40, max: 180 })),
        (mood, seed, seconds, tonic, mode, bpm) => {
          const notes = writeScore({ mood, seed, seconds, tonic, mode, bpm });
          const strange = notes.filter(({ voice, at, pitch, level }) => {
            const isDrum = ['kick', 'snare', 'hat'].includes(voice);
            return (
              at < 0 || at >= seconds || level < 0 || (!isDrum && !scales[mode].includes((pitch - tonic + 144) % 12))
            );
          });
          expect(strange).toEqual([]);
          expect(notes.some(({ voice }) => voice === 'kick')).toBe(mood !== 'calm' && mood !== 'sad');
        },
      ),
      { numRuns: 200 },
    );
  });
});
