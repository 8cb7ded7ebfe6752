import { planTurn, rememberedAfter } from '../agent/plan.ts';
import type { TurnInput } from '../agent/turn-input.ts';
import { createPaintedLibrary, createSampleLibrary, type SessionFiles } from '../agent/library.ts';
import { costOf, type NextAnswer } from '../agent/script.ts';
import { realClock } from '../clock.ts';
import { aborted } from '../deliver.ts';
import { type Clip, segmentsOf } from '../draft/cut.ts';
import { createRandom, mixSeed } from '../../shared/random.ts';
import { eventStream, failure, json } from '../reply.ts';
import type { KnownFile, Session } from '../sessions.ts';
import { heartbeat } from '../sse.ts';
import { startTurn } from '../turns.ts';
import type { StoredUpload } from '../uploads.ts';
import type { World } from '../world.ts';
import { field, ownSession, textField } from './exchange.ts';
import type { AccountHandler, Exchange } from './exchange.ts';

/** Enough to lead a newcomer to a film: in these no session has whims. */
const GENTLE_TURNS = 4;

export const runSse: AccountHandler = (exchange, account) => {
  const { world, body, fault } = exchange;
  const sessionId = textField(body, 'session_id');
  const session = ownSession(world, account, sessionId);
  // Wire contract: an unknown session is told as HTTP 404 before the stream starts, without an envelope.
  if (session === undefined) return json({ error: `Session not found: ${sessionId}` }, 404);
  const message = messageOf(body);
  if (message === '') return json({ error: 'new_message is empty' }, 400);

  const script =
    fault?.kind === 'stream-error' ? ({ kind: 'error', form: fault.form } as const) : scriptFor(session, world);
  const createLibrary = world.maker.kind === 'samples' ? createSampleLibrary : createPaintedLibrary;
  const input: TurnInput = {
    message,
    cut: session.cut,
    past: session.past.map(({ cut }) => cut),
    undone: session.undone ?? [],
    language: session.language.startsWith('zh') ? 'zh' : 'en',
    library: createLibrary(world.baseUrl(), filesOf(session)),
    random: createRandom(mixSeed(world.seed, session.index, session.turns)),
    script,
    whims:
      world.whims && session.turns >= GENTLE_TURNS
        ? createRandom(mixSeed(world.seed, session.index, session.turns, 1))
        : null,
    before: session.asked ?? null,
  };
  const steps = planTurn(input);
  const cost = costOf(steps);
  if (cost > 0 && account.credits.available < cost) return failure(2001);
  world.sessions.update(session.id, { asked: rememberedAfter(input, steps) });
  const frames = startTurn(world, session.id, account.id, steps);
  if (fault?.kind === 'heartbeats') return eventStream(heartbeats(exchange, fault.count ?? Infinity));
  if (fault?.kind === 'endless-line') return eventStream(endlessLine(exchange, fault.bytes ?? 64 * 1024 * 1024));
  return eventStream(frames);
};

function scriptFor({ index, turns }: Session, world: World): NextAnswer | null {
  const isGentle = world.beginsGently && index === 0 && turns < GENTLE_TURNS;
  return world.takeScript() ?? (isGentle ? { kind: 'spoken', editorTalk: false } : null);
}

function messageOf(body: unknown): string {
  const parts = field(field(body, 'new_message'), 'parts');
  if (!Array.isArray(parts)) return '';
  return parts
    .map((part) => textField(part, 'text'))
    .join('\n')
    .trim();
}

/** What was uploaded, what of it is not in the cut, and what ever was in it. */
function filesOf({ cut, uploads, known = [] }: Session): SessionFiles {
  const placed = new Set([...segmentsOf(cut, 'video'), ...segmentsOf(cut, 'audio')].map(({ url }) => url));
  const free = uploads.filter(({ url }) => !placed.has(url));
  return {
    waitingUploads: free.filter(({ kind }) => kind !== 'audio').map(toClip),
    waitingSounds: free.filter(({ kind }) => kind === 'audio').map(toClip),
    knownClips: [...uploads.filter(({ kind }) => kind !== 'audio').map(toClip), ...ofKind(known, 'video')],
    knownSounds: [...uploads.filter(({ kind }) => kind === 'audio').map(toClip), ...ofKind(known, 'audio')],
  };
}

function ofKind(known: readonly KnownFile[], kind: KnownFile['kind']): readonly Clip[] {
  return known.filter((file) => file.kind === kind).map(({ clip }) => clip);
}

function toClip({ name, url, durationMs }: StoredUpload): Clip {
  return { name, url, durationMs };
}

const HEARTBEAT_MS = 15_000;
const LEAST_MS = 5;

async function* heartbeats({ world, signal }: Exchange, count: number): AsyncGenerator<Buffer> {
  for (let beat = 0; beat < count && !signal.aborted; beat += 1) {
    yield Buffer.from(heartbeat(beat));
    await world.clock.wait(HEARTBEAT_MS, signal);
    // Without a pause at pace 0 an endless stream would flood its reader.
    await realClock.wait(LEAST_MS, signal);
  }
}

async function* endlessLine({ signal }: Exchange, size: number): AsyncGenerator<Buffer> {
  yield Buffer.from('data: {"content":{"parts":[{"text":"');
  const piece = Buffer.alloc(64 * 1024, 'a');
  for (let sent = 0; sent < size && !signal.aborted; sent += piece.length) yield piece;
  await aborted(signal);
}
