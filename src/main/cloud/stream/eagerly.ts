import type { Readable } from 'node:stream';

/** How much may wait for a slow reader before the connection is asked to wait as well, in bytes. */
const maxWaiting = 4 * 1024 * 1024;
/** Small pieces cost as much as large ones; very large ones become strings that only a full collection of garbage takes away. */
const slabBytes = 32 * 1024;

/**
 * Takes bytes from a body as soon as they are there. A stream that breaks throws away what it still holds; of an answer nothing
 * that has arrived may be lost, so it is held here, and all that one turn of the event loop brought is handed over together.
 * Leaving the loop early closes the connection.
 */
export function eagerly(body: Readable): AsyncIterable<readonly Uint8Array[]> {
  let chunks: Uint8Array[] = [];
  let waiting = 0;
  let outcome: { readonly error: unknown } | null = null;
  let wake = nothing;
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

  async function* take(): AsyncGenerator<readonly Uint8Array[]> {
    try {
      for (;;) {
        if (chunks.length > 0) {
          const together = inSlabs(chunks);
          chunks = [];
          waiting = 0;
          if (body.isPaused()) body.resume();
          yield together;
        } else if (outcome === null) {
          await new Promise<void>((resolve) => {
            wake = () => {
              wake = nothing;
              setImmediate(resolve);
            };
          });
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

function nothing(): void {}

/** The same bytes in fewer pieces. */
function inSlabs(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
  const slabs: Uint8Array[] = [];
  for (let from = 0, to = 0; from < chunks.length; from = to) {
    let length = 0;
    while (to < chunks.length && length < slabBytes) length += chunks[to++]?.length ?? 0;
    slabs.push(Buffer.concat(chunks.slice(from, to), length));
  }
  return slabs;
}
