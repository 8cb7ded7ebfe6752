/** Puts decoded text together to lines, wherever the network cut it. Only CR, LF and CR LF end a line: U+2028 does not. */
export type LineCutter = {
  /** The lines that this text completes, in one piece, an LF behind each; empty where it completes none. */
  readonly push: (text: string) => string;
  /** The line that never ended. */
  readonly rest: () => string;
  /** Characters kept for a line that has not ended yet. */
  readonly waiting: () => number;
};

export function createLineCutter(): LineCutter {
  let fragments: string[] = [];
  let waiting = 0;
  let afterReturn = false;
  const keep = (fragment: string): void => {
    if (fragment !== '') fragments.push(fragment);
    waiting += fragment.length;
  };
  const take = (): string => {
    const kept = fragments.join('');
    fragments = [];
    waiting = 0;
    return kept;
  };
  return {
    push: (text) => {
      if (text === '') return '';
      // A CR ends its line at once; the LF that may open the next piece belongs to it.
      const fresh = afterReturn && text.startsWith('\n') ? text.slice(1) : text;
      afterReturn = text.endsWith('\r');
      const lines = fresh.includes('\r') ? fresh.replaceAll(/\r\n?/g, '\n') : fresh;
      const end = lines.lastIndexOf('\n') + 1;
      if (end > 0) keep(lines.slice(0, end));
      const complete = end > 0 ? take() : '';
      keep(lines.slice(end));
      return complete;
    },
    rest: take,
    waiting: () => waiting,
  };
}
