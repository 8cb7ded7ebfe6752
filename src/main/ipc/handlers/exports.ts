import type { exportRequests } from '../../../shared/contract/exports.ts';
import { safeStem } from '../../../shared/domain/file-name.ts';
import { type Failure, notFound } from '../../../shared/domain/failure.ts';
import { mainTexts } from '../../../shared/locales/main-texts.ts';
import { done, ok, type Result } from '../../../shared/result.ts';
import type { App } from '../../app/app.ts';
import type { HandlersOf } from '../router.ts';

export const exportHandlers: HandlersOf<typeof exportRequests> = {
  'export.start': (request, app) => app.exports.begin(request),
  'export.frame': ({ projectId, atMs, cover, png }, app, { desktop }) => {
    const project = app.projects.get(projectId);
    if (project === null) return notFound;
    const t = mainTexts(desktop.settings().locale);
    const what = cover ? t('save.cover') : `${(atMs / 1000).toFixed(2)}s`;
    return desktop.saveFrame(`${safeStem(project.name)} ${what}`, png);
  },
  'export.cancel': ({ exportId }, app) => app.exports.cancel(exportId),
  'export.retry': ({ exportId }, app) => app.exports.retry(exportId),
  'export.moveTo': ({ exportId }, app) => app.exports.moveTo(exportId),
  'export.older': ({ before }, app) => ok(app.exports.page(before)),
  'export.seen': (_input, _app, { desktop }) => {
    desktop.exportsSeen();
    return done;
  },
  'export.look': async ({ exportIds }, app, { desktop }) =>
    ok(
      await Promise.all(
        exportIds.map(async (exportId) => {
          const path = app.exports.savedPath(exportId);
          const isThere = path !== null && (await desktop.savedFiles.isThere(path));
          return { exportId, mediaId: isThere ? app.exports.look(path) : null };
        }),
      ),
    ),
  'export.showInFolder': ({ exportId }, app, { desktop }) => withFile(app, exportId, desktop.savedFiles.show),
  'export.openFile': ({ exportId }, app, { desktop }) => withFile(app, exportId, desktop.savedFiles.open),
  'export.copyFile': ({ exportId }, app, { desktop }) => withFile(app, exportId, desktop.savedFiles.copy),
  'export.drag': ({ exportId, picture }, app, { desktop }) =>
    withFile(app, exportId, (path) => desktop.savedFiles.drag(path, picture)),
  'export.remove': async ({ exportId, file }, app, { desktop }) => {
    const path = app.exports.savedPath(exportId);
    // First the file: one that cannot be deleted stays in the list.
    if (file === 'trash' && path !== null && (await desktop.savedFiles.isThere(path))) {
      const trashed = await desktop.savedFiles.trash(path);
      if (!trashed.ok) return trashed;
    }
    return app.exports.remove(exportId);
  },
  'interchange.start': async ({ projectId, version, target }, app) => {
    const begun = await app.interchange.begin(projectId, version, target);
    return begun.ok ? done : begun;
  },
  'gif.start': async ({ projectId, version, ...order }, app) => {
    const begun = await app.interchange.beginGif(projectId, order, version);
    return begun.ok ? done : begun;
  },
  'interchange.cancel': ({ interchangeId }, app) => {
    app.interchange.cancel(interchangeId);
    return done;
  },
  'interchange.showInFolder': ({ interchangeId }, app, { desktop }) => {
    const path = app.interchange.path(interchangeId);
    if (path === null) return notFound;
    desktop.showInFolder(path);
    return done;
  },
};

async function withFile(
  { exports }: App,
  exportId: string,
  use: (path: string) => Result<null, Failure> | Promise<Result<null, Failure>>,
): Promise<Result<null, Failure>> {
  const path = exports.savedPath(exportId);
  return path === null ? notFound : use(path);
}
