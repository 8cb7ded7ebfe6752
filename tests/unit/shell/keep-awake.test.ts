import { describe, expect, it } from 'vitest';
import { createKeepAwake } from '../../../src/main/shell/keep-awake.ts';

describe('createKeepAwake', () => {
  it('holds off sleep from the first holder to the last, however often each lets go', () => {
    const seen: string[] = [];
    let next = 0;
    const awake = createKeepAwake({
      start: () => (seen.push(`start ${next}`), next++),
      stop: (id) => seen.push(`stop ${id}`),
    });
    const [first, second] = [awake.hold(), awake.hold()];
    expect(seen).toEqual(['start 0']);
    first();
    first();
    expect(seen).toEqual(['start 0']);
    second();
    expect(seen).toEqual(['start 0', 'stop 0']);
    first();
    expect(seen).toEqual(['start 0', 'stop 0']);
    awake.hold()();
    expect(seen).toEqual(['start 0', 'stop 0', 'start 1', 'stop 1']);
  });
});
