import type { updateRequests } from '../../../shared/contract/updates.ts';
import { done } from '../../../shared/result.ts';
import { releasesPage } from '../../api/links.ts';
import type { HandlersOf } from '../router.ts';

export const updateHandlers: HandlersOf<typeof updateRequests> = {
  'update.check': (_input, _app, { desktop }) => {
    void desktop.updates.check();
    return done;
  },
  'update.restart': (_input, _app, { desktop }) => desktop.updates.restart(),
  'update.openPage': async (_input, _app, { desktop }) => {
    if (desktop.homepage !== null) await desktop.openUrl(releasesPage(desktop.homepage));
    return done;
  },
};
