import { describe, expect, it } from 'vitest';
import { event, frames, readPieces, shownTexts } from '../../../../support/cloud-recordings.ts';

const text = (value: string): unknown => ({ text: value });
const chunk = (value: string): unknown => event([text(value)], { partial: true });
const call = (id?: string): unknown => event([{ functionCall: { name: 'add_title', args: {}, ...(id && { id }) } }]);
const response = (id?: string, answer: unknown = { status: 'ok' }): unknown =>
  event([{ functionResponse: { name: 'add_title', response: answer, ...(id && { id }) } }]);

const read = (...events: readonly unknown[]): ReturnType<typeof readPieces> => readPieces([frames(...events)]);
const failures = (events: Awaited<ReturnType<typeof read>>): readonly unknown[] =>
  events.filter(({ kind }) => kind === 'failure');

describe('texts', () => {
  it('shows chunks as they come and their aggregate once', async () => {
    expect(await read(chunk('Hel'), chunk('lo'), event([text('Hello')]))).toEqual([
      { kind: 'text', index: 0, delta: 'Hello' },
      { kind: 'text-settled', index: 0, text: 'Hello' },
      { kind: 'end', silent: false, broken: false },
    ]);
  });

  it('appends what only the aggregate has', async () => {
    const events = await read(chunk('Hel'), 'heartbeat', event([text('Hello')]));
    expect(events).toContainEqual({ kind: 'text', index: 0, delta: 'lo' });
  });

  it('lets the aggregate replace chunks that it contradicts', async () => {
    expect(shownTexts(await read(chunk('Helo'), event([text('Hello')])))).toEqual(['Hello']);
  });

  it('knows the aggregate when a tool came between it and its chunks', async () => {
    expect(shownTexts(await read(chunk('Let me look.'), call('1'), event([text('Let me look.')])))).toEqual([
      'Let me look.',
    ]);
  });

  it('knows one aggregate for texts before and after a tool', async () => {
    const aggregate = event([text('First.'), { functionCall: { name: 'add_title', id: '1' } }, text('Then.')]);
    expect(shownTexts(await read(chunk('First.'), call('1'), chunk('Then.'), aggregate))).toEqual(['First.', 'Then.']);
    const joined = event([text('First.Then.')]);
    expect(shownTexts(await read(chunk('First.'), call('1'), chunk('Then.'), joined))).toEqual(['First.', 'Then.']);
  });

  it('takes several text parts of one event for one text', async () => {
    expect(shownTexts(await read(event([text('Hello, '), text('world.')])))).toEqual(['Hello, world.']);
  });

  it('calls an answer without its aggregate broken, and keeps it', async () => {
    const events = await read(chunk('Half an '));
    expect(shownTexts(events)).toEqual(['Half an ']);
    expect(events.at(-1)).toEqual({ kind: 'end', silent: false, broken: true });
  });

  it('leaves out what the user said and what is blank', async () => {
    expect(await read(event([text('hi')], { author: 'user' }), event([text(' \n')]))).toEqual([
      { kind: 'end', silent: true, broken: false },
    ]);
  });

  it('keeps a blank start until there is something to show', async () => {
    expect(await read(chunk('\n'), chunk('Hi'), event([text('\nHi')]))).toEqual([
      { kind: 'text', index: 0, delta: '\nHi' },
      { kind: 'text-settled', index: 0, text: '\nHi' },
      { kind: 'end', silent: false, broken: false },
    ]);
  });
});

describe('thoughts', () => {
  it('says that the agent thinks, once, and never what', async () => {
    const thought = event([{ text: 'secret', thought: true }], { partial: true });
    const events = await read(thought, thought, chunk('Hi'), event([{ text: 'secret', thought: true }, text('Hi')]));
    expect(events.filter(({ kind }) => kind === 'thinking')).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain('secret');
  });
});

describe('tools', () => {
  it('tells each phase once although servers send both twice', async () => {
    expect(await read(call('1'), response('1'), call('1'), response('1'))).toEqual([
      { kind: 'tool', id: '1', name: 'add_title', phase: 'started' },
      { kind: 'tool', id: '1', name: 'add_title', phase: 'finished' },
      { kind: 'end', silent: true, broken: false },
    ]);
  });

  it('finds the failure of a tool in its response only', async () => {
    const events = await read(call('1'), response('1', { error: 'no such font' }));
    expect(events[1]).toMatchObject({ kind: 'tool', phase: 'failed' });
    expect(failures(events)).toEqual([]);
  });

  it('pairs calls and responses without ids by name', async () => {
    const phases = (await read(call(), response(), call(), response())).flatMap((e) =>
      e.kind === 'tool' ? [`${e.id} ${e.phase}`] : [],
    );
    expect(phases).toEqual([
      'add_title#0 started',
      'add_title#0 finished',
      'add_title#1 started',
      'add_title#1 finished',
    ]);
  });

  it('reads snake case as well', async () => {
    const events = await read(
      event([{ function_call: { name: 'cut', id: '1' } }]),
      event([{ function_response: { name: 'cut', id: '1', response: { error: 'x' } } }]),
      { author: 'nemo_agent', error_code: 'OVERLOADED', error_message: 'later' },
    );
    expect(events.slice(0, 3)).toEqual([
      { kind: 'tool', id: '1', name: 'cut', phase: 'started' },
      { kind: 'tool', id: '1', name: 'cut', phase: 'failed' },
      { kind: 'failure', reason: 'agent', message: 'later', afterAnswer: false },
    ]);
  });

  it('ignores part kinds and keys it does not know', async () => {
    expect(await read(event([{ inlineData: { data: 'x' } }, { executableCode: {} }], { whatever: 1 }))).toEqual([
      { kind: 'end', silent: true, broken: false },
    ]);
  });
});

