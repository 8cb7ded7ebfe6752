import type { DraftReading } from '../drafts/draft-parser.ts';
import { writable } from './text.ts';

/** Words on the screen, in ms. `lines` has at least one, and none of them is empty. */
export type Cue = { readonly startMs: number; readonly endMs: number; readonly lines: readonly string[] };

/** The titles of a cut in the order in which they begin, of several at once the longest first (as WebVTT has it). Those without words, or without a length, are left out. */
export function cuesOf(reading: DraftReading): readonly Cue[] {
  return reading.tracks
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ segments }) => segments)
    .map(({ startMs, durationMs, text, name }) => ({
      startMs: Math.round(startMs),
      endMs: Math.round(startMs + durationMs),
      // An empty line would end the cue.
      lines: writable(text ?? name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    }))
    .filter(({ startMs, endMs, lines }) => endMs > startMs && lines.length > 0)
    .toSorted((a, b) => a.startMs - b.startMs || b.endMs - a.endMs);
}

/** SubRip. It knows no escapes: what a reader could take for a command is written with characters that look like it. */
export function writeSrt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ startMs, endMs, lines }, index) =>
    [`${index + 1}`, `${time(startMs, ',')} --> ${time(endMs, ',')}`, withoutCommands(lines.join('\n'))].join('\n'),
  );
  return blocks.map((block) => `${block}\n`).join('\n');
}

/** WebVTT. */
export function writeVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ startMs, endMs, lines }) =>
    [`${time(startMs, '.')} --> ${time(endMs, '.')}`, escaped(lines.join('\n'))].join('\n'),
  );
  return ['WEBVTT\n', ...blocks.map((block) => `${block}\n`)].join('\n');
}

/**
 * Readers take `-->` for a line of times, `<…>` for a tag, known or not, and `{…}` for a command of ASS, to which many convert.
 */
export function withoutCommands(text: string): string {
  const words = text
    .replaceAll('-->', '→')
    .replace(/<([^<>]*)>/g, '‹$1›')
    .replace(/<(?=[a-z/!?])/gi, '‹');
  return keptApart(words.replaceAll('{', '｛').replaceAll('}', '｝'));
}

/** In ASS `\N`, `\n` and `\h` are a line end or a space: a word joiner, which nobody sees, keeps them apart. */
function keptApart(text: string): string {
  return text.replace(/\\(?=[Nnh])/g, '\\\u2060');
}

/** Nothing but `&`, `<` and `>` means anything in WebVTT, but not every reader stops at that. */
export function escaped(text: string): string {
  const words = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return keptApart(words.replace(/\{(\\[^{}]*)\}/g, '｛$1｝'));
}

/** `00:01:02,345`. */
function time(ms: number, point: ',' | '.'): string {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60];
  return `${pad(h, 2)}:${pad(m, 2)}:${pad(s, 2)}${point}${pad(ms % 1_000, 3)}`;
}
