import type { Failure } from './failure.ts';

/** The formats the cloud takes (wire contract: "Upload formats"), by lower-case extension. */
export const uploadFormats = {
  mp4: 'video',
  mov: 'video',
  avi: 'video',
  webm: 'video',
  mkv: 'video',
  jpg: 'image',
  png: 'image',
  gif: 'image',
  webp: 'image',
  mp3: 'audio',
  wav: 'audio',
  m4a: 'audio',
  aac: 'audio',
} as const;

/** At most 500 MiB (wire contract: "At most 500 MB (500 * 1024 * 1024 bytes)"). */
export const maxUploadBytes = 500 * 1024 * 1024;

/** Most bytes of pasted pictures in one go. */
export const maxPastedBytes = 64 * 1024 * 1024;

/** Most files that go along with one message. */
export const mostFiles = 200;

export type UploadFormat = keyof typeof uploadFormats;
export type MediaKind = (typeof uploadFormats)[UploadFormat];

/** The format of a file by its name, or null for one that the cloud does not take. `.jpeg` counts as jpg. */
export function uploadFormat(fileName: string): UploadFormat | null {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const format = extension === 'jpeg' ? 'jpg' : extension;
  return Object.hasOwn(uploadFormats, format) ? (format as UploadFormat) : null;
}

/** The kind of a file by its name, or null for a format that the cloud does not take. */
export function uploadKind(fileName: string): MediaKind | null {
  const format = uploadFormat(fileName);
  return format === null ? null : uploadFormats[format];
}

/**
 * `uploaded`: it is in the project's present session. `lost`: the cloud has lost the session it was in; main sends it
 * again before the next message that it goes with.
 */
export type UploadState = 'waiting' | 'uploading' | 'uploaded' | 'lost' | 'failed';

/** A file on its way to the project's session. Sizes in bytes; `sent` is what was really accepted. */
export type Upload = {
  readonly id: string;
  readonly projectId: string;
  /** `link`: the cloud fetches it by itself; its size may be unknown, which is 0. */
  readonly source: 'file' | 'link';
  readonly name: string;
  readonly bytes: number;
  readonly kind: MediaKind;
  readonly state: UploadState;
  readonly sent: number;
  readonly failure: Failure | null;
  /** The turn it was sent along with; null while it waits in the composer. */
  readonly turnId: string | null;
  /** What the user wants done with it; empty where they said nothing. */
  readonly note: string;
  /** Plays the local file through the media scheme. */
  readonly mediaId: string;
};
