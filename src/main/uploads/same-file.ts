import { hashOfFile } from '../api/content-hash.ts';
import type { UploadRecord, UploadStore } from '../storage/stores.ts';

/**
 * The upload of the project that has the very content of a file, or null. Only a file with the size of one that is there is hashed;
 * one that is in the composer and still being sent is known by where it lies. A file that cannot be read has no double.
 */
export async function findSame(
  store: Pick<UploadStore, 'ofSize'>,
  projectId: string,
  path: string,
  bytes: number,
): Promise<UploadRecord | null> {
  const there = store
    .ofSize(projectId, bytes)
    .filter(({ upload }) => upload.source === 'file' && upload.state !== 'failed');
  const onItsWay = there.find(
    ({ path: at, upload }) => at === path && upload.state !== 'uploaded' && upload.turnId === null,
  );
  if (onItsWay !== undefined) return onItsWay;
  const hashed = there.filter(({ sha256 }) => sha256 !== null);
  if (hashed.length === 0) return null;
  const sha256 = await hashOfFile(path, bytes).catch(() => null);
  return hashed.find((record) => record.sha256 === sha256) ?? null;
}
