import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { type MediaInfo, unknownMediaInfo } from '../../shared/domain/media-info.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { MediaInfoStore } from '../storage/stores.ts';
import type { TaskQueue } from './task-queue.ts';

type MediaInfoParts = {
  readonly store: MediaInfoStore;
  readonly tasks: Pick<TaskQueue, 'run'>;
  /** Tells what has become known; again when more has. */
  readonly emit: (mediaId: string, info: MediaInfo) => void;
};

/** What files hold: looked into once, and remembered as long as a file stays as it is. */
export type MediaInfoReader = {
  /** The file's facts, without its picture and waveform where those are not known yet. `file-unreadable` where it is gone. */
  readonly probe: (path: string) => Promise<Result<MediaInfo, Failure>>;
  /**
   * Probes files one after the other and emits what it finds. Where a file has crashed two pages it emits that nobody can read
   * it, and does not remember that. Never rejects.
   */
  readonly look: (mediaId: string, path: string) => Promise<void>;
};

/** What the user waits for goes before what is nice to have. */
const urgent = 10;

export function createMediaInfo({ store, tasks, emit }: MediaInfoParts): MediaInfoReader {
  const looking = new Map<string, Promise<void>>();

  const learn = async (key: string, sourcePath: string): Promise<Result<MediaInfo, Failure>> => {
    const known = store.get(key);
    if (known !== null) return ok(known);
    const probed = await tasks.run<'probe'>({ task: { kind: 'probe' }, sourcePath, priority: urgent });
    // What nobody can look into is a fact too, but a page that died says nothing about the file.
    if (!probed.ok && probed.error.code !== 'cannot-decode') return probed;
    const info: MediaInfo = probed.ok ? { ...unknownMediaInfo, ...probed.value } : unknownMediaInfo;
    store.save(key, info);
    return ok(info);
  };

  const illustrate = async (info: MediaInfo, sourcePath: string): Promise<MediaInfo> => {
    if (info.thumbnail === null && (info.kind === 'image' || info.canDecodeVideo)) {
      const picture = await tasks.run<'thumbnail'>({ task: { kind: 'thumbnail' }, sourcePath });
      return picture.ok ? { ...info, thumbnail: picture.value.image } : info;
    }
    if (info.peaks === null && info.kind === 'audio' && info.canDecodeAudio) {
      const wave = await tasks.run<'waveform'>({ task: { kind: 'waveform' }, sourcePath });
      return wave.ok ? { ...info, peaks: wave.value.peaks } : info;
    }
    return info;
  };

  const lookInto = async (mediaId: string, path: string): Promise<void> => {
    const key = await identityOf(path);
    if (key === null) return;
    const first = await learn(key, path);
    // The page may have died of something else.
    const info = isPageGone(first) ? await learn(key, path) : first;
    if (isPageGone(info)) emit(mediaId, unknownMediaInfo);
    if (!info.ok) return;
    emit(mediaId, info.value);
    const illustrated = await illustrate(info.value, path);
    if (illustrated === info.value) return;
    store.save(key, illustrated);
    emit(mediaId, illustrated);
  };

  return {
    probe: async (path) => {
      const key = await identityOf(path);
      return key === null ? err({ code: 'file-unreadable' }) : learn(key, path);
    },
    look: (mediaId, path) => {
      const work =
        looking.get(mediaId) ??
        lookInto(mediaId, path)
          .catch(() => undefined)
          .finally(() => looking.delete(mediaId));
      looking.set(mediaId, work);
      return work;
    },
  };
}

function isPageGone(learned: Result<MediaInfo, Failure>): boolean {
  return !learned.ok && learned.error.code === 'media-job-failed';
}

/** Changes whenever more, or something else, is found out about a file: what was remembered before does not count. */
const edition = 2;

/** The same for the same path with the same content, as far as size and time tell; null for a file that is gone. */
async function identityOf(path: string): Promise<string | null> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) return null;
  return createHash('sha256').update(`${edition}\0${path}\0${stats.size}\0${stats.mtimeMs}`).digest('hex');
}
