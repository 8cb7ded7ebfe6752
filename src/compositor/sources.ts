import {
  AudioSampleSink,
  EncodedPacketSink,
  VideoSampleSink,
  type Input,
  type InputAudioTrack,
  type InputVideoTrack,
} from 'mediabunny';
import { fileAt, inputHeadBytes, mainTracks, openInput } from '../shared/media-input.ts';
import type { Size } from '../shared/composition/place.ts';
import { noRoomStatus } from '../shared/media-url.ts';
import { createFactsFound, type FactsFound, type SourceFacts } from './source-facts.ts';
import { openStill, type StillImage } from './stills.ts';
import type { Trouble } from './protocol.ts';

/** What can be read of one media id. */
export type OpenSource =
  | {
      readonly kind: 'film';
      readonly pictures: VideoSampleSink | null;
      /** The second of the first key frame after this one; null where there is none. */
      readonly nextKey: (seconds: number) => Promise<number | null>;
      readonly sound: AudioSampleSink | null;
      readonly facts: SourceFacts;
      readonly close: () => void;
    }
  | { readonly kind: 'still'; readonly image: StillImage; readonly close: () => void }
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly close: () => void };

export type Rendition = 'original' | 'proxy';

export type Sources = FactsFound & {
  /** Opens at most once at a time; what could not be had is not tried again before `retry`. A proxy that fails gives way to the original. */
  readonly open: (mediaId: string, rendition?: Rendition) => Promise<OpenSource>;
  /** The picture, as long as it is open; null before, and of all else. */
  readonly still: (mediaId: string) => StillImage | null;
  readonly troubles: () => ReadonlyMap<string, Trouble>;
  /** Of all that was opened so far and is still wanted. */
  readonly facts: () => ReadonlyMap<string, SourceFacts>;
  /** Closes what is not among these. */
  readonly keep: (mediaIds: ReadonlySet<string>) => void;
  /** Opens the first of what is kept, one after another, so that it was fetched when it is to be played. */
  readonly openAhead: () => Promise<void>;
  /** What was open turned out to be damaged. */
  readonly broken: (mediaId: string) => void;
  readonly retry: () => void;
};

/** Bytes of a source kept in memory. */
const maxCacheSize = 8 * 1024 * 1024;
const proxyQuery = '?r=proxy';
/** Further apart than this, key frames are slow to begin between. In seconds. */
const mostGroup = 1;
/** Sources open at the same time; which nobody needs now are closed first. */
const mostOpen = 12;
/** So many of them before they are needed. */
const mostAhead = 8;

/** `base`: where main serves media by its id, on the page's own origin. `onTrouble` is called when something begins to fail, or is well again. */
export function createSources(base: () => string, onTrouble: () => void): Sources {
  const opened = new Map<string, Promise<OpenSource>>();
  const stills = new Map<string, StillImage>();
  const troubles = new Map<string, Trouble>();
  const facts = new Map<string, SourceFacts>();
  /** What the composition shows; null before there is one. Of a clip that left it nothing more is to be said. */
  let wanted: ReadonlySet<string> | null = null;

  const close = (address: string): void => {
    void opened.get(address)?.then((source) => source.close());
    opened.delete(address);
    stills.delete(address);
  };
  const settle = (mediaId: string, trouble: Trouble | null): void => {
    if (wanted?.has(mediaId) === false) return;
    if (trouble === null) troubles.delete(mediaId);
    else troubles.set(mediaId, trouble);
    onTrouble();
  };

  const openOriginal = async (mediaId: string): Promise<OpenSource> => {
    settle(mediaId, 'fetching');
    const source = await openSource(`${base()}${mediaId}`);
    if (source.kind === 'film') facts.set(mediaId, source.facts);
    if (source.kind === 'still' && opened.has(mediaId)) stills.set(mediaId, source.image);
    settle(mediaId, troubleOf(source));
    return source;
  };
  const openProxy = async (mediaId: string): Promise<OpenSource> => {
    const source = await openSource(`${base()}${mediaId}${proxyQuery}`);
    return source.kind === 'film' && source.pictures !== null ? source : open(mediaId, 'original');
  };

  const open: Sources['open'] = (mediaId, rendition = 'original') => {
    const address = rendition === 'proxy' ? `${mediaId}${proxyQuery}` : mediaId;
    const found = opened.get(address);
    if (found !== undefined) {
      // The one used last is the last to go.
      opened.delete(address);
      opened.set(address, found);
      return found;
    }
    const opening = rendition === 'proxy' ? openProxy(mediaId) : openOriginal(mediaId);
    opened.set(address, opening);
    for (const [oldest] of opened) {
      if (opened.size <= mostOpen) break;
      close(oldest);
    }
    return opening;
  };

  return {
    open,
    still: (mediaId) => stills.get(mediaId) ?? null,
    troubles: () => troubles,
    facts: () => facts,
    keep: (mediaIds) => {
      wanted = mediaIds;
      for (const address of opened.keys()) if (!mediaIds.has(address.replace(proxyQuery, ''))) close(address);
      for (const known of [troubles, facts])
        for (const mediaId of known.keys()) if (!mediaIds.has(mediaId)) known.delete(mediaId);
    },
    openAhead: async () => {
      for (const mediaId of [...(wanted ?? [])].slice(0, mostAhead))
        if (wanted?.has(mediaId) === true && !opened.has(mediaId)) await open(mediaId);
    },
    ...createFactsFound(facts, onTrouble),
    broken: (mediaId) => settle(mediaId, 'cannot-decode'),
    retry: () => {
      for (const [mediaId, trouble] of troubles) if (trouble !== 'fetching') close(mediaId);
      troubles.clear();
      onTrouble();
    },
  };
}

