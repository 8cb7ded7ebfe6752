import { fileReply } from '../files.ts';
import { canvasConfig } from './media.ts';
import { createRandom, mixSeed } from '../../shared/random.ts';
import { failure, json, success } from '../reply.ts';
import type { RenderForm } from '../faults.ts';
import type { Render } from '../renders.ts';
import { field, ownSession, textField } from './exchange.ts';
import type { AccountHandler, Handler } from './exchange.ts';

export const submitRender: AccountHandler = ({ world, body, fault }, account) => {
  // Wire contract: whoever hides the attribution can chat but not export.
  if (!account.attributed) return failure(402);
  const id = textField(body, 'id');
  const sessionId = textField(body, 'sessionId');
  const draft = field(body, 'draft');
  const session = ownSession(world, account, sessionId);
  if (session === undefined) return failure(1002);
  if (id === '' || world.renders.get(id) !== undefined || !isRenderable(draft)) return failure(400);
  if (world.renders.activeIn(sessionId)) return failure(429);
  const random = createRandom(mixSeed(world.seed, world.renders.all().length));
  world.renders.submit({
    id,
    sessionId,
    draft,
    canvas: canvasConfig(session),
    ms: world.maker.kind === 'samples' ? random.int(30, 90) * 1000 : 0,
    fate: fault?.kind === 'render-fails' ? 'fails' : fault?.kind === 'render-hangs' ? 'hangs' : 'finishes',
  });
  return success({ id, status: 'pending' });
};

export const renderStatus: AccountHandler = ({ world, id, fault }, account) => {
  const render = world.renders.get(id);
  if (render === undefined || ownSession(world, account, render.sessionId) === undefined) return failure(404);
  const url = `${world.baseUrl()}/files/renders/${encodeURIComponent(id)}.mp4`;
  if (fault?.kind === 'render-form') return json(inForm(fault, render, url));
  const progress = world.renders.progressOf(id);
  // Wire contract: the status stands at the top level here, not in an envelope.
  return json({
    id,
    status: render.status,
    ...(progress === null ? {} : { progress }),
    ...(render.status === 'completed' ? { output: { url, format: 'mp4', size: render.size } } : {}),
    ...(render.status === 'failed' ? { error: 'Lambda function timed out' } : {}),
  });
};

function inForm({ at, address, progress }: RenderForm, { id, status }: Render, url: string): unknown {
  const where = address === 'outputUrl' ? { outputUrl: url } : { output: { url } };
  const known = status === 'completed' ? where : progress === undefined ? {} : { progress };
  if (at === 'top') return { id, status, error: null, ...known };
  return { success: true, ...(at === 'split' ? { status, data: known } : { data: { id, status, ...known } }) };
}

/** Stops a render. Clients must not care what it answers. */
export const cancelRender: AccountHandler = ({ world, id }, account) => {
  const render = world.renders.get(id);
  const isOwn = render !== undefined && ownSession(world, account, render.sessionId) !== undefined;
  return isOwn && world.renders.cancel(id)
    ? json({ success: true })
    : json({ success: false, error: 'Not found' }, 404);
};

/** Serves both the URL of a finished render and the fallback download. */
export const renderFile: Handler = ({ world, id, request, fault }) =>
  world.renders.get(id)?.status === 'completed'
    ? fileReply(world.renders.fileOf(id), request.headers, fault?.kind === 'ignore-range')
    : failure(404);

/** At least one track with a segment, as the contract asks. */
function isRenderable(draft: unknown): boolean {
  return tracksOf(draft).some((track) => segmentsOf(track).length > 0);
}

function tracksOf(draft: unknown): readonly unknown[] {
  const tracks = field(draft, 't');
  return Array.isArray(tracks) ? tracks : [];
}

function segmentsOf(track: unknown): readonly unknown[] {
  const segments = field(track, 'sg');
  return Array.isArray(segments) ? segments : [];
}
