import { createEventWriter } from '../../src/demo-cloud/sse.ts';

/** Stands in front of each chunk's number, which is `digits` long: found from the end, it says how far a text has come. */
export const mark = '§';
export const digits = 5;

const words = 'the sea lies wide and blue, a slow wave turns to white at the shore, and the light is warm';

/**
 * Chunks of an answer in Markdown, `length` characters each, numbered from 0. A paragraph ends every twelve chunks, and each has a
 * word in bold.
 */
export function answerChunks(count: number, length: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const head = `${mark}${String(index).padStart(digits, '0')} `;
    const end = index % 12 === 11 ? '\n\n' : ' ';
    const bold = index % 12 === 0 ? '**calm** ' : '';
    const room = length - head.length - bold.length - end.length;
    return `${head}${bold}${words.repeat(Math.ceil(room / words.length) || 0).slice(0, Math.max(0, room))}${end}`;
  });
}

/** The frames of such an answer as the cloud writes them: a frame for each chunk, then the aggregate. */
export function answerFrames(chunks: readonly string[]): readonly string[] {
  const writer = createEventWriter(Date.now);
  return [
    ...chunks.map((chunk, index) => writer.text(chunk, { partial: true, last: index === chunks.length - 1 })),
    writer.aggregate(chunks.join(''), null),
  ];
}
