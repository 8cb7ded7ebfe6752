import { statSync } from 'node:fs';
import { extname, isAbsolute } from 'node:path';
import type { Failure } from '../../shared/domain/failure.ts';

/** What an export can be. Nothing else is ever handed to another program, whatever a database says. */
const videos: ReadonlySet<string> = new Set(['.mp4', '.m4v', '.mov', '.webm', '.mkv']);

/** Null where the path is that of a video that is there: it may be shown, opened and handed on. */
export function refusalOf(path: string): Failure | null {
  if (!isAbsolute(path) || !videos.has(extname(path).toLowerCase())) return { code: 'not-found' };
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? null : { code: 'file-gone' };
}
