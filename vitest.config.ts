import { defineConfig } from 'vitest/config';

const kinds = ['unit', 'contract'];

export default defineConfig({
  test: {
    projects: kinds.map((name) => ({
      test: { name, include: [`tests/${name}/**/*.test.ts`, `tests/${name}/**/*.test.tsx`], environment: 'node' },
    })),
  },
});
