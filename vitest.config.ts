import { defineConfig } from 'vitest/config';

const inNode = ['unit', 'contract'];

export default defineConfig({
  test: {
    // Vitest leaves a core idle by default, which on two cores is half of the machine.
    maxWorkers: '100%',
    projects: [
      ...inNode.map((name) => ({
        test: { name, include: [`tests/${name}/**/*.test.ts`, `tests/${name}/**/*.test.tsx`], environment: 'node' },
      })),
      {
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/components/setup.ts'],
        },
      },
    ],
  },
});
