import { open } from 'node:fs/promises';

/** The first bytes of a file, at most so many. Rejects with the system's error. */
export async function readHead(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
