import { Readable } from 'node:stream';
import { err, type Result } from '../../shared/result.ts';
import type { CloudError } from './errors.ts';

/** Where a body belongs; see `copyBody`. */
export type Copy = {
  readonly file: { readonly fd: number };
  readonly offset: number;
  readonly bytes: number | null;
  readonly onProgress: (received: number, written: number) => void;
  readonly signal: AbortSignal | undefined;
};

export type ThreadBodyParts = {
  /** Asks for the next piece. */
  readonly onRead: () => void;
  /** Has the rest copied; progress and end come by `copied`. */
  readonly onCopy: (copy: Copy) => void;
  /** Nobody wants the rest. */
  readonly onDrop: () => void;
};

/** A body that is in the thread: its pieces come as they are read here, or it is copied there, from the connection to the disk. */
export class ThreadBody extends Readable {
  readonly #parts: ThreadBodyParts;
  #end: ((result: Result<number, CloudError>) => void) | null = null;

  constructor(parts: ThreadBodyParts) {
    super({ highWaterMark: 0 });
    this.#parts = parts;
    // Whoever reads or copies it hears of it; nobody does where it is left.
    this.on('error', () => undefined);
  }

  override _read(): void {
    this.#parts.onRead();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#parts.onDrop();
    done(error);
  }

  /** Leaves the rest of it. */
  dump(): Promise<void> {
    this.destroy();
    return Promise.resolve();
  }

  /** Copies all of it into a file; resolves when the thread leaves the file alone. */
  async copy(copy: Copy): Promise<Result<number, CloudError>> {
    if (this.destroyed) return err(copy.signal?.aborted === true ? { kind: 'cancelled' } : { kind: 'interrupted' });
    const result = await new Promise<Result<number, CloudError>>((resolve) => {
      this.#end = resolve;
      this.#parts.onCopy(copy);
    });
    this.destroy();
    return copy.signal?.aborted === true ? err({ kind: 'cancelled' }) : result;
  }

  /** The copy has come to its end, and the thread leaves the file alone. */
  copied(result: Result<number, CloudError>): void {
    this.#end?.(result);
    this.#end = null;
  }
}