describe('silent ends', () => {
  it.each([
    ['STOP without a message', event([], { errorCode: 'STOP' })],
    ['no content', event([], { errorCode: 'MODEL_RETURNED_NO_CONTENT', errorMessage: 'Model returned no content' })],
    ['heartbeats only', 'heartbeat'],
  ])('%s is no failure', async (_, frame) => {
    const events = await read(frame);
    expect(failures(events)).toEqual([]);
    expect(events.at(-1)).toEqual({ kind: 'end', silent: true, broken: false });
  });
});

describe('errors in the stream', () => {
  const bytesOf = (raw: string): Uint8Array => new TextEncoder().encode(raw);

  it.each([
    ['{"error"}', 'data: {"error":"quota exceeded"}\n\n', 'quota exceeded'],
    ['with details', 'data: {"error":"quota exceeded","error_details":{"a":1}}\n\n', 'quota exceeded'],
    ['an object', 'data: {"error":{"message":"quota exceeded"}}\n\n', 'quota exceeded'],
    ['unescaped quotes', 'data: {"error": "Session "s1" is locked"}\n\n', 'Session "s1" is locked'],
    ['a raw line end', 'data: {"error": "first\nsecond"}\n\n', 'first'],
    ['without data:', '{"error": "Session "s1" is locked"}\n\n', 'Session "s1" is locked'],
    ['errorCode alone', 'data: {"author":"a","errorCode":"SAFETY"}\n\n', 'SAFETY'],
    ['STOP with a message', 'data: {"errorCode":"STOP","errorMessage":"halted"}\n\n', 'halted'],
    [
      'the system as author',
      'data: {"author":"system","content":{"parts":[{"text":"Error: quota exceeded"}]}}\n\n',
      'quota exceeded',
    ],
  ])('%s', async (_, raw, message) => {
    const whole = await readPieces([bytesOf(raw)]);
    expect(whole).toEqual([
      { kind: 'failure', reason: 'agent', message, afterAnswer: false },
      { kind: 'end', silent: false, broken: false },
    ]);
    expect(await readPieces(Array.from(bytesOf(raw), (byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  it('keeps the text that an error event carries, and does not take it for a complete answer', async () => {
    const events = await read(event([text('So far')], { errorCode: 'MAX_TOKENS', errorMessage: 'too long' }));
    expect(shownTexts(events)).toEqual(['So far']);
    expect(failures(events)).toEqual([{ kind: 'failure', reason: 'agent', message: 'too long', afterAnswer: false }]);
  });

  it('tells an error after a complete answer from one within it', async () => {
    const error = { error: 'crash' };
    const after = async (...events: readonly unknown[]): Promise<unknown> => failures(await read(...events, error))[0];
    expect(await after(chunk('Done'), event([text('Done')]))).toMatchObject({ afterAnswer: true });
    expect(await after(chunk('Do'))).toMatchObject({ afterAnswer: false });
    expect(await after(event([text('Let me look.')]), call('1'))).toMatchObject({ afterAnswer: false });
    expect(await after(chunk('Half'), call('1'))).toMatchObject({ afterAnswer: false });
  });

  it('says that a frame made no sense, and goes on', async () => {
    const events = await readPieces([bytesOf('data: {"author": oops}\n\n'), frames(event([text('Hi')]))]);
    expect(failures(events)).toMatchObject([{ reason: 'unreadable' }]);
    expect(shownTexts(events)).toEqual(['Hi']);
  });
});

describe('the trailing apology', () => {
  const sorry = 'I encountered a temporary issue. Please try again.';

  it.each([
    ['a whole text', [event([text(sorry)])]],
    ['chunks', [chunk('I enco'), chunk('untered a temporary'), chunk(' issue.'), event([text(sorry)])]],
    ['chunks without an aggregate', [chunk('I encountered a '), chunk('temporary issue')]],
    ['an error', [{ error: sorry }]],
    ['an error of the system', [event([text(`Error: ${sorry}`)], { author: 'system' })]],
  ])('is dropped after an answer, as %s', async (_, apology) => {
    const events = await read(event([text('Done.')]), ...apology);
    expect(events).toEqual([
      { kind: 'text', index: 0, delta: 'Done.' },
      { kind: 'text-settled', index: 0, text: 'Done.' },
      { kind: 'end', silent: false, broken: false },
    ]);
  });

  it('is taken off the end of the answer itself', async () => {
    expect(shownTexts(await read(event([text(`Done.\n\n${sorry}`)])))).toEqual(['Done.']);
  });

  it('stays when it is all the agent says', async () => {
    expect(shownTexts(await read(call('1'), event([text(sorry)])))).toEqual([sorry]);
  });

  it('holds nothing back that only starts like it', async () => {
    const events = await read(
      event([text('Done.')]),
      chunk('I enc'),
      chunk('ourage you.'),
      event([text('I encourage you.')]),
    );
    expect(shownTexts(events)).toEqual(['Done.', 'I encourage you.']);
  });
});

describe('a frame of very many parts', () => {
  it('says all of its words, and of its tools as many as any turn uses', async () => {
    const parts = Array.from({ length: 60_000 }, (_, index) =>
      index % 2 === 0 ? text(`${index} `) : { functionCall: { id: `t${index}`, name: 'edit' } },
    );
    const events = await read(event(parts));
    expect(events.length).toBeLessThan(5_000);
    const words = shownTexts(events).join('');
    expect(words).toBe(Array.from({ length: 30_000 }, (_, index) => `${2 * index} `).join(''));
  });
});
