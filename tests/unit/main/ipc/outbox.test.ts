import { describe, expect, it } from 'vitest';
import { createOutbox } from '../../../../src/main/ipc/outbox.ts';
import type { Turn } from '../../../../src/shared/domain/turn.ts';
import type { Upload } from '../../../../src/shared/domain/upload.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { turn, upload } from '../../renderer/state/fixtures.ts';

const times = { frameMs: 16, uploadsFrameMs: 100 };
const file = (sent: number, state: Upload['state'] = 'uploading'): AppEvent => ({
  type: 'upload',
  upload: upload({ state, sent }),
});
const credits = (available: number): AppEvent => ({ type: 'credits', credits: { available, frozen: 0, total: 100 } });
const text = (at: number, delta: string, part = 0): AppEvent => ({
  type: 'turn-text',
  projectId: 'p',
  turnId: 't',
  part,
  at,
  delta,
});

/** An outbox with one window, and what that window was sent, sending by sending. */
function watched() {
  const clock = createFakeClock();
  const outbox = createOutbox(clock, times);
  const got: (readonly AppEvent[])[] = [];
  outbox.subscribe(1, (events) => got.push(events));
  return { clock, outbox, got };
}

describe('outbox', () => {
  it('gathers events for a frame and keeps their order', async () => {
    const { clock, outbox, got } = watched();
    outbox.emit(credits(1));
    outbox.emit(credits(2));
    await clock.advance(15);
    expect(got).toEqual([]);
    await clock.advance(1);
    expect(got).toEqual([[credits(1), credits(2)]]);
  });

  it('joins text patches that continue each other, and no others', async () => {
    const clock = createFakeClock();
    const outbox = createOutbox(clock, times);
    const got: AppEvent[] = [];
    outbox.subscribe(1, (events) => got.push(...events));
    outbox.emit(text(0, 'Good '));
    outbox.emit(text(5, 'morning'));
    outbox.emit(text(0, 'Next', 1));
    await clock.advance(16);
    expect(got).toEqual([text(0, 'Good morning'), text(0, 'Next', 1)]);
  });

  it('sends a turn once for a frame, with all that was said of it', async () => {
    const { clock, outbox, got } = watched();
    const whole = (state: Turn['state'], id = 't'): AppEvent => ({ type: 'turn', turn: turn({ id, state }) });
    outbox.emit(whole('queued'));
    outbox.emit(whole('streaming'));
    outbox.emit(text(0, 'Good morning'));
    outbox.emit(whole('settling'));
    outbox.emit(whole('done'));
    outbox.emit(whole('sending', 'other'));
    outbox.emit(text(0, 'Next'));
    await clock.advance(16);
    // That it waited stays: by it a window knows that the turn is the newest, whatever the clock says.
    expect(got).toEqual([[whole('queued'), whole('done'), whole('sending', 'other'), text(0, 'Next')]]);
  });

  it('gives a new window only what comes after it subscribed', async () => {
    const clock = createFakeClock();
    const outbox = createOutbox(clock, times);
    const first: AppEvent[] = [];
    const second: AppEvent[] = [];
    outbox.subscribe(1, (events) => first.push(...events));
    outbox.emit(credits(1));
    outbox.subscribe(2, (events) => second.push(...events));
    outbox.emit(credits(2));
    await clock.advance(16);
    expect(first).toEqual([credits(1), credits(2)]);
    expect(second).toEqual([credits(2)]);
  });

  it('sends nothing to a window that is gone', async () => {
    const clock = createFakeClock();
    const outbox = createOutbox(clock, times);
    const got: AppEvent[] = [];
    outbox.subscribe(1, (events) => got.push(...events));
    outbox.unsubscribe(1);
    outbox.emit(credits(1));
    await clock.advance(16);
    expect(got).toEqual([]);
  });

  it('tells at once of files that begin, and then a few times a second how they go', async () => {
    const { clock, outbox, got } = watched();
    outbox.emit(file(0));
    await clock.advance(16);
    expect(got).toEqual([[file(0)]]);
    outbox.emit(file(1));
    await clock.advance(60);
    outbox.emit(file(2, 'uploaded'));
    await clock.advance(39);
    expect(got).toHaveLength(1);
    await clock.advance(1);
    expect(got).toEqual([[file(0)], [file(1), file(2, 'uploaded')]]);
    outbox.emit(file(3));
    await clock.advance(99);
    expect(got).toHaveLength(2);
    await clock.advance(101);
    expect(got.at(-1)).toEqual([file(3)]);
    outbox.emit(file(4));
    await clock.advance(16);
    expect(got.at(-1)).toEqual([file(4)]);
  });

  it('keeps nothing else waiting for files on their way, and their order', async () => {
    const { clock, outbox, got } = watched();
    outbox.emit(file(0));
    await clock.advance(16);
    outbox.emit(file(1));
    outbox.emit(credits(1));
    outbox.emit(file(2));
    await clock.advance(16);
    outbox.emit(file(0, 'failed'));
    await clock.advance(16);
    expect(got).toEqual([[file(0)], [file(1), credits(1), file(2)], [file(0, 'failed')]]);
  });
});
