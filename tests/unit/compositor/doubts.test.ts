import { describe, expect, it } from 'vitest';
import { doubtsOf } from '../../../src/compositor/doubts.ts';
import { aClip } from '../../support/clip-sample.ts';
import type { Clip, Composition } from '../../../src/shared/composition/composition.ts';
import { usualRate } from '../../../src/shared/composition/rate.ts';

const clip = (change: Partial<Clip> = {}): Clip =>
  aClip({ end: 60, source: { mediaId: 'one' }, inSeconds: 1, ...change });
const of = (item: Clip): Composition => ({
  canvas: { width: 1280, height: 720 },
  rate: usualRate,
  frames: 60,
  tracks: [[item]],
  doubts: [],
});
const facts = (seconds: number | null, isHdr = false) => new Map([['one', { seconds, isHdr }]]);

describe('what the files make doubtful', () => {
  it('is a clip that ends before its place does, at its speed', () => {
    expect(doubtsOf(of(clip()), facts(2.5))).toEqual(['shorter-than-segment']);
    expect(doubtsOf(of(clip()), facts(3))).toEqual([]);
    expect(doubtsOf(of(clip({ speed: 2 })), facts(3))).toEqual(['shorter-than-segment']);
    expect(doubtsOf(of(clip({ speed: 0.5 })), facts(2.5))).toEqual([]);
  });

  it('is not what nobody knows, or a rounding', () => {
    expect(doubtsOf(of(clip()), facts(null))).toEqual([]);
    expect(doubtsOf(of(clip()), facts(2.95))).toEqual([]);
    expect(doubtsOf(of(clip()), new Map())).toEqual([]);
    expect(doubtsOf(of(clip({ source: null })), facts(1))).toEqual([]);
  });

  it('is a file that ends before it says, where its end is to be seen', () => {
    const early = (seconds: number) => new Map([['one', { seconds, isHdr: false, endsEarly: true }]]);
    expect(doubtsOf(of(clip()), early(2))).toEqual(['ends-early']);
    expect(doubtsOf(of(clip({ end: 20 })), early(2))).toEqual([]);
  });

  it('is a sound that ends before its file says, where it is to be heard', () => {
    const known = { seconds: 9, isHdr: false, soundSeconds: 2, soundEndsEarly: true };
    const early = new Map([['one', known]]);
    expect(doubtsOf(of(clip()), early)).toEqual(['sound-ends-early']);
    expect(doubtsOf(of(clip({ end: 20 })), early)).toEqual([]);
    expect(doubtsOf(of(clip({ volume: 0 })), early)).toEqual([]);
    expect(doubtsOf(of(clip()), new Map([['one', { ...known, soundEndsEarly: false }]]))).toEqual([]);
  });

  it('is a damage, where it is seen', () => {
    const damaged = new Map([['one', { seconds: 9, isHdr: false, isDamaged: true }]]);
    expect(doubtsOf(of(clip()), damaged)).toEqual(['damaged']);
    expect(doubtsOf(of(clip({ hasPicture: false })), damaged)).toEqual([]);
  });

  it('is HDR, where it is seen', () => {
    expect(doubtsOf(of(clip()), facts(9, true))).toEqual(['hdr']);
    expect(doubtsOf(of(clip({ hasPicture: false })), facts(9, true))).toEqual([]);
  });
});
