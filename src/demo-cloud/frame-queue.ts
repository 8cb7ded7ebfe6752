/** Frames on their way from a turn to its one listener, kept until they are asked for. */
export interface FrameQueue {
  readonly push: (frame: Buffer) => void;
  readonly close: () => void;
  readonly frames: AsyncIterable<Buffer>;
}

export function createFrameQueue(): FrameQueue {
  const waiting: Buffer[] = [];
  let closed = false;
  let wake: () => void = () => undefined;
  async function* drain(): AsyncGenerator<Buffer> {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else if (closed) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  return {
    push: (frame) => {
      waiting.push(frame);
      wake();
    },
    close: () => {
      closed = true;
      wake();
    },
    frames: drain(),
  };
}
