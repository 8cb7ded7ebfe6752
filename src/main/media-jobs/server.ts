import type { Lane } from './lane.ts';

export type MediaJobsServer = (request: Request) => Promise<Response>;

/**
 * Answers `rushes://media-worker/<key>/…`, what a hidden page asks for its task, by the lane whose page has this key. The page's own files
 * are none of its business.
 */
export function createMediaJobsServer(lanes: readonly Pick<Lane, 'serve'>[]): MediaJobsServer {
  return async (request) => {
    const [key = '', ...path] = new URL(request.url).pathname.slice(1).split('/');
    for (const lane of lanes) {
      const answer = lane.serve(key, path, request);
      if (answer !== null) return answer;
    }
    return new Response(null, { status: 404 });
  };
}
