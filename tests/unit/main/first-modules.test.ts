import { expect, it } from 'vitest';
import { staticImports } from '../../support/static-imports.ts';

// Each module that is loaded before the window is shown delays it. What can wait belongs behind an `import()`, as `run-app.ts` is.
it('loads only this before the window is shown', () => {
  expect(staticImports('src/main/main.ts')).toEqual([]);
});
