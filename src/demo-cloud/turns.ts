import { Readable } from 'node:stream';
import { assertNever } from '../shared/assert-never.ts';
import { costOf, type Step } from './agent/script.ts';
import { chunksOf, createEventWriter, heartbeat, jsonFrame, toolCallId } from './sse.ts';
import type { EventWriter } from './sse.ts';
import { carryOut } from './orders.ts';
import type { Order } from './agent/shelf.ts';
import type { World } from './world.ts';

const HEARTBEAT_MS = 15_000;
const CHUNK_MS = 120;

interface Turn {
  readonly world: World;
  readonly sessionId: string;
  readonly accountId: string;
  readonly writer: EventWriter;
  readonly send: (frame: string) => Promise<void>;
}

/**
 * Carries out a plan and gives its frames. Like the real agent it does not need a listener: it goes on, edits and
 * spends after the connection is gone.
 */
export function startTurn(
  world: World,
  sessionId: string,
  accountId: string,
  steps: readonly Step[],
): AsyncIterable<Buffer> {
  // Keeps the frames until they are asked for.
  const frames = new Readable({ objectMode: true, read: () => undefined });
  let sent = 0;
  const send = async (frame: string): Promise<void> => {
    await world.holds.pass('run-sse', sent);
    frames.push(Buffer.from(frame));
    sent += 1;
  };
  const turn: Turn = { world, sessionId, accountId, writer: createEventWriter(world.clock.now), send };
  countTurns(world, sessionId, 1, 1);
  const run = async (): Promise<void> => {
    for (const step of steps) {
      if (world.closing.aborted) break;
      await perform(step, turn);
      world.events.happened();
    }
    await world.holds.pass('run-sse', sent);
    world.accounts.spend(accountId, costOf(steps));
    countTurns(world, sessionId, 0, -1);
    frames.push(null);
    world.events.happened();
  };
  void run();
  return frames as AsyncIterable<Buffer>;
}

function countTurns(world: World, sessionId: string, begun: number, running: number): void {
  const session = world.sessions.get(sessionId);
  if (session === undefined) return;
  world.sessions.update(sessionId, { turns: session.turns + begun, running: session.running + running });
}

async function perform(step: Step, turn: Turn): Promise<void> {
  const { world, writer, send } = turn;
  switch (step.kind) {
    case 'wait':
      return waitFor(step.ms, step.quiet === true, turn);
    case 'say':
      return speak(step, turn);
    case 'tool':
      return useTool(step, turn);
    case 'edit':
      return world.sessions.edit(turn.sessionId, step.edits);
    case 'second-stage':
      return world.holds.pass('second-stage', null);
    case 'reserve':
      return void world.accounts.reserve(turn.accountId, step.credits);
    case 'event':
      return send(writer.bare(step.keys));
    case 'json':
      return send(jsonFrame(step.value));
    case 'raw':
      return send(step.text);
    default:
      return assertNever(step);
  }
}

/** Waits, and sends a heartbeat every so often. */
async function waitFor(ms: number, quiet: boolean, { world, send }: Turn): Promise<void> {
  if (quiet) return world.clock.wait(ms, world.closing);
  for (let waited = 0, beat = 0; waited < ms; waited += HEARTBEAT_MS, beat += 1) {
    await world.clock.wait(Math.min(HEARTBEAT_MS, ms - waited), world.closing);
    if (waited + HEARTBEAT_MS < ms) await send(heartbeat(beat));
  }
}

async function speak(step: Extract<Step, { readonly kind: 'say' }>, { world, writer, send }: Turn): Promise<void> {
  const thought = step.thought ?? null;
  for (const chunk of thought === null ? [] : chunksOf(thought)) {
    await send(writer.text(chunk, { partial: true, last: false, thought: true }));
  }
  const chunks = chunksOf(step.text);
  for (const [index, chunk] of chunks.entries()) {
    await send(writer.text(chunk, { partial: true, last: index === chunks.length - 1 }));
    await world.clock.wait(CHUNK_MS, world.closing);
  }
  if (step.aggregate !== false) await send(writer.aggregate(step.text, thought));
}

/** A progressive server announces a call as a chunk, then repeats call and response. */
async function useTool(step: Extract<Step, { readonly kind: 'tool' }>, turn: Turn): Promise<void> {
  const { world, writer, send } = turn;
  const call = { id: toolCallId(), name: step.name, args: step.args };
  await send(writer.call(call, step.progressive ? true : null));
  const works = (step.orders ?? []).length > 0;
  const isMade = works ? await makeAll(step.orders ?? [], turn) : (await waitFor(step.ms, false, turn), true);
  if (isMade) world.sessions.edit(turn.sessionId, step.edits);
  const response = isMade ? step.response : { status: 'error', error_message: 'The generation failed' };
  await send(writer.response(call, response));
  if (!step.progressive) return send(writer.bare({ finishReason: 'STOP', partial: false }));
  await send(writer.call(call, false));
  await send(writer.response(call, response));
}

/** Makes what was ordered, with a heartbeat every so often; false where that fails. */
async function makeAll(orders: readonly Order[], { world, send }: Turn): Promise<boolean> {
  const over = new AbortController();
  const beating = (async () => {
    for (let beat = 0; ; beat += 1) {
      await world.wallClock.wait(HEARTBEAT_MS, AbortSignal.any([world.closing, over.signal]));
      if (over.signal.aborted || world.closing.aborted) return;
      await send(heartbeat(beat));
    }
  })();
  const made = await carryOut(orders, world).then(
    () => true,
    () => false,
  );
  over.abort();
  await beating;
  return made;
}
