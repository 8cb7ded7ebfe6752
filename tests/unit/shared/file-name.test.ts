import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../src/shared/domain/file-name.ts';

describe('the proposed file name', () => {
  it.each([
    ['City at night', 'City at night.mp4'],
    ['', 'Rushes.mp4'],
    [' . .. ', 'Rushes.mp4'],
    ['城市夜景 🌃', '城市夜景 🌃.mp4'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.mp4'],
    ['../../etc/passwd', 'etc-passwd.mp4'],
    ['line\none\u0000\ttwo\u2028three', 'line one two three.mp4'],
    ['CON', '_CON.mp4'],
    ['nul.backup', '_nul.backup.mp4'],
    ['com1', '_com1.mp4'],
    ['Console', 'Console.mp4'],
    ['trailing dots...', 'trailing dots.mp4'],
    ['.hidden', 'hidden.mp4'],
    ['holiday.mp4', 'holiday.mp4'],
    ['exe\u202e4pm.', 'exe4pm.mp4'],
    ['cafe\u0301', 'café.mp4'],
    ['\ud83c broken', 'broken.mp4'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  it('is short enough everywhere, and no emoji is torn', () => {
    const name = safeFileName('👩‍👩‍👧‍👦'.repeat(40));
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(124);
    expect(name).toBe(`${'👩‍👩‍👧‍👦'.repeat(4)}.mp4`);
  });

  it('is good for whatever a project is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (project) => {
        const name = safeFileName(project);
        expect(name).toMatch(/^[^\s.][^/\\:*?"<>|\p{Cc}\p{Cs}]*\.mp4$/u);
        expect(name).not.toMatch(/[\s.]\.mp4$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(125);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});
