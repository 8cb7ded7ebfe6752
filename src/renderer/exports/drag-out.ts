import type { DragEvent } from 'react';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import { dragFileOf } from '../state/exports.ts';
import type { SavedFile } from './use-file.ts';

/** Hands a drag of the row over to the system, which knows files. */
export function dragOut(event: DragEvent, { id }: ExportJob, { picture }: SavedFile): void {
  event.preventDefault();
  void dragFileOf(id, picture);
}
