import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const decoders = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

/**
 * A body without its content encoding. We ask for none (`accept-encoding: identity`), since it would hide the length; but a proxy on
 * the way may not care. Breaks when the body breaks.
 */
export function decode(body: Readable, encoding: string | null): Readable {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (!Object.hasOwn(decoders, name)) return body;
  const decoder = decoders[name as keyof typeof decoders]();
  // The reader of the decoder sees the error.
  return pipeline(body, decoder, () => undefined);
}
