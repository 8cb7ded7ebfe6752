import type { Failure } from '../../../shared/domain/failure.ts';
import type { Handlers } from '../router.ts';
import { done, doneOr, type HandlerParts, notFound } from './parts.ts';

type Names =
  | 'export.seen'
  | 'export.look'
  | 'export.showInFolder'
  | 'export.openFile'
  | 'export.copyFile'
  | 'export.drag'
  | 'export.remove';

/** What the user does with exports that are over, and with their files. */
export function savedFileHandlers({ app, desktop }: HandlerParts): Pick<Handlers, Names> {
  const files = desktop.savedFiles;
  const withFile = async (
    exportId: string,
    localCommand: (path: string) => Failure | null | Promise<Failure | null>,
  ) => {
    const path = (await app()).saved.path(exportId);
    return path === null ? notFound : doneOr(await localCommand(path));
  };
  return {
    'export.seen': () => {
      desktop.exportsSeen();
      return done;
    },
    'export.look': async ({ exportIds }) => {
      const { saved } = await app();
      const looked = exportIds.map((exportId) => {
        const path = saved.path(exportId);
        return { exportId, mediaId: path !== null && files.isThere(path) ? saved.look(path) : null };
      });
      return { ok: true, data: looked };
    },
    'export.showInFolder': ({ exportId }) => withFile(exportId, files.show),
    'export.openFile': ({ exportId }) => withFile(exportId, files.open),
    'export.copyFile': ({ exportId }) => withFile(exportId, files.copy),
    'export.drag': ({ exportId, picture }) => withFile(exportId, (path) => files.drag(path, picture)),
    'export.remove': async ({ exportId, file }) => {
      const { saved } = await app();
      const path = saved.path(exportId);
      // First the file: one that cannot be deleted stays in the list.
      if (file === 'trash' && path !== null && files.isThere(path)) {
        const failure = await files.trash(path);
        if (failure) return doneOr(failure);
      }
      // The render of one that was cancelled is still watched for a while.
      return saved.remove(exportId) ? done : doneOr({ code: 'export-busy' });
    },
  };
}
