import { contentType, mediaExtension } from '../../shared/domain/media-type.ts';
import type { TrackKind } from '../../shared/domain/timeline.ts';
import type { MediaKind } from '../../shared/domain/upload.ts';
import type { DraftReading } from '../drafts/draft-parser.ts';
import { fileName } from '../drafts/values.ts';
import { safeStem } from '../../shared/domain/file-name.ts';
import { cacheKey } from '../media/cache-key.ts';
import type { Asset, ClipInfo } from './plan.ts';

/** A clip to take along. `path`: where it goes, relative to the folder, with `/`. */
export type WantedClip = {
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
