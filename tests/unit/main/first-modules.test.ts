import { expect, it } from 'vitest';
import { staticImports } from '../../support/static-imports.ts';

// Each module that is loaded before the window is shown delays it. What can wait belongs behind an `import()`, as `run-app.ts` is.
it('loads only this before the window is shown', () => {
  expect(staticImports('src/main/main.ts')).toEqual([
    'electron',
    'src/main/api/addresses.ts',
    'src/main/clock.ts',
    'src/main/desktop/app-files.ts',
    'src/main/desktop/ending.ts',
    'src/main/desktop/instance.ts',
    'src/main/desktop/open-requests.ts',
    'src/main/desktop/pages.ts',
    'src/main/desktop/policy.ts',
    'src/main/desktop/quitting.ts',
    'src/main/desktop/start-options.ts',
    'src/main/desktop/started.ts',
    'src/main/desktop/window-bounds.ts',
    'src/main/desktop/window-host.ts',
    'src/main/desktop/window.ts',
    'src/main/file-retry.ts',
    'src/main/ipc/transport.ts',
    'src/main/main.ts',
    'src/main/storage/settings-file.ts',
    'src/main/storage/settings.ts',
    'src/shared/contract/bridge.ts',
    'src/shared/domain/app-state.ts',
    'src/shared/domain/failure.ts',
    'src/shared/domain/file-name.ts',
    'src/shared/domain/layout.ts',
    'src/shared/domain/message-cost.ts',
    'src/shared/domain/network.ts',
    'src/shared/domain/restore.ts',
    'src/shared/domain/spend-permission.ts',
    'src/shared/domain/ui-scale.ts',
    'src/shared/domain/upload.ts',
    'src/shared/domain/video-format.ts',
    'src/shared/media-url.ts',
    'src/shared/project-link.ts',
    'src/shared/result.ts',
  ]);
});
