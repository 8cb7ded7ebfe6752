import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

// Set by `npm test` and `npm run test:e2e`; asked for once when Playwright is called by itself. Workers inherit it.
process.env['RUSHES_RUNTIME'] ??= execFileSync(process.execPath, ['scripts/bootstrap.mjs', 'runtime:path'], {
  encoding: 'utf8',
}).trim();

// One worker a display: windows of the same one take the focus and the clipboard from each other.
const displays = process.env['RUSHES_DISPLAYS']?.split(' ') ?? [];
const worker = process.env['TEST_PARALLEL_INDEX'];
if (worker !== undefined && displays.length > 0) process.env['DISPLAY'] = displays[Number(worker)];

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/e2e',
  workers: Math.max(displays.length, 1),
  timeout: 120_000,
  // What is waited for here is a state that comes, not a speed: a slow machine gets the time it needs.
  expect: { timeout: 30_000 },
  // The registry's runtime dies or hangs at times, for no reason of ours. What passed only then is listed as flaky, and to be looked into.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
});
