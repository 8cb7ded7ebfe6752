import { describe, expect, it } from 'vitest';
import { detailsOf } from '../../../../src/renderer/exports/saved-file.ts';

describe('the details of a saved file', () => {
  const known = { durationMs: 61_400, width: 1280, height: 720, videoCodec: 'avc', audioCodec: 'aac' };

  it('tells length, resolution, codecs and size', () => {
    expect(detailsOf({ bytes: 2_516_582, check: null }, known)).toEqual(['1:01', '1280 × 720', 'H.264, AAC', '2.4 MB']);
  });

  it('leaves out what is not known, and keeps a codec without a better name', () => {
    expect(detailsOf({ bytes: 1024, check: null }, null)).toEqual(['1 KB']);
    const odd = { durationMs: null, width: 0, height: 0, videoCodec: 'prores', audioCodec: null };
    expect(detailsOf({ bytes: null, check: null }, odd)).toEqual(['prores']);
  });
});
