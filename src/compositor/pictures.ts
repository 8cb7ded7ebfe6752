import type { VideoSample } from 'mediabunny';
import { laneKey, wantedAt } from '../shared/composition/ahead.ts';
import type { Clip, Picture } from '../shared/composition/composition.ts';
import type { FrameIndex } from '../shared/composition/frame-index.ts';
import type { Layer, PictureLayer } from '../shared/composition/frame.ts';
import { createLane, type Lane, type PictureSource } from './lane.ts';
import type { Drawable } from './paint.ts';
import { createPages, type Making, type Page, type Pages } from './pixels.ts';
import type { Rendition, Sources } from './sources.ts';
import type { StillImage } from './stills.ts';
import { waits } from './wait.ts';

/** The pictures of a composition: which are open, and what each shows at a frame. */
export type Pictures = {
  /** Opens what is seen at this frame or begins soon after, and closes what is not. */
  readonly prepare: (index: FrameIndex, frame: number, renditionOf?: RenditionOf) => void;
  /** Resolves when all that is seen at this frame has something to show, or never will. */
  readonly ready: (layers: readonly Layer[], renditionOf?: RenditionOf) => Promise<void>;
  /** What an item shows now; in a hurry the newest that is there. */
  readonly now: (layer: PictureLayer, renditionOf?: RenditionOf) => Drawable | null;
  /** Reads the very frames of these layers. */
  readonly exactly: (layers: readonly Layer[], renditionOf?: RenditionOf) => Promise<ReadonlyMap<Picture, Drawable>>;
  /** What the decoder gave for the very frame of a layer, where pages are made late: it stays open until another one is read. */
  readonly decoded: (layer: PictureLayer) => Promise<VideoSample | null>;
  readonly close: () => void;
};

/** Which file a clip is read from, by its media id. */
export type RenditionOf = (mediaId: string) => Rendition;

const original: RenditionOf = () => 'original';

/** `opening` comes when the source has been opened; null where it has no pictures. */
type Entry = { readonly opening: Promise<Lane | null>; readonly lane: () => Lane | null; readonly close: () => void };

/** Clips that are read at the same time, with those that begin soon. */
const mostLanes = 8;

/** The clips that are being read, each from one file and place on. */
type OpenLanes = {
  /** Opens it from this second of its source on, or finds it open. */
  readonly open: (clip: Clip, seconds: number, renditionOf: RenditionOf) => Entry;
  /** Null where it is not open, or not yet. */
  readonly find: (clip: Clip, renditionOf: RenditionOf) => Lane | null;
  /** Closes what is none of these. */
  readonly keepOnly: (clips: readonly Clip[], renditionOf: RenditionOf) => void;
};

function createOpenLanes(sources: Sources, pages: Pages): OpenLanes {
  const lanes = new Map<string, Entry>();

  const keyOf = (clip: Clip, renditionOf: RenditionOf): string =>
    `${renditionOf(clip.source?.mediaId ?? '')} ${laneKey(clip)}`;
  const openLane = async ({ source }: Clip, seconds: number, renditionOf: RenditionOf): Promise<Lane | null> => {
    if (source === null) return null;
    const opened = await sources.open(source.mediaId, renditionOf(source.mediaId));
    if (opened.kind !== 'film' || opened.pictures === null) return null;
    const { pictures, nextKey } = opened;
    const read: PictureSource = {
      samples: (from) => pictures.samples(from),
      getSample: (at) => pictures.getSample(at),
      nextKey,
    };
    const lane = createLane(read, pages, seconds, {
      onDamage: () => sources.damaged(source.mediaId),
      onBroken: () => sources.broken(source.mediaId),
      onEnd: (at) => sources.ended(source.mediaId, at),
    });
    await lane.ready();
    return lane;
  };

  return {
    open: (clip, seconds, renditionOf) => {
      const key = keyOf(clip, renditionOf);
      const found = lanes.get(key);
      if (found !== undefined) {
        // What is being shown is not the one that goes when there are too many.
        if (clip.source !== null) void sources.open(clip.source.mediaId, renditionOf(clip.source.mediaId));
        return found;
      }
      const entry = entryOf(openLane(clip, seconds, renditionOf));
      lanes.set(key, entry);
      return entry;
    },
    find: (clip, renditionOf) => lanes.get(keyOf(clip, renditionOf))?.lane() ?? null,
    keepOnly: (clips, renditionOf) => {
      const keys = new Set(clips.map((clip) => keyOf(clip, renditionOf)));
      for (const [key, lane] of lanes) {
        if (keys.has(key)) continue;
        lane.close();
        lanes.delete(key);
      }
    },
  };
}

