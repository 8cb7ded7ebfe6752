import type { localDataRequests } from '../../../shared/contract/local-data.ts';
import { defaultPreferences } from '../../../shared/domain/app-state.ts';
import { err, ok } from '../../../shared/result.ts';
import type { HandlersOf } from '../router.ts';

export const localDataHandlers: HandlersOf<typeof localDataRequests> = {
  'localData.sizes': async (_input, _app, { desktop }) => ok(await desktop.localDataSizes()),
  'localData.clear': async ({ what }, app, { desktop }) => ok(await app.clearMedia(what, desktop.lastOpenProject())),
  'localData.export': async (_input, app, { desktop }) => {
    const folder = await desktop.chooseDataFolder();
    return folder === null ? err({ code: 'cancelled' }) : app.exportData(folder);
  },
  'localData.backups': (_input, app) => ok(app.backups()),
  'localData.restore': ({ id }, _app, { desktop }) => desktop.restoreBackup(id),
  'localData.deleteAll': async (_input, _app, { desktop }) => {
    const deleted = await desktop.deleteEverything();
    if (deleted.ok) desktop.changePreferences(defaultPreferences);
    return deleted;
  },
};
