import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../src/main/api/stream/agent-event.ts';
import { event, frames, readPieces, recording, shownTexts } from '../support/cloud-recordings.ts';

type Expected = {
  readonly texts: readonly string[];
  /** Everything but texts, in order. */
  readonly others: readonly string[];
};

const expected: Readonly<Record<string, Expected>> = {
  'a-nonstream.sse': { texts: ['Hello, world.'], others: ['end'] },
  'a2-nonstream-unicode.sse': {
    texts: ['naïve café — 日本語 🎬👩‍👩‍👧 line1\nline2\r\nline3\u2028end\n\n```js\nlet a = "b";\n```\n'],
    others: ['end'],
  },
  'b-stream.sse': { texts: ['Hello, world.'], others: ['end'] },
  'c-tools-nonstream.sse': {
    texts: ['I rewrote the intro.'],
    others: ['get_document started', 'get_document finished', 'apply_edit started', 'apply_edit finished', 'end'],
  },
  'c-tools-stream-progressive.sse': {
    texts: ['I rewrote the intro.'],
    others: ['get_document started', 'get_document finished', 'apply_edit started', 'apply_edit finished', 'end'],
  },
  'c3-text-then-tool-stream.sse': {
    texts: ['Let me look. ', 'Found it.'],
    others: ['get_document started', 'get_document finished', 'end'],
  },
  'd-silent-nonstream.sse': { texts: [], others: ['apply_edit started', 'apply_edit finished', 'end silent'] },
  'e1-llm-throw-stream.sse': {
    texts: ['Half an '],
    others: ['failure: scripted "model" failure:\nsecond line', 'end'],
  },
  'e10-crash-after-text.sse': {
    texts: ['All delivered.'],
    others: ['failure after the answer: scripted crash after the agent', 'end'],
  },
  'e6-blocked-stream.sse': { texts: [], others: ['end silent'] },
  'g-think-stream.sse': { texts: ['Good morning.'], others: ['thinking', 'end'] },
};

const text = (value: string): unknown => ({ text: value });
const chunk = (value: string, more: object = {}): unknown => event([text(value)], { partial: true, ...more });
const whole = (value: string, more: object = {}): unknown => event([text(value)], { partial: false, ...more });
const asks = { title: 'Style', questions: [{ id: 'q1', prompt: 'Which one?', options: [{ id: 'a', label: 'Warm' }] }] };
const asking = (id: string, args: unknown): unknown => ({ functionCall: { name: 'ask_question', id, args } });

/** Streams that the contract tells of, and that were not recorded. */
const told: Readonly<Record<string, Expected & { readonly frames: readonly unknown[] }>> = {
  'the same aggregate twice under one id': {
    frames: [
      chunk('Good ', { id: 'a' }),
      chunk('day.', { id: 'b' }),
      whole('Good day.', { id: 'c' }),
      whole('Good day.', { id: 'c' }),
    ],
    texts: ['Good day.'],
    others: ['end'],
  },
  'the same words twice under two ids': {
    frames: [
      whole('Done.', { id: 'a' }),
      event([{ functionCall: { name: 'cut', id: '1' } }]),
      whole('Done.', { id: 'b' }),
    ],
    texts: ['Done.', 'Done.'],
    others: ['cut started', 'end'],
  },
  'each event twice': {
    frames: [
      chunk('One ', { id: 'a' }),
      chunk('One ', { id: 'a' }),
      chunk('two', { id: 'b' }),
      chunk('two', { id: 'b' }),
      event([{ functionCall: { name: 'cut' } }], { id: 'c' }),
      event([{ functionCall: { name: 'cut' } }], { id: 'c' }),
      whole('One two', { id: 'd' }),
      whole('One two', { id: 'd' }),
      { author: 'nemo_agent', id: 'e', errorCode: 'SAFETY' },
      { author: 'nemo_agent', id: 'e', errorCode: 'SAFETY' },
    ],
    texts: ['One two'],
    others: ['cut started', 'failure after the answer: SAFETY', 'end'],
  },
  'one id for all chunks and their aggregate': {
    frames: [
      chunk('ha ', { id: 'a' }),
      chunk('he ', { id: 'a' }),
      chunk('ha ', { id: 'a' }),
      whole('ha he ha ', { id: 'a' }),
    ],
    texts: ['ha he ha '],
    others: ['end'],
  },
  'an event with an artifact: content, then actions': {
    frames: [
      whole('Here is the plan.', { id: 'a', actions: {} }),
      { author: 'nemo_agent', id: 'a', actions: { artifactDelta: { 'plan.md': 1 } } },
      event([{ functionCall: { name: 'save', id: '1' } }], { id: 'b' }),
      event([{ functionResponse: { name: 'save', id: '1', response: {} } }], {
        id: 'b',
        actions: { artifactDelta: {} },
      }),
    ],
    texts: ['Here is the plan.'],
    others: ['save started', 'save finished', 'end'],
  },
  'chunks that repeat the whole so far': {
    frames: [
      chunk('He'),
      chunk('Hello'),
      'heartbeat',
      chunk('Hello, wor'),
      chunk('Hello, wor'),
      chunk('Hello, world.'),
      whole('Hello, world.'),
    ],
    texts: ['Hello, world.'],
    others: ['heartbeat', 'end'],
  },
  'chunks that repeat the whole so far, around a tool': {
    frames: [
      chunk('Let me'),
      chunk('Let me look.'),
      whole('Let me look.'),
      event([{ functionCall: { name: 'look', id: '1' } }]),
      chunk('Found'),
      chunk('Found'),
      chunk('Found it.'),
      whole('Found it.'),
    ],
    texts: ['Let me look.', 'Found it.'],
    others: ['look started', 'end'],
  },
  'typed frames': {
    frames: [
      { type: 'heartbeat' },
      { type: 'text', content: 'Let me ' },
      { type: 'text', content: 'look.' },
      { type: 'tool_call', name: 'get_document', args: { section: 'intro' } },
      { type: 'tool_result', name: 'get_document', result: { error: 'none' } },
      { type: 'tool_call', name: 'get_document', args: {} },
      { type: 'tool_result', name: 'get_document', result: 'text', error: null },
      { type: 'text', content: 'Found it.' },
    ],
    texts: ['Let me look.', 'Found it.'],
    others: [
      'heartbeat',
      'get_document started',
      'get_document failed',
      'get_document started',
      'get_document finished',
      'end',
    ],
  },
  'typed frames that repeat the whole so far': {
    frames: [
      { type: 'text', content: 'He' },
      { type: 'text', content: 'Hello' },
      { type: 'text', content: 'Hello, world.' },
    ],
    texts: ['Hello, world.'],
    others: ['end'],
  },
  'errors that are none': {
    frames: [null, '', false, {}, []]
      .map((error, index) => ({ ...(chunk(`${index} `) as object), error, errorCode: '' }))
      .concat([{ ...(whole('0 1 2 3 4 ') as object), error: {}, errorCode: '' }]),
    texts: ['0 1 2 3 4 '],
    others: ['end'],
  },
  'a refusal in place of an event': {
    frames: [{ success: false, message: 'The project is locked' }],
    texts: [],
    others: ['failure: The project is locked', 'end'],
  },
  'a question, announced and repeated': {
    frames: [
      whole('One thing first.'),
      event([asking('1', {})], { partial: true }),
      event([asking('1', asks)]),
      event([asking('1', asks)]),
      event([{ functionResponse: { name: 'ask_question', id: '1', response: { status: 'pending' } } }]),
    ],
    texts: ['One thing first.'],
    others: ['question: Style: Which one? (Warm)', 'end'],
  },
  'a typed question alone': {
    frames: [{ type: 'tool_call', name: 'ask_question', args: JSON.stringify(asks) }],
    texts: [],
    others: ['question: Style: Which one? (Warm)', 'end'],
  },
};