/** One that is closed while it is being opened is closed as soon as it is there. */
function entryOf(opening: Promise<Lane | null>): Entry {
  let [lane, closed]: [Lane | null, boolean] = [null, false];
  void opening.then((opened) => {
    lane = opened;
    if (closed) opened?.close();
  });
  return {
    opening,
    lane: () => lane,
    close: () => {
      closed = true;
      lane?.close();
    },
  };
}

/** `making`: how pages are made; null: as these frames show is quicker. */
export function createPictures(sources: Sources, making: Making | null = null): Pictures {
  const pages = createPages(making);
  const lanes = createOpenLanes(sources, pages);

  const stillNow = (item: Picture, seconds: number): Drawable | null => {
    const image = item.source === null ? null : sources.still(item.source.mediaId);
    return image === null ? null : ofStill(image, seconds);
  };
  const picturesOf = (layers: readonly Layer[]): readonly PictureLayer[] =>
    layers.filter((layer) => layer.kind === 'picture');
  const pageOf = async (clip: Clip, seconds: number, renditionOf: RenditionOf): Promise<Page | null> =>
    (await (await lanes.open(clip, seconds, renditionOf).opening)?.exactly(seconds)) ?? null;
  const exact = async ({ item, seconds }: PictureLayer, renditionOf: RenditionOf): Promise<Drawable | null> => {
    if (item.source === null) return null;
    if (item.kind === 'still') await sources.open(item.source.mediaId);
    else {
      const page = await pageOf(item, seconds, renditionOf);
      const image = page && (await pages.imageOf(page));
      if (image) return { ...page, image };
    }
    return stillNow(item, seconds);
  };

  const close = (): void => {
    lanes.keepOnly([], original);
    pages.clear();
  };
  /** What was read frame by frame is closed when nobody reads on; what plays is not. */
  let resting: ReturnType<typeof setTimeout> | undefined;

  return {
    prepare: (index, frame, renditionOf = original) => {
      clearTimeout(resting);
      const wanted = wantedAt(index, frame).slice(0, mostLanes);
      const clips = wanted.flatMap(({ item }) => (item.kind === 'clip' ? [item] : []));
      lanes.keepOnly(clips, renditionOf);
      for (const { item, seconds } of wanted)
        if (item.kind === 'clip') lanes.open(item, seconds, renditionOf);
        else if (item.source !== null) void sources.open(item.source.mediaId);
    },
    ready: async (layers, renditionOf = original) => {
      await Promise.all(
        picturesOf(layers).map(async ({ item, seconds }) => {
          if (item.kind === 'clip') await lanes.open(item, seconds, renditionOf).opening;
          else if (item.source !== null) await sources.open(item.source.mediaId);
        }),
      );
    },
    now: ({ item, seconds }, renditionOf = original) => {
      if (item.kind === 'still') return stillNow(item, seconds);
      // None is opened here: beyond the most there are, each frame would open and close them all.
      const page = lanes.find(item, renditionOf)?.at(seconds) ?? null;
      return page === null || page.image === null ? stillNow(item, seconds) : { ...page, image: page.image };
    },
    exactly: async (layers, renditionOf = original) => {
      const found = new Map<Picture, Drawable>();
      for (const layer of picturesOf(layers)) {
        const picture = await exact(layer, renditionOf).catch(() => null);
        if (picture !== null) found.set(layer.item, picture);
      }
      clearTimeout(resting);
      resting = setTimeout(close, waits.idleMs);
      return found;
    },
    decoded: async ({ item, seconds }) =>
      item.kind === 'clip' ? ((await pageOf(item, seconds, original))?.sample ?? null) : null,
    close: () => {
      clearTimeout(resting);
      close();
    },
  };
}

/** Whether something of this is shown by a proxy. */
export function isFromProxy(layers: readonly Layer[], renditionOf: RenditionOf): boolean {
  return layers.some(
    (layer) =>
      layer.kind === 'picture' && layer.item.source !== null && renditionOf(layer.item.source.mediaId) === 'proxy',
  );
}

function ofStill(still: StillImage, seconds: number): Drawable {
  return { image: still.at(seconds), width: still.width, height: still.height, rotation: 0, flipped: false };
}
