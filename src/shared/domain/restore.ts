/**
 * What to ask the agent for so that the video is this version again: its lines one by one, and the whole message. Without lines nothing is
 * to be done. `cost`: what it likely costs as much as.
 */
export type RestoreRequest = {
  readonly version: number;
  readonly lines: readonly string[];
  readonly message: string;
  readonly cost: 'edit' | 'generate';
};

/** How the app's own words for going back to a version begin, in both languages (`main.restore.opening`). */
const opening = /^(?:Undo: put this video back to how it was in version|撤销：把视频恢复成版本) (\d{1,9})/u;

/** The version that a message asks for in these words; null where it asks for none. */
export function restoredVersion(message: string): number | null {
  const version = opening.exec(message.trimStart())?.[1];
  return version === undefined ? null : Number(version);
}

/** Another shape of the picture stands first among the lines. */
const newShape = /^- (?:Change the aspect ratio|把画面比例)/mu;

/** Whether such a message lets clips be made anew. */
export function makesAnew(message: string): boolean {
  return newShape.test(message);
}
