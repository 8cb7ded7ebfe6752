import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { beginRun, endRun } from '../../../../src/main/desktop/last-run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-run-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (): string => join(folder, 'profile', 'running.json');
const run = { version: '1.0.0', bootedAt: 1_800_000_000_000 };

it('a first run, and one after an orderly end, tells of no crash', () => {
  expect(beginRun(path(), run)).toBe(false);
  endRun(path());
  expect(beginRun(path(), run)).toBe(false);
});

it('the run after one that died tells so, once', () => {
  beginRun(path(), run);
  expect(beginRun(path(), { ...run, bootedAt: run.bootedAt + 3_000 })).toBe(true);
  endRun(path());
  expect(beginRun(path(), run)).toBe(false);
});

it.each([
  ['the computer was started anew', { ...run, bootedAt: run.bootedAt + 3_600_000 }],
  ['an update took its place', { ...run, version: '1.1.0' }],
])('a run that ended because %s was no crash', (_, next) => {
  beginRun(path(), run);
  expect(beginRun(path(), next)).toBe(false);
});

it.each(['', '{"version":1}', 'no mark'])('a mark that cannot be read says nothing: %j', (text) => {
  beginRun(path(), run);
  writeFileSync(path(), text);
  expect(beginRun(path(), run)).toBe(false);
});

it('a profile that cannot be written throws nothing', () => {
  writeFileSync(join(folder, 'profile'), '');
  expect(beginRun(path(), run)).toBe(false);
  endRun(path());
});
