import { expect, it } from 'vitest';
import { staticImports } from '../../support/static-imports.ts';

// Each package here is read and run before the window's first frame. What can wait belongs behind an `import()`, as dialogs are.
it('loads only these packages before the first frame', () => {
  const packages = staticImports('src/renderer/main.tsx').filter((name) => !name.startsWith('src/'));
  expect(packages).toEqual([
    '@base-ui/react/csp-provider',
    '@base-ui/react/menu',
    '@base-ui/react/tooltip',
    'i18next',
    'lucide-react',
    'react',
    'react-dom/client',
    'react-i18next',
    'virtua',
    'zustand',
    'zustand/react/shallow',
  ]);
});
