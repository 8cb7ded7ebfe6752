/** Tells the frame that is due. Follows the sound where there is one, else the computer's own clock. Frames may be fractions. */
type Clock = {
  /** From now on it runs from this frame; `perSecond`: frames in a second, times the speed. */
  readonly start: (frame: number, perSecond: number) => void;
  /** The sound says that this frame was heard at `epochMs`. */
  readonly follow: (frame: number, epochMs: number) => void;
  readonly now: () => number;
};

/** So far apart sound and clock are not drawn together gently any more. In frames. */
const farApart = 3;
/** Share of a small difference that is made up for at each word of the sound. */
const gentle = 0.25;

/** `nowMs`: milliseconds since 1970, with fractions, alike in the window and the worker. */
export function createClock(nowMs: () => number): Clock {
  let [frame, at, perMs] = [0, 0, 0];
  const now = (): number => frame + (nowMs() - at) * perMs;
  return {
    start: (from, perSecond) => {
      [frame, at, perMs] = [from, nowMs(), perSecond / 1000];
    },
    follow: (heard, epochMs) => {
      const due = heard + (nowMs() - epochMs) * perMs;
      const shown = now();
      const apart = due - shown;
      [frame, at] = [Math.abs(apart) > farApart ? due : shown + apart * gentle, nowMs()];
    },
    now,
  };
}

export function epochMs(): number {
  return performance.timeOrigin + performance.now();
}
