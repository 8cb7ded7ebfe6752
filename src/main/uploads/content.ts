import { isBareQuickTime, waveKind } from '../../shared/domain/file-head.ts';
import { uploadFormat, uploadFormats, type MediaKind, type UploadFormat } from '../../shared/domain/upload.ts';

/** How much of a file's beginning `contentOf` wants to see, in bytes. */
export const headBytes = 4096;

/** What a file is by its content. */
export type Content = {
  /** Lower-case extension. */
  readonly format: string;
  /** What the cloud would take it as; null where it does not take it. */
  readonly accepted: UploadFormat | null;
  /** Kinds it can be: an MP4 container can hold sound alone. Empty for what is no picture, sound or film. */
  readonly kinds: readonly MediaKind[];
  /** Not taken by the cloud, but perhaps decoded here. */
  readonly convertible: boolean;
};

/** All of one family of containers, told apart by a brand that many programs write carelessly. */
const mp4Family: readonly string[] = ['mp4', 'mov', 'm4v', 'm4a', 'm4b', 'm4p', 'f4v', 'f4a', 'f4b', 'f4p'];
/** What those are sent as. */
const mp4Formats: Readonly<Record<string, UploadFormat>> = {
  m4v: 'mp4',
  f4v: 'mp4',
  m4b: 'm4a',
  f4a: 'm4a',
  f4b: 'm4a',
};
const convertible: Readonly<Record<MediaKind, readonly string[]>> = {
  image: ['heic', 'avif', 'bmp', 'tif'],
  video: ['3gp', '3g2', 'mts', 'ogv', 'ogm'],
  audio: ['flac', 'ogg', 'oga', 'opus', 'spx'],
};

/** Looks at the first bytes of a file, never at its name. Null for what is no known format, such as text. */
export async function contentOf(head: Uint8Array): Promise<Content | null> {
  if (waveKind(head) !== null) return { format: 'wav', accepted: 'wav', kinds: ['audio'], convertible: false };
  if (isBareQuickTime(head)) return mp4Content('mov');
  // Large, and not needed before a file comes: it stays off the start path.
  const { fileTypeFromBuffer } = await import('file-type');
  const { ext, mime } = (await fileTypeFromBuffer(head)) ?? tiff(head) ?? {};
  // By four letters alone the library takes words for a film.
  if (ext === undefined || (ext === 'mov' && !saysType(head))) return null;
  if (mp4Family.includes(ext)) return mp4Content(ext);
  const accepted = uploadFormat(`.${ext}`);
  const kind = accepted === null ? kindOf(mime) : uploadFormats[accepted];
  return {
    format: ext,
    accepted,
    kinds: kind === null ? [] : [kind],
    convertible: accepted === null && kind !== null && convertible[kind].includes(ext),
  };
}

function saysType(head: Uint8Array): boolean {
  return String.fromCharCode(...head.subarray(4, 8)) === 'ftyp';
}

function mp4Content(format: string): Content {
  const accepted = mp4Formats[format] ?? uploadFormat(`.${format}`);
  return { format, accepted, kinds: ['video', 'audio'], convertible: false };
}

/** What phones of old recorded in 3GP, and nothing else does (3GPP TS 26.244, 3GPP2 C.S0050). */
const phoneFormats: ReadonlySet<string> = new Set(['s263', 'h263', 'samr', 'sawb', 'sawp', 'sqcp', 'sevc', 'ssmv']);

/**
 * The type of a file whose brand is 3GP but whose name is not: many phones write that brand into MP4 files, so the tracks decide.
 * `formats`: four letters each; empty where they are unknown.
 */
export function phoneContent(content: Content, formats: readonly string[]): Content {
  const isPhone = content.format === '3gp' || content.format === '3g2';
  return isPhone && !formats.some((format) => phoneFormats.has(format)) ? mp4Content('mp4') : content;
}

function kindOf(mime: string | undefined): MediaKind | null {
  const [type] = mime?.split('/') ?? [];
  return type === 'video' || type === 'audio' || type === 'image' ? type : null;
}

/** Its directory, by which the library knows it, may lie anywhere in the file. */
function tiff(head: Uint8Array): { readonly ext: string; readonly mime: string } | null {
  const signature = String.fromCharCode(...head.subarray(0, 4));
  return signature === 'II*\0' || signature === 'MM\0*' ? { ext: 'tif', mime: 'image/tiff' } : null;
}
