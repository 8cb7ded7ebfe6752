import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedName, patternName, patternProblem, safeFileName } from '../../../../src/shared/domain/file-name.ts';

describe('the proposed file name', () => {
  it.each([
    ['City at night', 'City at night.mp4'],
    ['', 'Rushes.mp4'],
    [' . .. ', 'Rushes.mp4'],
    ['城市夜景 🌃', '城市夜景 🌃.mp4'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.mp4'],
    ['../../../etc/passwd', 'etc-passwd.mp4'],
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

describe('a pattern for file names', () => {
  const at = new Date(2026, 2, 9, 23, 59).getTime();

  it.each([
    ['{project} {date} {n}', 'City', 'City 2026-03-09 7.mp4'],
    ['{project}', 'a/b: c', 'a-b- c.mp4'],
    ['{n}', 'City', '7.mp4'],
    ['{project}', '', 'Rushes.mp4'],
    ['{project}{project}', 'con', 'concon.mp4'],
    ['{project}', 'con', '_con.mp4'],
    ['{project}...', 'x', 'x.mp4'],
    ['{project}', '{date}', '{date}.mp4'],
    ['成片 {date}', 'City', '成片 2026-03-09.mp4'],
    ['{project} {date}', '', '2026-03-09.mp4'],
    ['{project} {date} {n}', '?*/\\:', '2026-03-09 7.mp4'],
    ['{project} {n}', '海'.repeat(255), `${'海'.repeat(26)} 7.mp4`],
  ])('%s of %s gives %s', (pattern, project, expected) => {
    expect(patternName(pattern, { project, at, n: 7 })).toBe(expected);
  });

  it('keeps date and number where the project has a long name', () => {
    const name = patternName('{project} {date} {n}', { project: '很长的名字'.repeat(40), at, n: 7 });
    expect(name).toMatch(/ 2026-03-09 7\.mp4$/);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(125);
  });

  it.each([
    ['{project} {date} {n}', null],
    ['film', null],
    ['{name}', 'unknown-word'],
    ['{project', 'unknown-word'],
    ['a/{n}', 'folder'],
    ['a\\{n}', 'folder'],
    ['...', 'empty'],
    [' ', 'empty'],
    ['x'.repeat(121), 'empty'],
  ])('%j has the problem %j', (pattern, problem) => {
    expect(patternProblem(pattern)).toBe(problem);
  });
});

describe('a number behind a name', () => {
  it.each([
    ['film.mp4', 2, 'film (2).mp4'],
    ['film', 3, 'film (3)'],
    ['a.b.mp4', 10, 'a.b (10).mp4'],
    ['.hidden', 2, '.hidden (2)'],
  ])('%s, %i: %s', (name, n, expected) => {
    expect(numberedName(name, n)).toBe(expected);
  });

  it('leaves no name longer than 255 bytes, and tears no character', () => {
    const name = numberedName(`${'海'.repeat(83)}x.mp4`, 12);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toBe(`${'海'.repeat(82)} (12).mp4`);
  });
});
