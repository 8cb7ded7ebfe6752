import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { mediaPath } from '../../shared/media-url.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wasm': 'application/wasm',
};

/** No print, no alert, no download, no window, no way out of the page: what a page can ask for by itself. */
const sandboxed = 'sandbox allow-scripts allow-same-origin allow-forms';

/** The same as the page's own `<meta>`, and what a `<meta>` cannot say. */
export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `media-src 'self'`,
  `worker-src 'self'`,
  `connect-src 'self'`,
  `font-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  sandboxed,
].join('; ');

/** That of the hidden page: nothing to look at; what its encoder brings along may run, and all else is its own origin. */
export const mediaWorkerSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self' 'wasm-unsafe-eval'`,
  `worker-src blob:`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  sandboxed,
].join('; ');

/** That of the worker which draws the cut: its decoder makes workers of its own to lay what is see-through over the picture. */
export const compositorSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `worker-src blob:`,
  `connect-src 'self'`,
].join('; ');

/** What no page of ours asks for, so that Chromium does not even ask main. */
const permissionsPolicy = [
  'bluetooth',
  'camera',
  'display-capture',
  'geolocation',
  'hid',
  'idle-detection',
  'local-fonts',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** As the build names its script. */
const compositorScript = /^\/assets\/worker-[^/]+\.js$/;

/** An answer to a page. Node takes longer to load `Request` and `Response` than the page takes to be read: files do without. */
export type SchemeAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null;
};

/** What a page asks for. `whole` is the same as a `Request`. */
type SchemeRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly whole: () => Request;
};

/** Answers GET and HEAD with the files under `root`, and with nothing outside of it. `/` is `index.html`. */
function createPageFiles(root: string, policy = contentSecurityPolicy) {
  return async ({ url, method }: SchemeRequest): Promise<SchemeAnswer> => {
    const { pathname } = new URL(url);
    const headers = {
      'content-security-policy': compositorScript.test(pathname) ? compositorSecurityPolicy : policy,
      'permissions-policy': permissionsPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    };
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers, body: null };
    const path = fileWithin(root, pathname);
    const body = path === null ? null : await readFile(path).catch(() => unpacked(path));
    if (path === null || body === null) return { status: 404, headers, body: null };
    const contentType = types[extname(path).toLowerCase()] ?? 'application/octet-stream';
    return {
      status: 200,
      headers: { ...headers, 'content-type': contentType, 'content-length': String(body.byteLength) },
      body: method === 'HEAD' ? null : body,
    };
  };
}

/** Large scripts lie there compressed. */
async function unpacked(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const packed = await readFile(`${path}.br`).catch(() => null);
  if (packed === null) return null;
  const { brotliDecompress } = await import('node:zlib');
  return new Promise((resolve) => brotliDecompress(packed, (error, whole) => resolve(error === null ? whole : null)));
}

/** The file that a URL's path means, or null where it means none under `root`. Escaped slashes arrive undecoded. */
export function fileWithin(root: string, pathname: string): string | null {
  const decoded = decode(pathname);
  if (decoded === null || /[\0\\]/.test(decoded)) return null;
  const path = resolve(root, `.${decoded.endsWith('/') ? `${decoded}index.html` : decoded}`);
  const inside = relative(root, path);
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : path;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

type Serve = (request: Request) => Promise<Response>;

/**
 * Answers everything that is asked of `rushes:`: `rushes://app/…` from the files under `root` (the built window),
 * `rushes://app/media/…` from `media`, and `rushes://media-worker/…`, an origin of its own, from the hidden page's files and from `mediaJobs`.
 * There is nothing else. In development the files of both pages come from `devServer`.
 */
export function createSchemeHandler(parts: {
  readonly root: string;
  readonly media: Serve;
  readonly mediaJobs: Serve;
  readonly devServer?: string | undefined;
}): (request: SchemeRequest) => Promise<SchemeAnswer> {
  const { devServer } = parts;
  const files = devServer === undefined ? createPageFiles(parts.root) : filesFrom(devServer);
  const mediaFiles =
    devServer === undefined ? createPageFiles(parts.root, mediaWorkerSecurityPolicy) : filesFrom(devServer);
  return async (request) => {
    const { host, pathname, protocol } = new URL(request.url);
    const asker = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'origin')?.[1];
    // Our pages ask their own origin for what they need; who names another one is a stranger.
    if (asker !== undefined && asker !== `${protocol}//${host}`) return nothing(403);
    switch (host) {
      case 'app':
        return pathname.startsWith(mediaPath) ? plain(parts.media(request.whole())) : files(request);
      case 'media-worker':
        return isTaskPath(pathname) ? plain(parts.mediaJobs(request.whole())) : mediaFiles(request);
      default:
        return nothing(404);
    }
  };
}

async function plain(answer: Promise<Response>): Promise<SchemeAnswer> {
  const { status, headers, body } = await answer;
  return { status, headers: Object.fromEntries(headers), body };
}

function nothing(status: number): SchemeAnswer {
  return { status, headers: {}, body: null };
}

/** What the hidden page asks for its task begins with its key. */
function isTaskPath(pathname: string): boolean {
  return /^\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\//.test(pathname);
}

function filesFrom(server: string) {
  return ({ url }: SchemeRequest): Promise<SchemeAnswer> => {
    const { pathname, search } = new URL(url);
    return plain(fetch(new URL(pathname + search, server)));
  };
}
