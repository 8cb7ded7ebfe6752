import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { assertNever } from '../shared/assert-never.ts';
import { costOf, type Step } from './agent/script.ts';
import type { Order } from './agent/library.ts';
import type { Edit } from './draft/edits.ts';
import { chunksOf, createEventWriter, heartbeat, jsonFrame, toolCallId } from './sse.ts';
import type { EventWriter } from './sse.ts';
import type { World } from './world.ts';

const HEARTBEAT_MS = 15_000;
const CHUNK_MS = 120;

interface Turn {
  readonly world: World;
  readonly sessionId: string;
  readonly accountId: string;
  readonly writer: EventWriter;
  readonly send: (frame: string) => Promise<void>;
  /** The step's edits are in the draft. */
  readonly edited: () => void;
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
  countTurns(world, sessionId, 1, 0);
  return carryOut(world, sessionId, accountId, steps);
}

/** Goes on with the turns that the last end of the demo cloud broke off, as the real agent goes on whoever listens. */
export function resumeTurns(world: World): void {
  for (const { id, accountId, unfinished } of world.sessions.all())
    if (unfinished.length > 0) carryOut(world, id, accountId, unfinished);
}

function carryOut(world: World, sessionId: string, accountId: string, steps: readonly Step[]): AsyncIterable<Buffer> {
  // Keeps the frames until they are asked for.
  const frames = new Readable({ objectMode: true, read: () => undefined });
  let sent = 0;
  const send = async (frame: string): Promise<void> => {
    await world.holds.pass('run-sse', sent);
    frames.push(Buffer.from(frame));
    sent += 1;
  };
  const turn = { world, sessionId, accountId, writer: createEventWriter(world.clock.now), send };
  /** What is done before `next` is not done again after a restart; what it reserved is reserved again. */
  const note = (next: number): void =>
    world.sessions.update(sessionId, {
      unfinished: next < steps.length ? steps.filter((step, at) => at >= next || step.kind === 'reserve') : [],
    });
  countTurns(world, sessionId, 0, 1);
  const run = async (): Promise<void> => {
    let isMade = true;
    for (const [index, step] of steps.entries()) {
      if (world.closing.aborted || !isMade) break;
      note(index);
      isMade = await perform(step, { ...turn, edited: () => note(index + 1) });
      world.events.happened();
    }
    await world.holds.pass('run-sse', sent);
    // Who gets nothing pays nothing.
    world.accounts[isMade ? 'spend' : 'release'](accountId, costOf(steps));
    note(steps.length);
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

/** False where something could not be made: the turn ends there. */
async function perform(step: Step, turn: Turn): Promise<boolean> {
  const { world, writer, send } = turn;
  switch (step.kind) {
    case 'wait':
      await waitFor(step.ms, step.quiet === true, turn);
      return true;
    case 'say':
      await speak(step, turn);
      return true;
    case 'tool':
      return useTool(step, turn);
    case 'edit': {
      const isMade = await makeAll(step.orders ?? [], turn);
      if (isMade) edit(step, turn);
      return isMade;
    }
    case 'second-stage':
      await world.holds.pass('second-stage', null);
      return true;
    case 'reserve':
      world.accounts.reserve(turn.accountId, step.credits);
      return true;
    case 'event':
      await send(writer.bare(step.keys));
      return true;
    case 'json':
      await send(jsonFrame(step.value));
      return true;
    case 'raw':
      await send(step.text);
      return true;
    default:
      return assertNever(step);
  }
}

function edit({ edits }: { readonly edits: readonly Edit[] }, { world, sessionId, edited }: Turn): void {
  world.sessions.edit(sessionId, edits);
  edited();
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

/** A progressive server announces a call as a chunk, then repeats call and response. False where what it makes failed. */
async function useTool(step: Extract<Step, { readonly kind: 'tool' }>, turn: Turn): Promise<boolean> {
  const { writer, send } = turn;
  const call = { id: toolCallId(), name: step.name, args: step.args };
  await send(writer.call(call, step.progressive ? true : null));
  const orders = step.orders ?? [];
  if (orders.length === 0) await waitFor(step.ms, false, turn);
  const isMade = await makeAll(orders, turn);
  if (isMade) edit(step, turn);
  const response = isMade ? step.response : { status: 'error', error_message: 'The generation failed' };
  await send(writer.response(call, response));
  if (step.progressive) {
    await send(writer.call(call, false));
    await send(writer.response(call, response));
  } else await send(writer.bare({ finishReason: 'STOP', partial: false }));
  if (!isMade && step.apology !== undefined) await speak({ kind: 'say', text: step.apology }, turn);
  return isMade;
}

/**
 * Makes what was ordered, one after the other, with a heartbeat every so often; false where that fails. What was made
 * before is not made again.
 */
async function makeAll(orders: readonly Order[], { world, send }: Turn): Promise<boolean> {
  if (orders.length === 0) return true;
  const over = new AbortController();
  const beating = (async () => {
    for (let beat = 0; ; beat += 1) {
      await world.wallClock.wait(HEARTBEAT_MS, AbortSignal.any([world.closing, over.signal]));
      if (over.signal.aborted || world.closing.aborted) return;
      await send(heartbeat(beat));
    }
  })();
  const dir = path.join(world.filesDir, 'made');
  const make = async (): Promise<void> => {
    await mkdir(dir, { recursive: true });
    for (const order of orders) {
      const common = { to: path.join(dir, order.file), signal: world.closing };
      if (existsSync(common.to)) continue;
      if (order.kind === 'clip') await world.maker.clip({ ...common, scene: order.scene });
      else await world.maker.music({ ...common, music: order.music });
    }
  };
  const isMade = await make().then(
    () => true,
    () => false,
  );
  over.abort();
  await beating;
  return isMade;
}