function inWords(event: AgentEvent): readonly string[] {
  switch (event.kind) {
    case 'text':
    case 'text-settled':
      return [];
    case 'tool':
      return [`${event.name} ${event.phase}`];
    case 'failure':
      return [`failure${event.afterAnswer ? ' after the answer' : ''}: ${event.message}`];
    case 'question':
      return event.asked.questions.map(
        ({ prompt, options }) => `question: ${event.asked.title}: ${prompt} (${options.join(', ')})`,
      );
    case 'text-replaced':
      return ['replaced'];
    case 'end':
      return [`end${event.silent ? ' silent' : ''}${event.broken ? ' broken' : ''}`];
    default:
      return [event.kind];
  }
}

const streams = [
  ...Object.entries(expected).map(([name, wanted]) => ({
    name: `recording ${name}`,
    bytes: recording(name),
    ...wanted,
  })),
  ...Object.entries(told).map(([name, wanted]) => ({ name, bytes: frames(...wanted.frames), ...wanted })),
];

describe.each(streams)('$name', ({ bytes, texts, others }) => {
  it('reads as what happened', async () => {
    const events = await readPieces([bytes]);
    expect(shownTexts(events)).toEqual(texts);
    expect(events.flatMap(inWords)).toEqual(others);
  });

  it('settles every text exactly once, and what was appended is what was settled', async () => {
    const events = await readPieces([bytes]);
    const appended = shownTexts(events.filter((event) => event.kind === 'text'));
    const settled = events.flatMap((event) => (event.kind === 'text-settled' ? [event.text] : []));
    expect(appended).toEqual(settled);
    expect(settled).toEqual(texts);
  });

  it('reads the same when the network cuts it anywhere', async () => {
    const whole = await readPieces([bytes]);
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(await readPieces([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
    }
  });

  it('reads the same byte by byte', async () => {
    const whole = await readPieces([bytes]);
    expect(await readPieces(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  it('reads the same with CR LF and with CR as line ends, byte by byte', async () => {
    const whole = await readPieces([bytes]);
    for (const lineEnd of ['\r\n', '\r']) {
      const other = Buffer.from(Buffer.from(bytes).toString('utf8').replaceAll('\n', lineEnd));
      expect(await readPieces(Array.from(other, (byte) => Uint8Array.of(byte)))).toEqual(whole);
    }
  });

  it('keeps what had come when the connection breaks anywhere, and says so', async () => {
    const whole = await readPieces([bytes]);
    for (let at = 0; at < bytes.length; at += 1) {
      const events = await readPieces([bytes.subarray(0, at)], { failure: new Error('terminated') });
      expect(events.filter((event) => event.kind === 'end')).toEqual([expect.objectContaining({ broken: true })]);
      expect(events.at(-1)?.kind).toBe('end');
      shownTexts(events).forEach((text, index) => expect(shownTexts(whole)[index]).toContain(text));
    }
  });
});
