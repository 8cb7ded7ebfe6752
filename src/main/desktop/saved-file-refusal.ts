import { statSync } from 'node:fs';
import { extname, isAbsolute } from 'node:path';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { done, err, type Result } from '../../shared/result.ts';

/** What an export can be. Nothing else is ever handed to another program, whatever a database says. */
const videos: ReadonlySet<string> = new Set(['.mp4', '.m4v', '.mov', '.webm', '.mkv']);

/** Whether the path is that of a video that is there: it may be shown, opened and handed on. */
export function checkSavedFile(path: string): Result<null, Failure> {
  if (!isAbsolute(path) || !videos.has(extname(path).toLowerCase())) return notFound;
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? done : err({ code: 'file-gone' });
}
