import { mediaPath } from '../../shared/media-url.ts';
import { createAppFiles, mediaWorkerSecurityPolicy } from './app-files.ts';

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
}): Serve {
  const { devServer } = parts;
  const files = devServer === undefined ? createAppFiles(parts.root) : filesFrom(devServer);
  const mediaFiles =
    devServer === undefined ? createAppFiles(parts.root, mediaWorkerSecurityPolicy) : filesFrom(devServer);
  return async (request) => {
    const { host, pathname } = new URL(request.url);
    switch (host) {
      case 'app':
        return pathname.startsWith(mediaPath) ? parts.media(request) : files(request);
      case 'media-worker':
        return isTaskPath(pathname) ? parts.mediaJobs(request) : mediaFiles(request);
      default:
        return new Response(null, { status: 404 });
    }
  };
}

/** What the hidden page asks for its task begins with its key. */
function isTaskPath(pathname: string): boolean {
  return /^\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\//.test(pathname);
}

function filesFrom(server: string): Serve {
  return ({ url }) => {
    const { pathname, search } = new URL(url);
    return fetch(new URL(pathname + search, server));
  };
}
