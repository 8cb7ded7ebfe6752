import { isIP } from 'node:net';
import type { Failure, FailureCode } from '../../../shared/domain/failure.ts';
import {
  maxUploadBytes,
  uploadFormat,
  uploadFormats,
  uploadKind,
  type MediaKind,
  type UploadFormat,
} from '../../../shared/domain/upload.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { HeadAnswer } from '../../api/head.ts';

/** Asks the server about an address, redirects followed; null where no answer came in time. */
export type AskHead = (url: URL) => Promise<HeadAnswer | null>;

/** A link that may be handed to the cloud. `bytes` is 0 where nobody said. */
export type CheckedLink = {
  readonly url: string;
  readonly name: string;
  readonly bytes: number;
  readonly kind: MediaKind;
};

const maxCharacters = 2048;
const maxNameCharacters = 200;

/** The formats by the types that servers give them. */
const formatsByType: Readonly<Record<string, UploadFormat>> = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/x-msvideo': 'avi',
  'video/avi': 'avi',
  'video/vnd.avi': 'avi',
  'video/webm': 'webm',
  'video/x-matroska': 'mkv',
  'video/matroska': 'mkv',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/wave': 'wav',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/aac': 'aac',
};

/**
 * Looks at a link before it is sent: an address of the web without a password in it, that the cloud can reach, and, where the server
 * says something about it, of an accepted type and size. A server that says nothing is no reason to refuse.
 */
export async function checkLink(text: string, ask: AskHead): Promise<Result<CheckedLink, Failure>> {
  const url = readLink(text);
  if (!url.ok) return url;
  const name = linkName(url.value);
  const answer = await ask(url.value);
  const refuse = (code: FailureCode, more: Failure['params'] = {}): Result<never, Failure> =>
    err({ code, params: { name, ...more } });
  if (answer?.status === 404 || answer?.status === 410) return refuse('link-missing');
  // 405 and the like say something about the question, not about the file.
  const said = answer !== null && answer.status >= 200 && answer.status < 300 ? answer : null;
  if (said?.contentType === 'text/html') return refuse('link-page');
  const format = formatOf(name, said?.contentType ?? null);
  if (format === 'unsupported') return refuse('unsupported-file');
  const bytes = said?.contentLength ?? 0;
  if (bytes > maxUploadBytes) return refuse('file-too-large', { bytes, maxBytes: maxUploadBytes });
  return ok({ url: url.value.href, name, bytes, kind: format === null ? 'video' : uploadFormats[format] });
}

/** A web address as it was typed. Failures carry `name`: the host, where there is one. */
export function readLink(text: string): Result<URL, Failure> {
  const trimmed = text.trim();
  if (trimmed.length > maxCharacters || /\s/.test(trimmed) || !URL.canParse(trimmed))
    return err({ code: 'link-malformed' });
  const url = new URL(trimmed);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '') return err({ code: 'link-malformed' });
  url.hash = '';
  return isPublic(url.hostname) ? ok(url) : err({ code: 'link-private', params: { name: url.hostname } });
}

/**
 * Whether the cloud could reach a host: a name with a dot that is not kept for home networks, or an address (RFC 6890) outside
 * the ranges of private, local and test networks.
 */
export function isPublic(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  switch (isIP(host)) {
    case 4:
      return isPublicIPv4(host.split('.').map(Number));
    case 6:
      // Of IPv6 only 2000::/3 is given out, and 2001:db8::/32 of it is kept for documents.
      return /^[23][0-9a-f]{3}:/i.test(host) && !/^2001:0?db8:/i.test(host);
    default:
      return host.includes('.') && !/\.(?:local|localhost|internal|home|lan|test|invalid)$/i.test(host);
  }
}

function isPublicIPv4([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100) return b < 64 || b > 127;
  if (a === 169) return b !== 254;
  if (a === 172) return b < 16 || b > 31;
  if (a === 192) return b !== 168 && !(b === 0 && (c === 0 || c === 2));
  return !(a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) && !(a === 203 && b === 0 && c === 113);
}

/** The last name of the path as people write it, else the host. */
function linkName(url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  return (decoded(last) || url.hostname).slice(0, maxNameCharacters);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** By what the server says, else by the name; null where neither says anything. */
function formatOf(name: string, contentType: string | null): UploadFormat | 'unsupported' | null {
  const type = contentType ?? '';
  if (Object.hasOwn(formatsByType, type)) return formatsByType[type] ?? null;
  const isMedia = /^(?:video|audio|image|text)\//.test(type);
  if (isMedia) return 'unsupported';
  if (uploadKind(name) !== null) return uploadFormat(name);
  // An ending that is none of ours is the only thing known of it; many addresses have none.
  return /\.(?:txt|pdf|zip|docx?|html?|exe|dmg|heic|avif|bmp|tiff?|flac|ogg|m3u8|mpd|wmv|flv)$/i.test(name)
    ? 'unsupported'
    : null;
}
