import { extname, join } from 'node:path';

/** What the system's save dialog answered, and asked. Paths are absolute. */
export type AskSavePath = (defaultPath: string) => Promise<string | null>;

/**
 * Asks where to save an MP4, beginning in `folder` with `name`; null where the user gave up. Not every system appends the
 * extension: then it is appended here, and if there is such a file already, the dialog asks once more, by that name.
 */
export async function askSaveTarget(parts: {
  readonly folder: string;
  readonly name: string;
  readonly ask: AskSavePath;
  readonly exists: (path: string) => boolean;
}): Promise<string | null> {
  const { folder, name, ask, exists } = parts;
  let proposal = join(folder, withExtension(name));
  for (;;) {
    const answer = await ask(proposal);
    if (answer === null) return null;
    const target = withExtension(answer);
    if (target === answer || !exists(target)) return target;
    proposal = target;
  }
}

function withExtension(path: string): string {
  return extname(path).toLowerCase() === '.mp4' ? path : `${path}.mp4`;
}
