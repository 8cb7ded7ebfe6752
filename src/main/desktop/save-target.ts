import { extname, join } from 'node:path';

/** What the system's save dialog answered, and asked. Paths are absolute. */
export type AskSavePath = (defaultPath: string) => Promise<string | null>;

/**
 * Asks where to save a file of this kind (`extension`, with its dot), beginning in `folder` with `name`; null where the user gave up. Not every system appends the
 * extension: then it is appended here, and if there is such a file already, the dialog asks once more, by that name.
 */
export async function askSaveTarget(parts: {
  readonly folder: string;
  readonly name: string;
  readonly extension?: string;
  readonly ask: AskSavePath;
  readonly exists: (path: string) => boolean;
}): Promise<string | null> {
  const { folder, name, extension = '.mp4', ask, exists } = parts;
  const withExtension = (path: string): string =>
    extname(path).toLowerCase() === extension ? path : `${path}${extension}`;
  let proposal = join(folder, withExtension(name));
  for (;;) {
    const answer = await ask(proposal);
    if (answer === null) return null;
    const target = withExtension(answer);
    if (target === answer || !exists(target)) return target;
    proposal = target;
  }
}
