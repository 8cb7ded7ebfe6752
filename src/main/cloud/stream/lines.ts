/** Cuts decoded text into lines, wherever the network cut it. Only CR, LF and CR LF end a line: U+2028 does not. */
export type LineCutter = {
  /** The lines that this text completes, without their ends. */
  readonly push: (text: string) => readonly string[];
  /** The line that never ended. */
  readonly rest: () => string;
  /** Characters kept for a line that has not ended yet. */
  readonly waiting: () => number;
};

export function createLineCutter(): LineCutter {
  let fragments: string[] = [];
  let waiting = 0;
  let afterReturn = false;
  const take = (): string => {
    const line = fragments.join('');
    fragments = [];
    waiting = 0;
    return line;
  };
  return {
    push: (text) => {
      if (text === '') return [];
      // A CR ends its line at once; the LF that may open the next piece belongs to it.
      const fresh = afterReturn && text.startsWith('\n') ? text.slice(1) : text;
      afterReturn = text.endsWith('\r');
      const lines = fresh.includes('\r') ? fresh.split(/\r\n|\r|\n/) : fresh.split('\n');
      const last = lines.pop() ?? '';
      if (lines.length > 0) {
        fragments.push(lines[0] ?? '');
        lines[0] = take();
      }
      fragments.push(last);
      waiting += last.length;
      return lines;
    },
    rest: take,
    waiting: () => waiting,
  };
}
