import PQueue from 'p-queue';
import type { Result } from '../../shared/result.ts';
import { contentType, mediaExtension } from '../../shared/domain/media-type.ts';
import type { TrackKind } from '../../shared/domain/timeline.ts';
import type { MediaKind } from '../../shared/domain/upload.ts';
import type { DraftReading } from '../drafts/draft-parser.ts';
import { fileName } from '../drafts/values.ts';
import { safeStem } from '../../shared/domain/file-name.ts';
import { cacheKey } from '../media/cache-key.ts';
import type { Asset, ClipInfo } from './plan.ts';
import { readHead } from '../media/probe.ts';
import { readTimecode } from './timecode.ts';

/** A clip to take along. `path`: where it goes, relative to the folder, with `/`. */
type WantedClip = {
  readonly url: string;
  readonly path: string;
  readonly name: string;
  readonly kind: MediaKind;
};

const usualExtension: Readonly<Record<MediaKind, string>> = { video: 'mp4', image: 'jpg', audio: 'mp3' };

/** Every file of the cut, once, under a name of its own that is good on every system and in every address. */
export function wantedClips(reading: DraftReading): readonly WantedClip[] {
  const taken = new Set<string>();
  /** How often each name was asked for: thousands of clips may be called alike. */
  const asked = new Map<string, number>();
  const free = (stem: string, extension: string): string => {
    const plain = `${stem}.${extension}`.toLowerCase();
    for (let count = (asked.get(plain) ?? 0) + 1; ; count += 1) {
      const name = `${stem}${count === 1 ? '' : `-${count}`}.${extension}`;
      if (taken.has(name.toLowerCase())) continue;
      asked.set(plain, count);
      taken.add(name.toLowerCase());
      return name;
    }
  };
  return [...files(reading)].map(([url, { name, track }]) => {
    const extension = mediaExtension(new URL(url).pathname);
    const kind = kindOf(extension, track);
    const stem = name || (fileName(url) ?? '');
    const file = free(plainStem(stem), extension || usualExtension[kind]);
    return { url, path: `assets/${file}`, name: name || file, kind };
  });
}

/** The addresses of a cut by what stays the same of them when they are signed anew. */
export function freshAddresses(reading: DraftReading): ReadonlyMap<string, string> {
  return new Map([...files(reading).keys()].map((url) => [cacheKey(url), url]));
}

type Found = { readonly name: string; readonly track: TrackKind };

function files({ tracks }: DraftReading): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const { kind, segments } of tracks)
    for (const { url, name } of segments)
      if (url !== null && kind !== 'text' && !found.has(url)) found.set(url, { name, track: kind });
  return found;
}

function kindOf(extension: string, track: TrackKind): MediaKind {
  const [type] = contentType(`x.${extension}`).split('/');
  if (type === 'video' || type === 'image' || type === 'audio') return type;
  return track === 'audio' ? 'audio' : 'video';
}

/** Without what addresses write in another way: not every editor reads those back. */
function plainStem(name: string): string {
  const extension = mediaExtension(name);
  const stem = safeStem(extension === '' ? name : name.slice(0, -extension.length - 1));
  return stem.replace(/[\s%#&+;=,'()[\]{}!@$^`~]+/g, '-').replace(/^-+|-+$/g, '') || 'clip';
}

/** What a clip is to the timeline, as far as is known. `facts`: null where the file is not there, or says nothing. */
export function assetOf(clip: WantedClip, there: boolean, info: ClipInfo | null): Asset {
  const { path, name, kind } = clip;
  if (info !== null) return { path, name, there, kind: info.hasVideo ? 'video' : 'audio', info };
  const unknown = { durationMs: null, width: null, height: null, fps: null, timecode: null };
  return { path, name, there, kind, info: { ...unknown, hasVideo: kind !== 'audio', hasAudio: kind !== 'image' } };
}

/** How many packets of pictures are looked at for the frame rate. */
const packets = 120;

/** What a file holds, or null where it cannot be opened as sound or moving pictures. The media library is loaded at the first call. */
export async function readClipInfo(path: string): Promise<ClipInfo | null> {
  const { FilePathSource } = await import('mediabunny');
  const { inputHeadBytes, mainTracks, openInput } = await import('../../shared/media-input.ts');
  const source = () => new FilePathSource(path);
  const input = await openInput(source, () => readHead(path, inputHeadBytes)).catch(() => null);
  if (input === null) return null;
  try {
    const { video, audio } = await mainTracks(input);
    if (video === null && audio === null) return null;
    return {
      durationMs: Math.round((await input.computeDuration()) * 1000),
      width: (await video?.getDisplayWidth()) ?? null,
      height: (await video?.getDisplayHeight()) ?? null,
      fps: (await video?.computePacketStats(packets))?.averagePacketRate ?? null,
      hasVideo: video !== null,
      hasAudio: audio !== null,
      timecode: video === null ? null : readTimecode(path),
    };
  } catch {
    return null;
  } finally {
    input.dispose();
  }
}

const clipsAtOnce = 3;

/** Fetches the clips into the folder. One that cannot be had is an offline reference; a disk that cannot be written ends it all. */
export async function gatherClips(
  clips: readonly WantedClip[],
  {
    fetch,
    measure,
    copy,
    onProgress,
    signal,
  }: {
    /** Where the clip at an address lies on this computer. */
    readonly fetch: (url: string) => Promise<Result<string, unknown>>;
    readonly measure: (path: string) => Promise<ClipInfo | null>;
    readonly copy: (from: string, path: string) => Promise<void>;
    readonly onProgress: (of: { readonly done: number; readonly missing: number }) => void;
    readonly signal: AbortSignal;
  },
): Promise<ReadonlyMap<string, Asset>> {
  const queue = new PQueue({ concurrency: clipsAtOnce });
  let [done, missing] = [0, 0];
  const take = async (clip: WantedClip): Promise<readonly [string, Asset]> => {
    signal.throwIfAborted();
    const fetched = await fetch(clip.url);
    signal.throwIfAborted();
    if (fetched.ok) await copy(fetched.value, clip.path);
    const asset = assetOf(clip, fetched.ok, fetched.ok ? await measure(fetched.value) : null);
    done += 1;
    if (!fetched.ok) missing += 1;
    onProgress({ done, missing });
    return [clip.url, asset];
  };
  const results = await Promise.allSettled(clips.map((clip) => queue.add(() => take(clip))));
  return new Map(
    results.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    }),
  );
}
