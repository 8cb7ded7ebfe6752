import { expect, it } from 'vitest';
import { answerChunks, answerFrames } from '../../support/bench-body.ts';

it('numbers chunks of the length that was asked for', () => {
  const chunks = answerChunks(30, 50);
  expect(chunks.map(({ length }) => length)).toEqual(Array.from({ length: 30 }, () => 50));
  expect(chunks.map((chunk) => Number(/^§(\d{5}) /u.exec(chunk)?.[1]))).toEqual([...chunks.keys()]);
});

it('writes a frame for each chunk, then all of it once more', () => {
  const chunks = answerChunks(3, 50);
  const events = answerFrames(chunks).map(
    (frame) => JSON.parse(frame.slice('data: '.length)) as { partial: boolean; content: { parts: { text: string }[] } },
  );
  expect(events.map(({ partial }) => partial)).toEqual([true, true, true, false]);
  expect(events.map(({ content }) => content.parts[0]?.text)).toEqual([...chunks, chunks.join('')]);
});