/** `gone` where nothing is found at the address; `not-kept` where this computer has no place for it. */
export async function openSource(url: string): Promise<OpenSource> {
  try {
    const head = await fetch(url, { headers: { range: `bytes=0-${inputHeadBytes - 1}` } });
    if (head.status === noRoomStatus) return troubled('not-kept');
    if (!head.ok || head.status === 204) return troubled('gone');
    const bytes = new Uint8Array(await head.arrayBuffer());
    if ((head.headers.get('content-type') ?? '').startsWith('image/')) return await openPicture(url);
    const input = await openInput(
      () => fileAt(url, maxCacheSize),
      () => Promise.resolve(bytes),
    );
    return input === null ? await openPicture(url) : await openFilm(input);
  } catch {
    return troubled('cannot-decode');
  }
}

async function openPicture(url: string): Promise<OpenSource> {
  const image = await openStill(await (await fetch(url)).blob());
  return { kind: 'still', image, close: image.close };
}

async function openFilm(input: Input): Promise<OpenSource> {
  const { video, audio } = await mainTracks(input);
  const pictures = video !== null && (await video.canDecode()) ? video : null;
  const sound = audio !== null && (await audio.canDecode()) ? audio : null;
  if (pictures === null && sound === null) {
    input.dispose();
    return troubled('cannot-decode');
  }
  if (pictures !== null) await tellColors(pictures);
  return {
    kind: 'film',
    pictures: pictures && new VideoSampleSink(pictures),
    nextKey: (seconds) => nextKeyOf(pictures, seconds),
    sound: sound && new AudioSampleSink(sound),
    facts: await factsOf(pictures, sound, video !== null && pictures === null),
    close: () => input.dispose(),
  };
}

async function factsOf(
  pictures: InputVideoTrack | null,
  sound: InputAudioTrack | null,
  isUnseen: boolean,
): Promise<SourceFacts> {
  const seconds = (await (pictures ?? sound)?.getDurationFromMetadata()) ?? null;
  const soundSeconds = (await sound?.getDurationFromMetadata()) ?? null;
  if (pictures === null)
    return { seconds, soundSeconds, isHdr: false, size: null, isSlowToEnter: false, isTransparent: false, isUnseen };
  return {
    seconds,
    soundSeconds,
    isHdr: await pictures.hasHighDynamicRange(),
    size: { width: await pictures.getDisplayWidth(), height: await pictures.getDisplayHeight() },
    isSlowToEnter: (await firstGroup(pictures, seconds)) > mostGroup,
    isTransparent: await pictures.canBeTransparent(),
    isUnseen,
  };
}

async function nextKeyOf(pictures: InputVideoTrack | null, seconds: number): Promise<number | null> {
  if (pictures === null) return null;
  const sink = new EncodedPacketSink(pictures);
  const key = await sink.getKeyPacket(seconds, { metadataOnly: true });
  const options = { metadataOnly: true };
  const next = key === null ? sink.getFirstKeyPacket(options) : sink.getNextKeyPacket(key, options);
  return (await next)?.timestamp ?? null;
}

/** From the first key frame to the next one, or to the end. In seconds. */
async function firstGroup(pictures: InputVideoTrack, seconds: number | null): Promise<number> {
  const sink = new EncodedPacketSink(pictures);
  const first = await sink.getFirstKeyPacket({ metadataOnly: true });
  if (first === null) return 0;
  const next = await sink.getNextKeyPacket(first, { metadataOnly: true });
  return (next?.timestamp ?? seconds ?? 0) - first.timestamp;
}

/** The size of a film's pictures, where nothing shows through them. */
export function opaqueSizeOf(facts: SourceFacts | undefined): Size | null {
  return facts === undefined || facts.isTransparent ? null : facts.size;
}

/** The sound of a film; where its proxy has none, that of the original. Null where there is none, or none that can be had. */
export async function soundOf(
  { open }: Pick<Sources, 'open'>,
  mediaId: string,
  rendition: Rendition,
): Promise<AudioSampleSink | null> {
  const source = await open(mediaId, rendition);
  if (source.kind !== 'film') return null;
  return source.sound ?? (rendition === 'proxy' ? soundOf({ open }, mediaId, 'original') : null);
}

function troubleOf(source: OpenSource): Trouble | null {
  if (source.kind === 'trouble') return source.trouble;
  return source.kind === 'film' && source.facts.isUnseen ? 'no-picture' : null;
}

/** Where a film does not say what its colours mean, those of small pictures are television's of old, as every player takes them. */
async function tellColors(track: InputVideoTrack): Promise<void> {
  const config = await track.getDecoderConfig();
  const told = config?.colorSpace;
  if (config === null || told?.matrix != null || (await track.getCodedHeight()) >= leastHeight) return;
  const colorSpace = { primaries: 'smpte170m', transfer: 'smpte170m', fullRange: told?.fullRange ?? false } as const;
  track.getDecoderConfig = () => Promise.resolve({ ...config, colorSpace: { ...colorSpace, matrix: 'smpte170m' } });
}

/** From here on a picture is high definition. In pixels. */
const leastHeight = 720;

function troubled(trouble: Trouble): OpenSource {
  return { kind: 'trouble', trouble, close: () => undefined };
}
