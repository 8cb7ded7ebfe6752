import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A feed of updates on this computer, as a web server has one: the newest version of each system, and its file. */
export type UpdateFeedServer = {
  readonly url: string;
  /** Publishes a version for Linux. `changes`: lines of its description that are to be others, or missing. */
  readonly publish: (version: string, file: string, changes?: Readonly<Record<string, string | null>>) => void;
  /** What asks for this path is sent there, until the next version is published. */
  readonly redirect: (path: string, location: string) => void;
  /** Answers everything like this from now on. */
  readonly answer: (status: number, body?: string, headers?: Readonly<Record<string, string>>) => void;
  /** Path and headers of all requests so far. */
  readonly requests: () => readonly { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[];
  readonly close: () => Promise<void>;
};

const name = 'Rushes-next.AppImage';

export async function startUpdateFeed(): Promise<UpdateFeedServer> {
  const files = new Map<string, string>();
  const requests: { path: string; headers: Readonly<Record<string, unknown>> }[] = [];
  const moved = new Map<string, string>();
  let forced: { status: number; body: string; headers: Readonly<Record<string, string>> } | null = null;
  const server = createServer(({ url = '', headers }, response) => {
    const path = new URL(url, 'http://feed').pathname;
    requests.push({ path, headers });
    if (forced !== null) return response.writeHead(forced.status, forced.headers).end(forced.body);
    const location = headers.host === host() ? moved.get(path) : undefined;
    if (location !== undefined) return response.writeHead(302, { location }).end();
    const body = files.get(path);
    return response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  const host = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://${host()}/`,
    redirect: (path, location) => void moved.set(path, location),
    publish: (version, file, changes = {}) => {
      forced = null;
      moved.clear();
      const sha512 = createHash('sha512').update(file).digest('base64');
      const lines = { version, url: name, sha512, notes: '### Added\n- **Faster** renders\n', ...changes };
      const info = {
        version: lines.version,
        files: [{ url: lines.url, ...(lines.sha512 === null ? {} : { sha512: lines.sha512 }), size: file.length }],
        releaseNotes: lines.notes,
      };
      files.set('/latest-linux.yml', JSON.stringify(info));
      files.set(`/${name}`, file);
    },
    answer: (status, body = '', headers = {}) => (forced = { status, body, headers }),
    requests: () => requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
