import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diagnosticsText, readTail } from '../../../../src/main/desktop/diagnostics.ts';
import { defaultPreferences } from '../../../../src/shared/domain/app-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'rushes-diagnostics-'));
afterAll(() => rmSync(folder, { recursive: true }));

const textOf = (log: string) =>
  diagnosticsText({
    versions: { Rushes: '0.1.0' },
    preferences: defaultPreferences,
    state: { connection: 'ready', projects: 3 },
    log,
    appDir: '/opt/Rushes/app.asar',
  });

describe('diagnosticsText', () => {
  it('tells versions, state and settings', () => {
    const text = textOf('');
    expect(text).toContain('Rushes: 0.1.0\n');
    expect(text).toContain('connection: ready\nprojects: 3\n');
    expect(text).toContain('theme: system\n');
    expect(text).toContain('format: {');
  });

  it.each([
    ["ENOENT: no such file, open '/home/mei/Videos/My wedding 1.mp4'", ['mei', 'wedding']],
    ["open 'C:\\Users\\Mei\\Videos\\My wedding.mp4' failed", ['Mei', 'wedding']],
    ['at /home/mei/harbour.mov', ['mei', 'harbour']],
    ['GET https://mega-api.example/session/state?ct=clm_abc', ['example', 'clm_abc']],
    ['Authorization: Bearer abc.def', ['abc.def']],
    ['job 6f1c0f3e-93a2-4d0e-8b8e-0a5b7a1f9b11 failed', ['6f1c0f3e']],
    ['nmv_usr_secret', ['secret']],
  ])('hides names, addresses and secrets: %s', (line, hidden) => {
    const text = textOf(line);
    for (const word of hidden) expect(text).not.toContain(word);
  });

  it('keeps where in the app it happened', () => {
    expect(textOf('at run (file:///opt/Rushes/app.asar/out/main/main.js:12:3)')).toContain('out/main/main.js:12:3');
  });

  it('keeps the end of a long log', () => {
    const log = Array.from({ length: 500 }, (_, index) => `line ${index}`).join('\n');
    expect(textOf(log)).toContain('line 499');
    expect(textOf(log)).not.toContain('line 400\n');
  });
});

describe('readTail', () => {
  it('reads a log that is not there as empty', async () => expect(await readTail(join(folder, 'none.log'))).toBe(''));

  it('begins a long log at the beginning of a line', async () => {
    const path = join(folder, 'long.log');
    writeFileSync(path, 'a line of thirty-two characters.\n'.repeat(10_000));
    const tail = await readTail(path);
    expect(tail.length).toBeGreaterThan(60_000);
    expect(tail.startsWith('a line')).toBe(true);
  });
});
