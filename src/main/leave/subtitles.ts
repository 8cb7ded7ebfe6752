import type { DraftReading } from '../draft/reading.ts';
import { writable } from './text.ts';

/** Words on the screen, in ms. `lines` has at least one, and none of them is empty. */
export type Cue = { readonly startMs: number; readonly endMs: number; readonly lines: readonly string[] };

/** The titles of a cut in the order in which they begin, of several at once the longest first (as WebVTT has it). Those without words, or without a length, are left out. */
export function cuesOf(reading: DraftReading): readonly Cue[] {
  return reading.tracks
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ segments }) => segments)
    .map(({ startMs, durationMs, text, name }) => ({
      startMs,
      endMs: startMs + durationMs,
      // An empty line would end the cue.
      lines: writable(text ?? name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    }))
    .filter(({ startMs, endMs, lines }) => endMs > startMs && lines.length > 0)
    .toSorted((a, b) => a.startMs - b.startMs || b.endMs - a.endMs);
}

/** SubRip. It knows no escapes: an arrow that could be taken for a time line is written as `→`. */
export function writeSrt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ startMs, endMs, lines }, index) =>
    [`${index + 1}`, `${time(startMs, ',')} --> ${time(endMs, ',')}`, ...lines.map(withoutArrow)].join('\n'),
  );
  return blocks.map((block) => `${block}\n`).join('\n');
}

/** WebVTT. */
export function writeVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ startMs, endMs, lines }) =>
    [`${time(startMs, '.')} --> ${time(endMs, '.')}`, ...lines.map(escaped)].join('\n'),
  );
  return ['WEBVTT\n', ...blocks.map((block) => `${block}\n`)].join('\n');
}

function withoutArrow(line: string): string {
  return line.replaceAll('-->', '→');
}

function escaped(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `00:01:02,345`. */
function time(ms: number, point: ',' | '.'): string {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60];
  return `${pad(h, 2)}:${pad(m, 2)}:${pad(s, 2)}${point}${pad(ms % 1_000, 3)}`;
}
