import type { RequestName } from '../../../shared/contract/contract.ts';
import { compressTargetBytes } from '../../media-jobs/media-jobs.ts';
import type { Order } from '../../media-jobs/work.ts';
import type { Handlers } from '../router.ts';
import { answerOf, done, doneOr, fail, type HandlerParts, notFound } from './parts.ts';

type Names = Extract<RequestName, `mediaJob.${string}`>;

export function mediaJobHandlers({ app }: HandlerParts): Pick<Handlers, Names> {
  const start = async (projectId: string, fileId: string, order: Order) => {
    const { projects, mediaJobs } = await app();
    return projects.get(projectId) ? answerOf(await mediaJobs.start(projectId, fileId, order)) : notFound;
  };
  return {
    'mediaJob.probe': async ({ fileId }) => answerOf(await (await app()).mediaJobs.probe(fileId)),
    'mediaJob.filmstrip': async ({ fileId }) => answerOf(await (await app()).mediaJobs.filmstrip(fileId)),
    'mediaJob.estimate': async ({ fileId, targetBytes }) =>
      answerOf(await (await app()).mediaJobs.estimate(fileId, targetBytes ?? compressTargetBytes)),
    'mediaJob.compress': ({ projectId, fileId, targetBytes }) =>
      start(projectId, fileId, { kind: 'compress', targetBytes: targetBytes ?? compressTargetBytes }),
    'mediaJob.trim': ({ projectId, fileId, inMs, outMs, exact }) =>
      outMs > inMs
        ? start(projectId, fileId, { kind: 'trim', cut: { inMs, outMs }, exact })
        : fail({ code: 'bad-request' }),
    'mediaJob.convert': ({ projectId, fileId }) => start(projectId, fileId, { kind: 'convert' }),
    'mediaJob.cancel': async ({ jobId }) => doneOr((await app()).mediaJobs.discard(jobId)),
    'mediaJob.use': async ({ jobId, replaces }) => {
      const { uploads, mediaJobs } = await app();
      const failure = await mediaJobs.use(jobId);
      if (failure === null && replaces !== undefined) uploads.remove(replaces);
      return failure === null ? done : fail(failure);
    },
    'mediaJob.discard': async ({ jobId }) => doneOr((await app()).mediaJobs.discard(jobId)),
  };
}
