import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

// Set by `npm test` and `npm run test:e2e`; asked for once when Playwright is called by itself. Workers inherit it.
process.env['RUSHES_RUNTIME'] ??= execFileSync(process.execPath, ['scripts/bootstrap.mjs', 'runtime:path'], {
  encoding: 'utf8',
}).trim();

// One worker: each test owns a whole Electron, and two of them on two cores only slow each other down.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/e2e',
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
});
