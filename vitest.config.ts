import { defineConfig } from 'vitest/config';

/** They keep what they import for themselves: they put other modules or globals in place of the real ones. */
const alone = [
  'tests/unit/main/exports/held-files.test.ts',
  'tests/unit/renderer/chat/{log.test.ts,{hostile-answers,markdown}.test.tsx}',
  'tests/unit/renderer/composer/composer.test.ts',
  'tests/unit/renderer/shell/paste.test.ts',
  'tests/unit/renderer/state/{before-open,client,dialogs,first-state}.test.ts',
  'tests/unit/renderer/timeline/strips.test.ts',
  'tests/unit/renderer/ui/use-now.test.ts',
];

/** No test asserts a time, and a slow machine gets the time it needs. In ms. */
const patience = { testTimeout: 30_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    // Vitest leaves a core idle by default, which on two cores is half of the machine.
    maxWorkers: '100%',
    projects: [
      // Loading the same modules for each file anew took longer than most of the tests.
      {
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: alone, isolate: false, ...patience },
      },
      { test: { name: 'unit-alone', include: alone, ...patience } },
      { test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], isolate: false, ...patience } },
      {
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          environment: './tests/components/one-document.ts',
          isolate: false,
          // The document makes its frames by an interval, which goes on in the files that follow.
          fakeTimers: { toFake: ['setTimeout', 'clearTimeout', 'Date'] },
          ...patience,
          setupFiles: ['tests/components/setup.ts'],
        },
      },
    ],
  },
});
