/** The parts of the window that fold away. */
export type FoldingPart = 'projects' | 'chat' | 'stage' | 'timeline';

/** How the user divides the window; sizes in px, null where the window's own size decides. */
export type Layout = {
  /** Width of the projects. */
  readonly projects: number | null;
  /** Width of the conversation. */
  readonly chat: number | null;
  /** Height of the timeline. */
  readonly timeline: number | null;
  /** What is folded away; null where the window's size decides. Of conversation and stage one stays. */
  readonly folded: Readonly<Record<FoldingPart, boolean | null>>;
};

export const defaultLayout: Layout = {
  projects: null,
  chat: null,
  timeline: null,
  folded: { projects: null, chat: null, stage: null, timeline: null },
};

/** The largest size that is kept, in px: more than any screen has. */
export const largestPart = 10_000;

/** Folds a part, or unfolds it; conversation and stage never go both. */
export function withFolded(layout: Layout, part: FoldingPart, isFolded: boolean): Layout {
  const other = part === 'chat' ? 'stage' : part === 'stage' ? 'chat' : null;
  const opened = other !== null && isFolded ? { [other]: false } : {};
  return { ...layout, folded: { ...layout.folded, [part]: isFolded, ...opened } };
}
