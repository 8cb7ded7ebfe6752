import { open } from 'node:fs/promises';
import { endsWhole } from './mp4-end.ts';
import { type Probe, probe } from './probe.ts';

/**
 * What a downloaded file is. `cut-off`: not all of it is there. `page`: a web page or a refusal, no video at all. `unreadable`: all
 * there as far as can be told, but it cannot be opened here.
 */
export type Inspection =
  { readonly kind: 'plays'; readonly probe: Probe } | { readonly kind: 'cut-off' | 'page' | 'unreadable' };

/** Looks into a file that was delivered. Never throws; a file that is gone is `cut-off`. */
export async function inspect(path: string): Promise<Inspection> {
  const head = await firstBytes(path).catch(() => null);
  if (head === null || head.length === 0) return { kind: 'cut-off' };
  if (/^\uFEFF?\s*[<{[]/.test(head.toString('utf8'))) return { kind: 'page' };
  if (!(await endsWhole(path).catch(() => false))) return { kind: 'cut-off' };
  const found = await probe(path);
  return found.ok ? { kind: 'plays', probe: found.value } : { kind: 'unreadable' };
}

const headBytes = 64;

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
