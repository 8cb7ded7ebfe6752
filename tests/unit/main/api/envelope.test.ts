import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readEnvelope } from '../../../../src/main/api/envelope.ts';

function read(text: string) {
  const body = Readable.from([Buffer.from(text)]);
  return readEnvelope({ status: 200, body, retryAfter: null } as unknown as Parameters<typeof readEnvelope>[0]);
}

it.each([
  ['lists', `{"code":0,"data":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ['objects', `{"code":0,"data":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`],
])('an answer of %s within each other is no answer: nothing could compare it or write it down', async (_, text) => {
  expect(await read(text)).toEqual({ ok: false, error: { kind: 'bad-answer', reason: 'unknown-shape' } });
});

it('an answer may nest as far as answers do', async () => {
  const text = `{"code":0,"data":${'[{"a":'.repeat(40)}1${'}]'.repeat(40)}}`;
  expect(await read(text)).toEqual({ ok: true, value: JSON.parse(text) });
});
