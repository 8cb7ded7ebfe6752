/** The calls of the wire contract, the two ways to fetch a file by URL, and what matched none of them. */
export type DemoCall =
  | 'anonymous-token'
  | 'create-session'
  | 'claim-token'
  | 'run-sse'
  | 'upload'
  | 'credits'
  | 'state'
  | 'render-submit'
  | 'render-status'
  | 'render-cancel'
  | 'render-download'
  /** `output.url` of a finished render. */
  | 'render-file'
  /** A sample or an uploaded file, as named by a draft. */
  | 'media'
  | 'unknown';

interface Route {
  readonly call: DemoCall;
  /** The session, render or file named in the path; empty where there is none. */
  readonly id: string;
}

const routes: readonly (readonly [method: string, path: RegExp, call: DemoCall])[] = [
  ['POST', /^\/api\/auth\/anonymous-token$/, 'anonymous-token'],
  ['POST', /^\/api\/tasks\/me\/with-session\/nemo_agent$/, 'create-session'],
  ['POST', /^\/api\/auth\/claim-token$/, 'claim-token'],
  ['POST', /^\/run_sse$/, 'run-sse'],
  ['POST', /^\/api\/upload-video\/nemo_agent\/me\/([^/]+)$/, 'upload'],
  ['GET', /^\/api\/credits\/balance\/simple$/, 'credits'],
  ['GET', /^\/api\/state\/nemo_agent\/me\/([^/]+)\/latest$/, 'state'],
  ['POST', /^\/api\/render\/proxy\/lambda$/, 'render-submit'],
  ['GET', /^\/api\/render\/proxy\/lambda\/([^/]+)$/, 'render-status'],
  ['POST', /^\/api\/render\/proxy\/lambda\/([^/]+)\/cancel$/, 'render-cancel'],
  ['GET', /^\/api\/render\/proxy\/([^/]+)\/download$/, 'render-download'],
  ['GET', /^\/files\/renders\/([^/]+)\.mp4$/, 'render-file'],
  ['GET', /^\/files\/((?:samples|uploads|made)\/[^/]+)$/, 'media'],
];

/** Which call a request is. HEAD is answered as GET, without the body. */
export function routeOf(method: string, path: string): Route {
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const [routeMethod, pattern, call] of routes) {
    const match = routeMethod === wanted ? pattern.exec(path) : null;
    if (match !== null) return { call, id: decode(match[1] ?? '') };
  }
  return { call: 'unknown', id: '' };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
