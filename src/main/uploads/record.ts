import { randomUUID } from 'node:crypto';
import type { Upload } from '../../shared/domain/upload.ts';
import type { UploadRecord } from '../storage/stores.ts';
import type { CheckedFile } from './file-check.ts';

/** What is written down of a file, or of an address, that is about to be uploaded. */
export function recordOf(
  projectId: string,
  path: string,
  file: CheckedFile,
  source: Upload['source'] = 'file',
): UploadRecord {
  return {
    upload: {
      id: randomUUID(),
      projectId,
      source,
      ...file,
      state: 'waiting',
      sent: 0,
      failure: null,
      turnId: null,
      note: '',
      mediaId: '',
    },
    path,
    sha256: null,
    cdnUrl: null,
  };
}
