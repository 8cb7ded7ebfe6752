import { createAppFiles } from './app-files.ts';

/**
 * Answers everything that is asked of `rushes:`: `rushes://app/…` from the files under `root` (the built window), and
 * `rushes://media/…` from `media`. There is nothing else.
 */
export function createSchemeHandler(parts: {
  readonly root: string;
  readonly media: (request: Request) => Promise<Response>;
}): (request: Request) => Promise<Response> {
  const files = createAppFiles(parts.root);
  return async (request) => {
    switch (new URL(request.url).host) {
      case 'app':
        return files(request);
      case 'media':
        return parts.media(request);
      default:
        return new Response(null, { status: 404 });
    }
  };
}
