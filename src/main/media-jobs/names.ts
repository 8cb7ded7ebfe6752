import { parse } from 'node:path';
import type { Cut } from '../../shared/domain/cut.ts';

/** Bytes of a name that every file system takes, with room for what is put behind it. */
const longestStem = 180;

/** The name of what is made of a file: the same, with another extension (no dot), and with the times where it was cut. */
export function resultName(name: string, extension: string, cut: Cut | null = null): string {
  const times = cut === null ? '' : ` ${time(cut.inMs)}-${time(cut.outMs)}`;
  return `${shortened(parse(name).name)}${times}.${extension}`;
}

/** `1.02.03` or `02.03`, which every file system takes. */
function time(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}.${two(m)}.${two(s)}` : `${two(m)}.${two(s)}`;
}

function shortened(stem: string): string {
  let kept = '';
  for (const character of stem) {
    if (Buffer.byteLength(kept + character) > longestStem) break;
    kept += character;
  }
  return kept;
}
