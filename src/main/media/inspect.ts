import { endsWhole } from './mp4-end.ts';
import { type Probe, probe } from './probe.ts';
import { readHead } from './read-head.ts';

/**
 * What a downloaded file is. `cut-off`: not all of it is there. `page`: a web page or a refusal, no video at all. `unreadable`: all
 * there as far as can be told, but it cannot be opened here.
 */
export type Inspection =
  { readonly kind: 'plays'; readonly probe: Probe } | { readonly kind: 'cut-off' | 'page' | 'unreadable' };

/** Looks into a file that was delivered. Never throws; a file that is gone is `cut-off`. */
export async function inspect(path: string): Promise<Inspection> {
  const head = await readHead(path, headBytes).catch(() => null);
  if (head === null || head.length === 0) return { kind: 'cut-off' };
  if (/^\uFEFF?\s*[<{[]/.test(new TextDecoder().decode(head))) return { kind: 'page' };
  if (!(await endsWhole(path).catch(() => false))) return { kind: 'cut-off' };
  const found = await probe(path);
  return found.ok ? { kind: 'plays', probe: found.value } : { kind: 'unreadable' };
}

const headBytes = 64;
