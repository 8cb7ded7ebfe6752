import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { type FileFacts, unknownFacts } from '../../shared/domain/media-info.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FactsStore } from '../storage/stores.ts';
import type { Lane } from './lane.ts';

export type FactsParts = {
  readonly store: FactsStore;
  readonly lane: Pick<Lane, 'run'>;
  /** Tells what has become known; again when more has. */
  readonly emit: (mediaId: string, facts: FileFacts) => void;
};

/** What files hold: looked into once, and remembered as long as a file stays as it is. */
export type Facts = {
  /** The file's facts, without its picture and waveform where those are not known yet. `file-unreadable` where it is gone. */
  readonly probe: (path: string) => Promise<Result<FileFacts, Failure>>;
  /**
   * Finds out everything about a file, one file after the other, and tells it; where two pages died of it, that nobody can look into
   * it, which is not remembered. Never rejects.
   */
  readonly look: (mediaId: string, path: string) => Promise<void>;
};

/** What the user waits for goes before what is nice to have. */
const urgent = 10;

export function createFacts({ store, lane, emit }: FactsParts): Facts {
  const looking = new Map<string, Promise<void>>();

  const learn = async (key: string, sourcePath: string): Promise<Result<FileFacts, Failure>> => {
    const known = store.get(key);
    if (known !== null) return ok(known);
    const probed = await lane.run<'probe'>({ task: { kind: 'probe' }, sourcePath, priority: urgent });
    // What nobody can look into is a fact too, but a page that died says nothing about the file.
    if (!probed.ok && probed.error.code !== 'cannot-decode') return probed;
    const facts: FileFacts = probed.ok ? { ...unknownFacts, ...probed.value } : unknownFacts;
    store.save(key, facts);
    return ok(facts);
  };

  const illustrate = async (facts: FileFacts, sourcePath: string): Promise<FileFacts> => {
    if (facts.thumbnail === null && (facts.kind === 'image' || facts.canDecodeVideo)) {
      const picture = await lane.run<'thumbnail'>({ task: { kind: 'thumbnail' }, sourcePath });
      return picture.ok ? { ...facts, thumbnail: picture.value.image } : facts;
    }
    if (facts.peaks === null && facts.kind === 'audio' && facts.canDecodeAudio) {
      const wave = await lane.run<'waveform'>({ task: { kind: 'waveform' }, sourcePath });
      return wave.ok ? { ...facts, peaks: wave.value.peaks } : facts;
    }
    return facts;
  };

  const lookInto = async (mediaId: string, path: string): Promise<void> => {
    const key = await identityOf(path);
    if (key === null) return;
    const first = await learn(key, path);
    // The page may have died of something else.
    const facts = isPageGone(first) ? await learn(key, path) : first;
    if (isPageGone(facts)) emit(mediaId, unknownFacts);
    if (!facts.ok) return;
    emit(mediaId, facts.value);
    const illustrated = await illustrate(facts.value, path);
    if (illustrated === facts.value) return;
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

function isPageGone(learned: Result<FileFacts, Failure>): boolean {
  return !learned.ok && learned.error.code === 'workshop-failed';
}

/** Changes whenever more, or something else, is found out about a file: what was remembered before does not count. */
const edition = 2;

/** The same for the same path with the same content, as far as size and time tell; null for a file that is gone. */
async function identityOf(path: string): Promise<string | null> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) return null;
  return createHash('sha256').update(`${edition}\0${path}\0${stats.size}\0${stats.mtimeMs}`).digest('hex');
}
