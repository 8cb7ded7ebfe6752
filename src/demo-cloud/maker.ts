import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MusicOrder as Music } from '../shared/scene/music-order.ts';
import type { Scene } from '../shared/scene/scene.ts';
import { canonicalJson, withFreeBox } from './mp4.ts';

interface Order {
  /** The file to write; its folder exists. */
  readonly to: string;
  /** Aborted when nobody wants it any more: the work stops, and the promise rejects. */
  readonly signal: AbortSignal;
}

/** Nobody asks how far it is: the service's stream says no more than that it goes on. */
export interface ClipOrder extends Order {
  readonly scene: Scene;
}

export interface MusicOrder extends Order {
  readonly music: Music;
}

export interface RenderOrder extends Order {
  readonly draft: unknown;
  /** As the session's state tells it. */
  readonly canvas: unknown;
  /** The file behind an address of a draft; null where it is none of the demo cloud's. */
  readonly fileOf: (url: string) => string | null;
  readonly onProgress: (share: number) => void;
}

/** Makes what the cloud makes: pictures, music, renders. Each promise rejects where that fails. */
export interface Maker {
  /** `samples`: it has a few clips and takes no time, so that the demo cloud plays the time. `painter`: it makes what it is told. */
  readonly kind: 'samples' | 'painter';
  readonly clip: (order: ClipOrder) => Promise<void>;
  readonly music: (order: MusicOrder) => Promise<void>;
  readonly render: (order: RenderOrder) => Promise<void>;
}

/** Plain Node has no encoder: here a film is its first clip, and all else a sample. */
export function createSamplesMaker(samplesDir: string): Maker {
  const sample = (name: string): string => path.join(samplesDir, name);
  return {
    kind: 'samples',
    clip: ({ to }) => copyFile(sample('city.mp4'), to),
    music: ({ to }) => copyFile(sample('music.m4a'), to),
    render: async ({ draft, fileOf, to }) => {
      const source = firstPicture(draft, fileOf) ?? sample('city.mp4');
      await writeFile(to, renderedFile(await readFile(source), draft));
    },
  };
}

/**
 * Makes the render of a draft: the source with the draft behind it, in a box that players skip. It plays like the
 * source, and differs whenever the draft does.
 */
export function renderedFile(source: Buffer, draft: unknown): Buffer {
  return withFreeBox(source, Buffer.from(canonicalJson(draft)));
}

/** The file behind the first picture of a draft that can be played as MP4. */
function firstPicture(draft: unknown, fileOf: RenderOrder['fileOf']): string | null {
  const tracks = Object(draft).t as unknown;
  const pictures = (Array.isArray(tracks) ? tracks : []).filter((track) => Object(track).tt === 0);
  const [, url] = /"([^"]+\.(?:mp4|mov))"/iu.exec(JSON.stringify(pictures)) ?? [];
  return url === undefined ? null : fileOf(url);
}
