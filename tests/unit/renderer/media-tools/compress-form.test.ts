import { describe, expect, it } from 'vitest';
import { targetsFor } from '../../../../src/renderer/media-tools/compress-form.tsx';

describe('target sizes', () => {
  it('are parts of a file that is small enough', () => {
    expect(targetsFor(400, 1000)).toEqual([
      { name: 'half', bytes: 200 },
      { name: 'quarter', bytes: 100 },
    ]);
  });

  it('begin with what just fits for one that is not', () => {
    expect(targetsFor(5000, 1000)).toEqual([
      { name: 'limit', bytes: 980 },
      { name: 'half', bytes: 490 },
      { name: 'quarter', bytes: 245 },
    ]);
  });
});
