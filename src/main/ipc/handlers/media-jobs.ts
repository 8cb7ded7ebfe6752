import type { mediaJobRequests } from '../../../shared/contract/media-jobs.ts';
import { type Failure, notFound } from '../../../shared/domain/failure.ts';
import type { MediaJob } from '../../../shared/domain/media-job.ts';
import { done, err, ok, type Result } from '../../../shared/result.ts';
import { compressTargetBytes } from '../../media-jobs/media-jobs.ts';
import type { Order } from '../../media-jobs/work.ts';
import type { App } from '../../app/app.ts';
import type { HandlersOf } from '../router.ts';

export const mediaJobHandlers: HandlersOf<typeof mediaJobRequests> = {
  'mediaJob.probe': ({ fileId }, app) => app.mediaJobs.probe(fileId),
  'mediaJob.filmstrip': ({ fileId }, app) => app.mediaJobs.filmstrip(fileId),
  'mediaJob.leaveFilmstrip': ({ fileId }, app) => {
    app.mediaJobs.leaveFilmstrip(fileId);
    return done;
  },
  'mediaJob.estimate': ({ fileId, targetBytes = compressTargetBytes }, app) =>
    app.mediaJobs.estimate(fileId, targetBytes),
  'mediaJob.compress': ({ targetBytes = compressTargetBytes, ...of }, app) =>
    start(app, of, { kind: 'compress', targetBytes }),
  'mediaJob.trim': ({ inMs, outMs, exact, ...of }, app) =>
    outMs > inMs ? start(app, of, { kind: 'trim', cut: { inMs, outMs }, exact }) : err({ code: 'bad-request' }),
  'mediaJob.convert': (of, app) => start(app, of, { kind: 'convert' }),
  'mediaJob.cancel': ({ jobId }, app) => app.mediaJobs.discard(jobId),
  'mediaJob.use': async ({ jobId, replaces }, app) => {
    const used = await app.mediaJobs.use(jobId);
    if (used.ok && replaces !== undefined) app.uploads.remove(replaces);
    return used;
  },
  'mediaJob.discard': ({ jobId }, app) => app.mediaJobs.discard(jobId),
  'mediaJob.smooth': async ({ mediaIds, isPlaying }, app) => ok(await app.proxies.want(mediaIds, isPlaying)),
};

async function start(
  { projects, mediaJobs }: App,
  { projectId, fileId }: { readonly projectId: string; readonly fileId: string },
  order: Order,
): Promise<Result<MediaJob, Failure>> {
  return projects.get(projectId) ? mediaJobs.start(projectId, fileId, order) : notFound;
}
