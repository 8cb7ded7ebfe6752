/** Text with sentences taken out of it, as Markdown: nothing is left of a list item, heading or paragraph that is empty now. */
export type Page = {
  /** Adds text of a sentence that stays. */
  readonly show: (text: string) => void;
  /** White space between sentences. */
  readonly space: (text: string) => void;
  readonly line: (text: string) => void;
  /** What the list item or heading of this line starts with. */
  readonly bullet: (text: string) => void;
  /** A sentence was taken out here. */
  readonly cut: () => void;
  /** A line that leads to the next ones, and goes when all of them go. */
  readonly announce: (text: string) => void;
  readonly isAfterCut: () => boolean;
  readonly isHeading: () => boolean;
  /** What may be shown since the last time. */
  readonly take: () => string;
  /** What was still waiting for a next sentence. */
  readonly finish: () => string;
};

const ordered = /^([ \t]*)(\d+)/;

export function createPage(): Page {
  let out = '';
  let isBlank = true;
  /** Nothing waits, and the line is shown: what comes goes straight through. */
  let isFlowing = false;
  /** White space that waits for the next sentence, before and after the line that announces it. */
  let head = '';
  let announced = '';
  let tail = '';
  let gapWasCut = false;
  let isUnannounced = false;
  let bullet = '';
  let line = { isShown: false, isCut: false, isAfterCut: false };
  /** How many ordered items are gone, by indent: the others are numbered anew. */
  const gone = new Map<string, number>();

  const gap = (isList: boolean): string => {
    const text = head + (isUnannounced && !isList ? '' : announced) + tail;
    if (!gapWasCut) return text;
    const tight = text.replace(/\n(?:[ \t]*\r?\n){2,}/g, '\n\n');
    return isBlank ? tight.trimStart() : tight;
  };

  const clearGap = (): void => {
    [head, announced, tail, bullet] = ['', '', '', ''];
    gapWasCut = false;
    isUnannounced = false;
  };

  const renumbered = (text: string): string => {
    const [, indent, digits] = ordered.exec(text) ?? [];
    if (indent === undefined) return text;
    if (Number(digits) === 1) gone.delete(indent);
    return text.replace(/\d+/, String(Number(digits) - (gone.get(indent) ?? 0)));
  };

  const endLine = (): void => {
    const indent = ordered.exec(bullet)?.[1];
    if (line.isCut && !line.isShown && indent !== undefined) gone.set(indent, (gone.get(indent) ?? 0) + 1);
    bullet = '';
    line = { isShown: false, isCut: false, isAfterCut: false };
  };

  return {
    show: (text) => {
      if (isFlowing || text === '') {
        out += text;
        return;
      }
      if (!line.isShown && bullet === '') gone.clear();
      const isList = bullet !== '' && !bullet.startsWith('#');
      out += gap(isList) + bullet + text;
      clearGap();
      isBlank = false;
      isFlowing = true;
      line = { ...line, isShown: true, isAfterCut: false };
    },
    space: (text) => {
      isFlowing = false;
      if (!line.isAfterCut) tail += text;
    },
    line: (text) => {
      isFlowing = false;
      if (line.isCut && line.isShown) tail = tail.replace(/[ \t]+$/, '');
      if (!line.isCut || line.isShown) tail += bullet + text;
      endLine();
    },
    bullet: (text) => {
      isFlowing = false;
      bullet = renumbered(text);
    },
    cut: () => {
      isFlowing = false;
      gapWasCut = true;
      isUnannounced = announced !== '';
      line = { ...line, isCut: true, isAfterCut: true };
    },
    announce: (text) => {
      isFlowing = false;
      if (announced === '') [head, tail] = [tail, ''];
      announced += tail + bullet + text;
      [tail, bullet] = ['', ''];
    },
    isAfterCut: () => line.isAfterCut,
    isHeading: () => bullet.startsWith('#'),
    take: () => {
      const shown = out;
      out = '';
      return shown;
    },
    finish: () => {
      if (line.isCut && !line.isShown) bullet = '';
      const rest = gap(false) + bullet;
      return gapWasCut ? rest.trimEnd() : rest;
    },
  };
}
