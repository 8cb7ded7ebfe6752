/** What is known of a file from looking into it. Sizes in pixels as shown (after rotation), 0 without pictures. */
export type MediaInfo = {
  /** What the file holds: a picture without time, video (with or without sound), or sound alone; null: nothing that we can read. */
  readonly kind: 'video' | 'audio' | 'image' | null;
  /** Null for pictures, and where it cannot be told. */
  readonly durationMs: number | null;
  readonly width: number;
  readonly height: number;
  /** Clockwise, in degrees, as the file wants its frames turned; `width` and `height` already are. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Frames per second, null without video. */
  readonly fps: number | null;
  /** Names of the codecs (`avc`, `hevc`, `aac`…), null without such a track or for one that has no name. */
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
  readonly hasVideo: boolean;
  readonly hasAudio: boolean;
  /** Whether this computer can show the pictures and play the sound; false too where there are none. */
  readonly canDecodeVideo: boolean;
  readonly canDecodeAudio: boolean;
  /** How many tracks of pictures and of sound it has. A picture on the cover of a sound file is none. */
  readonly videoTracks: number;
  readonly audioTracks: number;
  /** The first good frame as a JPEG data URL of at most 48 KB; null before it is there, and where there is none. */
  readonly thumbnail: string | null;
  /** Loudness over the whole length, each 0..1; null before it is there, and for what is no sound file. */
  readonly peaks: readonly number[] | null;
};

/** How many peaks a waveform has. */
export const peakCount = 200;

/** The largest thumbnail, in characters of its data URL. */
export const thumbnailBytes = 48 * 1024;

/** What is known of a file with neither pictures nor sound, or that nobody can look into. */
export const trackless = {
  durationMs: null,
  width: 0,
  height: 0,
  rotation: 0,
  fps: null,
  videoCodec: null,
  audioCodec: null,
  hasVideo: false,
  hasAudio: false,
  canDecodeVideo: false,
  canDecodeAudio: false,
  videoTracks: 0,
  audioTracks: 0,
} as const;

/** A file that nobody can look into: it may still be sent. */
export const unknownMediaInfo: MediaInfo = {
  kind: null,
  ...trackless,
  thumbnail: null,
  peaks: null,
};

/** What such a file can be converted to on this computer, by extension; null where it cannot be decoded. */
export function conversionOf(info: MediaInfo): 'jpg' | 'mp4' | 'm4a' | null {
  // A picture that does not decode is of no kind.
  if (info.kind === 'image') return 'jpg';
  // Sound that cannot be decoded can only be copied.
  const carriesSound = !info.hasAudio || info.canDecodeAudio || info.audioCodec === 'aac';
  if (info.canDecodeVideo) return carriesSound ? 'mp4' : null;
  return info.kind === 'audio' && info.canDecodeAudio ? 'm4a' : null;
}

/** Small frames over the whole length, for choosing where to trim. Times in ms. */
export type Filmstrip = {
  readonly frames: readonly { readonly atMs: number; readonly image: string }[];
  /** Where a cut without re-encoding may begin, in order; empty where it may begin anywhere (sound). */
  readonly keyFramesMs: readonly number[];
};
