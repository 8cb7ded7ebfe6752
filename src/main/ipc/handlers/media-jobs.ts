import type { RequestName } from '../../../shared/contract/contract.ts';
import { compressTargetBytes } from '../../media-jobs/media-jobs.ts';
import type { Order } from '../../media-jobs/work.ts';
import type { Handlers } from '../router.ts';
import { answerOf, done, doneOr, fail, type HandlerParts, notFound } from './parts.ts';

type Names = Extract<RequestName, `workshop.${string}`>;

export function workshopHandlers({ workspace }: HandlerParts): Pick<Handlers, Names> {
  const start = async (projectId: string, fileId: string, order: Order) => {
    const { projects, workshop } = await workspace();
    return projects.get(projectId) ? answerOf(await workshop.start(projectId, fileId, order)) : notFound;
  };
  return {
    'workshop.probe': async ({ fileId }) => answerOf(await (await workspace()).workshop.probe(fileId)),
    'workshop.filmstrip': async ({ fileId }) => answerOf(await (await workspace()).workshop.filmstrip(fileId)),
    'workshop.estimate': async ({ fileId, targetBytes }) =>
      answerOf(await (await workspace()).workshop.estimate(fileId, targetBytes ?? compressTargetBytes)),
    'workshop.compress': ({ projectId, fileId, targetBytes }) =>
      start(projectId, fileId, { kind: 'compress', targetBytes: targetBytes ?? compressTargetBytes }),
    'workshop.trim': ({ projectId, fileId, inMs, outMs, exact }) =>
      outMs > inMs
        ? start(projectId, fileId, { kind: 'trim', cut: { inMs, outMs }, exact })
        : fail({ code: 'bad-request' }),
    'workshop.convert': ({ projectId, fileId }) => start(projectId, fileId, { kind: 'convert' }),
    'workshop.cancel': async ({ jobId }) => doneOr((await workspace()).workshop.discard(jobId)),
    'workshop.use': async ({ jobId, replaces }) => {
      const { uploads, workshop } = await workspace();
      const failure = await workshop.use(jobId);
      if (failure === null && replaces !== undefined) uploads.remove(replaces);
      return failure === null ? done : fail(failure);
    },
    'workshop.discard': async ({ jobId }) => doneOr((await workspace()).workshop.discard(jobId)),
  };
}
