import { readFile, stat } from 'node:fs/promises';
import { type Caption, type CaptionFile, readTimes } from '../../../shared/domain/captions.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** Reads SubRip and WebVTT, as files of either are really written: what is no caption is passed over. */
export function readCaptions(text: string): CaptionFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const captions: Caption[] = [];
  const unreadable: number[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line) && !line.includes('-->')) at = endOfBlock(lines, at);
    else if (line.includes('-->')) {
      const times = readTimes(line);
      const end = endOfBlock(lines, at + 1);
      const words = plainWords(lines.slice(at + 1, end));
      if (times === null) unreadable.push(at + 1);
      else if (words !== '') captions.push({ ...times, text: words });
      at = end - 1;
    }
  }
  return { captions: captions.toSorted((a, b) => a.startMs - b.startMs), unreadable };
}

/** The line after a block's last one: an empty line ends it, and so does the next line of times, whose number is not its own. */
function endOfBlock(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length; at += 1) {
    if ((lines[at] ?? '').trim() === '') return at;
    if ((lines[at + 1] ?? '').includes('-->') && /^\d+$/.test((lines[at] ?? '').trim())) return at;
    if ((lines[at] ?? '').includes('-->')) return at;
  }
  return lines.length;
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
  '&amp;': '&',
};

/** Without markup: tags of either format, commands of ASS. */
function plainWords(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replace(/\{\\[^{}]{0,200}\}/g, '')
    .replace(/\\[Nnh]/g, ' ')
    .replace(/<\/?[a-z\d][^<>]{0,200}>/gi, '')
    .replace(/&(?:lt|gt|nbsp|lrm|rlm|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The text of a file whose encoding nobody tells: UTF-8 or UTF-16, by its mark or its look; else what Chinese Windows writes. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Digits and line ends of UTF-16 are every other byte 0.
  const head = bytes.subarray(0, 200);
  const zeros = (odd: number): number => head.filter((byte, index) => index % 2 === odd && byte === 0).length;
  if (zeros(1) > head.length / 8) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros(0) > head.length / 8) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const mostBytes = 4 * 1024 * 1024;

export function isCaptions(path: string): boolean {
  return /\.(?:srt|vtt)$/i.test(path);
}

/** Reads a subtitle file. Errors: `captions-none`, `captions-too-large`, `file-unreadable`. */
export async function openCaptions(path: string): Promise<Result<CaptionFile, Failure>> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) return err({ code: 'captions-too-large' });
    const file = readCaptions(decodeText(await readFile(path)));
    return file.captions.length === 0 ? err({ code: 'captions-none' }) : ok(file);
  } catch {
    return err({ code: 'file-unreadable' });
  }
}
