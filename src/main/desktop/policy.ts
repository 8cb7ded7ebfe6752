import { isSafeAddress } from '../api/addresses.ts';
import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, isAbsolute } from 'node:path';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { uploadFormats } from '../../shared/domain/upload.ts';
import { done, err, type Result } from '../../shared/result.ts';

const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Our own page may copy text and show the video full screen. Nobody may do anything else. */
export function isPermitted(permission: string, address: string, origins: ReadonlySet<string>): boolean {
  return granted.has(permission) && origins.has(originOf(address));
}

/** Scheme and host of an address, also for our own scheme, whose `URL.origin` is "null"; empty for what is no address. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/**
 * Whether an address may be opened, and by whom. `own`: a page of the configured web site (`webUrl`) or of a host beneath it.
 * `foreign`: any other https page, only with the user's consent. `refused`: everything else, and what hides a name in it.
 */
export function judgeLink(address: string, webUrl: string): 'own' | 'foreign' | 'refused' {
  if (!URL.canParse(address)) return 'refused';
  const url = new URL(address);
  if (!isSafeAddress(url)) return 'refused';
  const web = new URL(webUrl);
  if (url.origin === web.origin) return 'own';
  if (url.protocol !== 'https:') return 'refused';
  return url.port === '' && url.hostname.endsWith(`.${web.hostname}`) ? 'own' : 'foreign';
}

/** What an export can be. Nothing else is ever handed to another program, whatever a database says. */
const videos: ReadonlySet<string> = new Set(['.mp4', '.m4v', '.mov', '.webm', '.mkv']);

/** Whether the path is that of a video that is there: it may be shown, opened and handed on. */
export function checkSavedFile(path: string): Result<null, Failure> {
  return checkKind(path, videos);
}

/** The same for a list of many: a slow disk does not hold main up. */
export async function isSavedFile(path: string): Promise<boolean> {
  return hasKind(path, videos) && (await stat(path).catch(() => null))?.isFile() === true;
}

const media: ReadonlySet<string> = new Set([
  ...videos,
  ...Object.keys(uploadFormats).map((format) => `.${format}`),
  '.jpeg',
]);

/** Whether the path is that of a video, a picture or a sound that is there: it may be dragged out of the window. */
export function checkMediaFile(path: string): Result<null, Failure> {
  return checkKind(path, media);
}

function checkKind(path: string, extensions: ReadonlySet<string>): Result<null, Failure> {
  if (!hasKind(path, extensions)) return notFound;
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? done : err({ code: 'file-gone' });
}

function hasKind(path: string, extensions: ReadonlySet<string>): boolean {
  return isAbsolute(path) && extensions.has(extname(path).toLowerCase());
}

/** Shows one dialog of the system at a time. */
export type DialogTurn = {
  /** One that the page has asked for: while another is open, it is as if the user had closed this one. */
  readonly forPage: <T>(show: () => Promise<T>, closed: T) => Promise<T>;
  /** One of main's own: it waits until the others are closed. */
  readonly inTurn: <T>(show: () => Promise<T>) => Promise<T>;
};

export function createDialogTurn(): DialogTurn {
  let open = 0;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn: DialogTurn['inTurn'] = (show) => {
    open += 1;
    const shown = last.then(show).finally(() => (open -= 1));
    last = shown.catch(() => undefined);
    return shown;
  };
  return { inTurn, forPage: (show, closed) => (open > 0 ? Promise.resolve(closed) : inTurn(show)) };
}
