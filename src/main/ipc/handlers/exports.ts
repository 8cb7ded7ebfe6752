import type { Handlers } from '../router.ts';
import { done, fail, type HandlerParts, notFound } from './parts.ts';

type Names = 'export.start' | 'export.cancel' | 'export.retry' | 'export.moveTo';

export function exportHandlers({ app }: HandlerParts): Pick<Handlers, Names> {
  return {
    'export.start': async (wish) => {
      const begun = await (await app()).beginExport(wish);
      return begun.ok ? { ok: true, data: begun.value } : fail(begun.error);
    },
    'export.cancel': async ({ exportId }) => ((await app()).exports.cancel(exportId) ? done : notFound),
    'export.retry': async ({ exportId }) => ((await app()).exports.retry(exportId) ? done : notFound),
    'export.moveTo': async ({ exportId }) => {
      const moved = await (await app()).moveExport(exportId);
      return moved.ok ? done : fail(moved.error);
    },
  };
}
