import type { Readable } from 'node:stream';

/** How much may wait for a slow reader before the connection is asked to wait as well, in bytes. */
const maxWaiting = 4 * 1024 * 1024;

/**
 * Takes bytes from a body as soon as they are there. A stream that breaks throws away what it still holds; of an answer nothing
 * that has arrived may be lost, so it is held here, and handed over at once, since small pieces cost as much as large ones.
 * Leaving the loop early closes the connection.
 */
export function eagerly(body: Readable): AsyncIterable<Uint8Array> {
  let chunks: Uint8Array[] = [];
  let waiting = 0;
  let outcome: { readonly error: unknown } | null = null;
  let wake = (): void => undefined;
  const finish = (error: unknown): void => {
    outcome ??= { error };
    wake();
  };
  body.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk);
    waiting += chunk.length;
    if (waiting > maxWaiting) body.pause();
    wake();
  });
  body.on('end', () => finish(null));
  body.on('error', finish);
  body.on('close', () => finish(new Error('closed')));

  async function* take(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (chunks.length > 0) {
          const all = Buffer.concat(chunks);
          chunks = [];
          waiting = 0;
          if (body.isPaused()) body.resume();
          yield all;
        } else if (outcome === null) {
          await new Promise<void>((resolve) => (wake = resolve));
        } else if (outcome.error === null) {
          return;
        } else {
          throw outcome.error;
        }
      }
    } finally {
      body.destroy();
    }
  }
  return take();
}
