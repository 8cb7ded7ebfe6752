import { describe, expect, it } from 'vitest';
import { answerRange } from '../../../src/main/media/range.ts';

describe('a Range header for a file of 1000 bytes', () => {
  it.each([
    ['bytes=0-', 0, 999],
    ['bytes=0-0', 0, 0],
    ['bytes=100-199', 100, 199],
    ['bytes=990-2000', 990, 999],
    ['bytes=-1', 999, 999],
    ['bytes=-5000', 0, 999],
    ['BYTES = 5 - 6 ', 5, 6],
  ])('%j gives bytes %i to %i', (header, start, end) => {
    expect(answerRange(header, 1000)).toEqual({
      status: 206,
      span: { start, end },
      headers: { 'content-range': `bytes ${start}-${end}/1000`, 'content-length': String(end - start + 1) },
    });
  });

  it.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('%j lies outside', (header) => {
    expect(answerRange(header, 1000)).toEqual({
      status: 416,
      span: null,
      headers: { 'content-range': 'bytes */1000', 'content-length': '0' },
    });
  });

  it.each([null, '', 'bytes=', 'bytes=-', 'bytes=9-3', 'bytes=a-b', 'bytes=0-1,5-6', 'items=0-1', 'bytes=1.5-2'])(
    '%j is no range: the whole file',
    (header) => {
      expect(answerRange(header, 1000)).toEqual({
        status: 200,
        span: { start: 0, end: 999 },
        headers: { 'content-length': '1000' },
      });
    },
  );

  it('of an empty file gives nothing', () => {
    expect(answerRange(null, 0)).toEqual({ status: 200, span: null, headers: { 'content-length': '0' } });
    expect(answerRange('bytes=0-', 0).status).toBe(416);
    expect(answerRange('bytes=-1', 0).status).toBe(416);
  });
});
