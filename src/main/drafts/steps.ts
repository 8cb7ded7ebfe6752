import { setImmediate } from 'node:timers/promises';

/** Work that others may come between wherever it yields; what it has read must not change meanwhile. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** So many segments take a few ms. */
const segmentsInStep = 2_000;

/** Whether a step ends with the segment at this index: a draft of usual length is one step. */
export function endsStep(index: number): boolean {
  return index % segmentsInStep === segmentsInStep - 1;
}

/** Whether so many segments are more than one step. */
export function isLong(segments: number): boolean {
  return segments >= segmentsInStep;
}

export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same, while the app goes on in between. */
export async function inSteps<T>(work: Steps<T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
