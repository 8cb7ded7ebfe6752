import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { eagerly, readAgentStream } from '../../../../../src/main/api/stream/read-agent-stream.ts';
import { event, frames, pieces, readPieces, shownTexts, singly } from '../../../../support/cloud-recordings.ts';

const encode = (raw: string): Uint8Array => new TextEncoder().encode(raw);
const bytewise = (bytes: Uint8Array): readonly Uint8Array[] => Array.from(bytes, (byte) => Uint8Array.of(byte));

describe('heartbeats', () => {
  it.each(['data: heartbeat\n\n', 'data:\n\n', 'data: \n\n', 'heartbeat\n\n', ': ping\n\n', 'data: [DONE]\n\n'])(
    'takes %j for one, however it is cut',
    async (raw) => {
      const expected = [{ kind: 'heartbeat' }, { kind: 'end', silent: true, broken: false }];
      expect(await readPieces([encode(raw)])).toEqual(expected);
      expect(await readPieces(bytewise(encode(raw)))).toEqual(expected);
    },
  );

  it('does not let a bare heartbeat spoil the frame after it', async () => {
    const events = await readPieces([encode('heartbeat\n'), frames(event([{ text: 'Hi' }]))]);
    expect(shownTexts(events)).toEqual(['Hi']);
  });
});

describe('the end of the body', () => {
  it('reads a last frame that has no blank line after it', async () => {
    const bytes = frames(event([{ text: 'Hi' }]));
    const events = await readPieces([bytes.subarray(0, -2)]);
    expect(shownTexts(events)).toEqual(['Hi']);
    expect(events.at(-1)).toEqual({ kind: 'end', silent: false, broken: false });
  });

  it('takes a last frame that is cut off for a broken connection, not for a failure', async () => {
    const bytes = frames(event([{ text: 'Hi' }]));
    expect(await readPieces([bytes.subarray(0, 30)])).toEqual([{ kind: 'end', silent: true, broken: true }]);
  });

  it('is broken when the connection is', async () => {
    const events = await readPieces([frames(event([{ text: 'Hi' }]))], { failure: new Error('other side closed') });
    expect(events.at(-1)).toEqual({ kind: 'end', silent: false, broken: true });
  });

  it('closes the connection when the reader leaves early', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield encode('data: heartbeat\n\n');
      } finally {
        closed = true;
      }
    }
    for await (const first of singly(readAgentStream(endless()))) {
      expect(first).toEqual({ kind: 'heartbeat' });
      break;
    }
    expect(closed).toBe(true);
  });
});

describe('what arrives together', () => {
  const chunk = (word: string): unknown => event([{ text: word }], { partial: true });
  const read = async (bytes: AsyncIterable<Uint8Array>) => {
    const batches = [];
    for await (const batch of readAgentStream(bytes)) batches.push(batch);
    return batches;
  };

  it('is handed over together, and nothing is handed over where nothing is complete', async () => {
    const both = frames(chunk('One '), 'heartbeat', chunk('two '));
    const events = [
      { kind: 'text', index: 0, delta: 'One ' },
      { kind: 'heartbeat' },
      { kind: 'text', index: 0, delta: 'two ' },
    ];
    expect(await read(pieces([both, both.subarray(0, 9), both.subarray(9)]))).toEqual([
      events,
      events,
      [
        { kind: 'text-settled', index: 0, text: 'One two One two ' },
        { kind: 'end', silent: false, broken: true },
      ],
    ]);
  });

  it('is one delta where nothing but chunks came, in one piece or several', async () => {
    const body = new PassThrough();
    body.write(frames(chunk('One '), chunk('two ')));
    body.end(frames(chunk('three')));
    expect((await read(eagerly(body)))[0]).toEqual([{ kind: 'text', index: 0, delta: 'One two three' }]);
  });

  it('is read although the connection broke in the same moment', async () => {
    const body = new PassThrough();
    body.write(frames(chunk('One ')));
    const events = readAgentStream(eagerly(body));
    expect((await events.next()).value).toEqual([{ kind: 'text', index: 0, delta: 'One ' }]);
    body.write(frames(chunk('two ')));
    body.write(frames(chunk('three')));
    await new Promise((done) => setImmediate(done));
    body.destroy(new Error('other side closed'));
    expect((await events.next()).value).toEqual([{ kind: 'text', index: 0, delta: 'two three' }]);
    expect((await events.next()).value).toContainEqual({ kind: 'end', silent: false, broken: true });
  });

  it('closes the connection when the reader leaves early', async () => {
    const body = new PassThrough();
    body.write(frames('heartbeat'));
    for await (const events of readAgentStream(eagerly(body))) {
      expect(events).toEqual([{ kind: 'heartbeat' }]);
      break;
    }
    expect(body.destroyed).toBe(true);
  });

  it('keeps an error that stands between chunks', async () => {
    const failed = event([{ text: 'Error: lost' }], { author: 'system', partial: true });
    const [batch] = await read(pieces([frames(chunk('One '), failed, chunk('two '))]));
    expect(batch).toEqual([
      { kind: 'text', index: 0, delta: 'One ' },
      { kind: 'failure', reason: 'agent', message: 'lost', afterAnswer: false },
      { kind: 'text', index: 0, delta: 'two ' },
    ]);
  });
});

describe('line ends', () => {
  it('does not take U+2028 and U+2029 for line ends', async () => {
    const raw = encode(`data: {"content":{"parts":[{"text":"a\u2028b\u2029c"}]}}\n\n`);
    expect(shownTexts(await readPieces(bytewise(raw)))).toEqual(['a\u2028b\u2029c']);
  });

  it('puts the lines of one frame together', async () => {
    const raw = encode('data: {"content":{"parts":\ndata: [{"text":"Hi"}]}}\n\n');
    expect(shownTexts(await readPieces([raw]))).toEqual(['Hi']);
  });
});

describe('limits', () => {
  const limits = { lineChars: 1000, turnBytes: 5000 };
  const hello = frames(event([{ text: 'Hi' }]));
  const tooMuch = [
    { kind: 'text', index: 0, delta: 'Hi' },
    { kind: 'text-settled', index: 0, text: 'Hi' },
    { kind: 'failure', reason: 'too-much', message: 'The stream is longer than any turn', afterAnswer: true },
    { kind: 'end', silent: false, broken: true },
  ];

  it('gives up a line without end, and keeps what came', async () => {
    expect(await readPieces([hello, encode(`data: {"x":"${'y'.repeat(1000)}`)], { limits })).toEqual(tooMuch);
  });

  it('gives up a frame of endless lines', async () => {
    expect(await readPieces([hello, encode('data: 0123456789\n'.repeat(150))], { limits })).toEqual(tooMuch);
  });

  it('gives up a turn without end', async () => {
    const beats = encode('retry: 1\n\n'.repeat(100));
    expect(await readPieces([hello, ...Array(6).fill(beats)], { limits })).toEqual(tooMuch);
  });

  it('reads nothing more after that', async () => {
    let pulled = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces(Array(100).fill(encode('x'.repeat(2000))))) {
        pulled += 1;
        yield piece;
      }
    }
    for await (const next of singly(readAgentStream(counted(), limits))) expect(next).toBeDefined();
    expect(pulled).toBe(1);
  });
});
