import { withoutNotes } from '../../shared/domain/file-notes.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';

/** What the user wrote, where the notes of the message's files stand on those files. */
export function wordsOf({ prompt, attachments }: Turn, files: readonly Upload[]): string {
  return files.some(({ note }) => note !== '') ? withoutNotes(prompt, attachments) : prompt;
}
