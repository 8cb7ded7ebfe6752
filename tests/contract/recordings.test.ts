import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../src/main/cloud/stream/agent-event.ts';
import { readPieces, recording, shownTexts } from '../support/cloud-recordings.ts';

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

function inWords(event: AgentEvent): readonly string[] {
  switch (event.kind) {
    case 'text':
    case 'text-settled':
      return [];
    case 'tool':
      return [`${event.name} ${event.phase}`];
    case 'failure':
      return [`failure${event.afterAnswer ? ' after the answer' : ''}: ${event.message}`];
    case 'end':
      return [`end${event.silent ? ' silent' : ''}${event.broken ? ' broken' : ''}`];
    default:
      return [event.kind];
  }
}

describe.each(Object.entries(expected))('recording %s', (name, { texts, others }) => {
  const bytes = recording(name);

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
