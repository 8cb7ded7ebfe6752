import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builderConfig, trialConfig } from '../../../build/builder.mjs';

const electron = { dist: '/electron', version: '45.0.0' };

it('gives Windows a shortcut under the id by which notifications are shown', () => {
  const { appId, nsis } = builderConfig(electron, 'win32');
  expect(nsis).toMatchObject({ createStartMenuShortcut: true });
  const main = readFileSync(join(import.meta.dirname, '../../../src/main/main.ts'), 'utf8');
  expect(main).toContain(`app.setAppUserModelId('${appId}')`);
  expect(trialConfig(electron, '1.0.0').nsis.shortcutName).not.toBe(nsis.shortcutName);
});
