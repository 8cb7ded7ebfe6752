import { stat } from 'node:fs/promises';
import { hashOfFile } from '../api/content-hash.ts';
import type { UploadRecord } from '../storage/stores.ts';

/** Hashes files that went out faster than they could be hashed: one after the other, and only while nothing is being sent. */
export type LateHashes = {
  /** `beganAt`: when the sending began, epoch ms. What was written to since then is not what was sent, and gets no hash. */
  readonly hash: (record: UploadRecord, beganAt: number) => void;
  readonly close: () => void;
};

export function createLateHashes(parts: {
  readonly idle: () => Promise<void>;
  readonly hashed: (uploadId: string, sha256: string) => void;
  readonly report: (error: unknown) => void;
}): LateHashes {
  let line = Promise.resolve();
  let closed = false;

  const hash = async ({ upload, path }: UploadRecord, beganAt: number): Promise<void> => {
    await parts.idle();
    if (closed) return;
    // A file that is gone meanwhile has no hash any more.
    const sha256 = await hashOfFile(path, upload.bytes).catch(() => null);
    const now = await stat(path).catch(() => null);
    const same = now !== null && now.size === upload.bytes && Math.max(now.mtimeMs, now.ctimeMs) <= beganAt;
    if (!closed && sha256 !== null && same) parts.hashed(upload.id, sha256);
  };

  return {
    hash: (record, beganAt) => {
      line = line.then(() => hash(record, beganAt)).catch(parts.report);
    },
    close: () => {
      closed = true;
    },
  };
}
