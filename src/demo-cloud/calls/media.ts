import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { trackOf } from '../draft/cut.ts';
import { canvasOf } from '../draft/wire.ts';
import { fileReply } from '../files.ts';
import type { Fault } from '../faults.ts';
import { failure, type Reply, success } from '../reply.ts';
import { draftOf, type Session } from '../sessions.ts';
import type { World } from '../world.ts';
import type { StoredUpload, UploadProblem } from '../uploads.ts';
import { announcesTooMuch, kindOf, receiveFiles } from '../uploads.ts';
import { field, ownSession } from './exchange.ts';
import type { AccountHandler, Exchange, Handler } from './exchange.ts';

export const upload: AccountHandler = async (exchange, account) => {
  const { world, request, entry, fault, id } = exchange;
  const session = ownSession(world, account, id);
  if (session === undefined) return refused(exchange, 1002);
  const begunAt = performance.timeOrigin + performance.now();
  if (announcesTooMuch(request)) return refused(exchange, 4002);
  if (fault?.kind === 'upload-reset' && fault.at < 1) dropAt(exchange, fault.at);
  if (fault?.kind === 'upload-answer') return answeredAt(exchange, fault);
  const received = exchange.body === null ? await receive(exchange) : fromUrls(exchange.body);
  if (received === 'unsupported') return failure(4001);
  if (received === 'too-large') return failure(4002);
  if (received === 'unreadable') return fault?.kind === 'upload-reset' || request.destroyed ? 'reset' : failure(400);

  entry.set({ uploads: received.map(({ name, size, sha256 }) => ({ name, size, sha256 })) });
  const uploads = world.sessions.get(id)?.uploads ?? [];
  // Files that are sent side by side keep the order in which they were sent.
  const all = [...uploads, ...received.map((file) => ({ ...file, begunAt }))];
  world.sessions.update(id, { uploads: all.toSorted((a, b) => (a.begunAt ?? 0) - (b.begunAt ?? 0)) });
  if (fault?.kind === 'upload-reset') return 'reset';
  // A list is taken as well as `files`: sessions differ, so that clients must not count on one.
  const files = received.map(({ name, kind, url, durationMs }) => ({
    filename: name,
    file_type: kind,
    cdn_url: url,
    duration: durationMs / 1000,
  }));
  return success(session.index % 2 === 0 ? { files } : files);
};

async function receive({ world, request, fault, signal }: Exchange): Promise<readonly StoredUpload[] | UploadProblem> {
  if (!/^multipart\/form-data/iu.test(request.headers['content-type'] ?? '')) {
    request.resume();
    return 'unreadable';
  }
  const pace =
    fault?.kind === 'upload-slow'
      ? (bytes: number) => world.wallClock.wait((bytes * 1000) / fault.bytesPerSecond, signal)
      : null;
  return receiveFiles(request, { dir: path.join(world.filesDir, 'uploads'), baseUrl: world.baseUrl(), pace });
}

/** Answers at once, and reads the body only to throw it away: closing the connection under it could lose the answer. */
function refused({ request }: Exchange, code: number): ReturnType<typeof failure> {
  request.resume();
  return code === 4002 ? failure(code, 413, { connection: 'close' }) : failure(code);
}

/** Answers in the middle of the body, and reads on: closing now could lose the answer. */
async function answeredAt(
  { world, request }: Exchange,
  { at, code, status }: Extract<Fault, { readonly kind: 'upload-answer' }>,
): Promise<Reply> {
  const limit = Number(request.headers['content-length'] ?? 0) * at;
  let read = 0;
  await new Promise<void>((resolve) => {
    request.once('close', resolve);
    request.on('data', (piece: Buffer) => {
      read += piece.length;
      if (read >= limit) resolve();
    });
  });
  if (code === 1001) world.accounts.expireTokens();
  return failure(code, status ?? 200);
}

function dropAt({ request }: Exchange, share: number): void {
  const limit = Number(request.headers['content-length'] ?? 0) * share;
  let read = 0;
  if (limit === 0) return void request.socket.resetAndDestroy();
  request.on('data', (piece: Buffer) => {
    read += piece.length;
    if (read >= limit) request.socket.resetAndDestroy();
  });
}

/** `{"urls":[…],"source_type":"url"}`: taken by name; the demo cloud fetches nothing. */
function fromUrls(body: unknown): readonly StoredUpload[] | UploadProblem {
  const urls = field(body, 'urls');
  if (!Array.isArray(urls) || urls.length === 0) return 'unreadable';
  const uploads: StoredUpload[] = [];
  for (const url of urls) {
    if (typeof url !== 'string' || !URL.canParse(url)) return 'unreadable';
    const name = decodeURIComponent(path.posix.basename(new URL(url).pathname));
    const kind = kindOf(name);
    if (kind === null) return 'unsupported';
    uploads.push({ name, size: 0, sha256: '', kind, url, durationMs: 10_000 });
  }
  return uploads;
}

export const state: AccountHandler = ({ world, id, fault }, account) => {
  const session = ownSession(world, account, id);
  if (session === undefined) return failure(1002);
  const clips = trackOf(session.cut, 'video')?.segments ?? [];
  const uploaded = new Set(session.uploads.map((upload) => upload.url));
  return success({
    session_id: session.id,
    state: {
      draft: draftUnder(fault, session),
      video_infos: session.uploads.map(({ name, url, durationMs }) => ({ name, url, duration: durationMs })),
      canvas_config: canvasConfig(session),
      generated_media: clips
        .filter((clip) => !uploaded.has(clip.url ?? ''))
        .map((clip) => ({ type: 'video', url: clip.url, name: clip.name, duration: clip.durationMs })),
    },
  });
};

export function canvasConfig({ cut }: Session): Readonly<Record<string, unknown>> {
  return { ...canvasOf(cut), fps: 30 };
}

function draftUnder(fault: Fault | null, session: Session): unknown {
  if (fault?.kind === 'draft') return fault.value;
  return fault?.kind === 'signed' ? signed(draftOf(session)) : draftOf(session);
}

function signed(draft: unknown): unknown {
  const signature = `?Expires=${Date.now()}&Signature=${randomUUID()}`;
  return JSON.parse(JSON.stringify(draft), (_key, value: unknown) =>
    typeof value === 'string' && /^https?:/.test(value) ? value + signature : value,
  );
}

/** Samples, uploads and what was made; no token needed, as with the signed URLs of the cloud. */
export const media: Handler = ({ world, request, id, fault }) => {
  const file = mediaFile(world, id);
  return file === null ? failure(404) : fileReply(file, request.headers, fault?.kind === 'ignore-range');
};

/** Where `<folder>/<name>` lies, of what is served under `/files/`; null for another folder. */
export function mediaFile({ samplesDir, filesDir }: Pick<World, 'samplesDir' | 'filesDir'>, id: string): string | null {
  const [folder = '', name = ''] = id.split('/');
  const dirs: Readonly<Record<string, string>> = {
    samples: samplesDir,
    uploads: path.join(filesDir, 'uploads'),
    made: path.join(filesDir, 'made'),
  };
  const dir = Object.hasOwn(dirs, folder) ? dirs[folder] : undefined;
  return dir === undefined ? null : path.join(dir, path.basename(name));
}
