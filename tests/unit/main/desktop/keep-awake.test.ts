import { describe, expect, it } from 'vitest';
import { createKeepAwake } from '../../../../src/main/desktop/keep-awake.ts';

describe('createKeepAwake', () => {
  it('holds off sleep once while something runs, and lets go afterwards', () => {
    const seen: string[] = [];
    let next = 0;
    const awake = createKeepAwake({
      start: () => {
        seen.push(`start ${next}`);
        return next++;
      },
      stop: (id) => seen.push(`stop ${id}`),
    });
    awake.while(false);
    awake.while(true);
    awake.while(true);
    expect(seen).toEqual(['start 0']);
    awake.while(false);
    awake.while(false);
    awake.while(true);
    expect(seen).toEqual(['start 0', 'stop 0', 'start 1']);
  });
});
