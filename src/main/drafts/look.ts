import { parseJson } from '../parse-json.ts';
import type { TimeReader } from './times.ts';
import { firstOf, isRecord, type Parse, toNumber } from './values.ts';

/**
 * How a segment is shown and played beyond its place and volume: only what the draft says. Wire contract, "The draft": words of the
 * JianYing draft, guesses each of which counts inside its plausible range alone.
 */
export type Look = {
  /** 0..1. */
  readonly opacity?: number;
  /** Degrees, clockwise. */
  readonly rotation?: number;
  /** 1: as large as it is. */
  readonly scale?: number;
  /** From the middle, in half canvases; y up. */
  readonly x?: number;
  readonly y?: number;
  readonly flippedX?: boolean;
  readonly flippedY?: boolean;
  /** 1: as fast as it is. */
  readonly speed?: number;
  readonly fadeInMs?: number;
  readonly fadeOutMs?: number;
  readonly textSize?: number;
  /** Red, green and blue, 0..1. */
  readonly textColor?: readonly number[];
  readonly textAlign?: 'left' | 'center' | 'right';
};

const aligns = ['left', 'center', 'right'] as const;

/** `lengthMs`: of the segment, which no fade is longer than. */
export function readLook(segment: unknown, times: TimeReader, lengthMs: number): Look {
  const number = (paths: readonly string[], least: number, most: number): number | null =>
    firstOf(segment, paths, within(least, most));
  const fade = (ms: number | null): number | null => (ms !== null && ms > 0 && ms <= lengthMs ? ms : null);
  const words = firstOf(segment, ['m.content', 'content', 'm.text', 'text'], toStyle);
  return known({
    opacity: number(['clip.alpha'], 0, 1),
    rotation: number(['clip.rotation'], -360, 360),
    scale: number(['clip.scale.x'], 0.01, 100),
    x: number(['clip.transform.x'], -10, 10),
    y: number(['clip.transform.y'], -10, 10),
    flippedX: firstOf(segment, ['clip.flip.horizontal'], toYes),
    flippedY: firstOf(segment, ['clip.flip.vertical'], toYes),
    speed: number(['speed'], 0.01, 100),
    fadeInMs: fade(times.fadeIn(segment)),
    fadeOutMs: fade(times.fadeOut(segment)),
    textSize: firstOf(words, ['size'], within(0.1, 1000)),
    textColor: firstOf(words, ['color'], toColor),
    textAlign: firstOf(words, ['align'], (value) => (typeof value === 'number' ? (aligns[value] ?? null) : null)),
  });
}

function known(info: Readonly<Record<string, unknown>>): Look {
  return Object.fromEntries(Object.entries(info).filter(([, value]) => value !== null));
}

function within(least: number, most: number): Parse<number> {
  return (value) => {
    const number = toNumber(value);
    return number !== null && number >= least && number <= most ? number : null;
  };
}

function toYes(value: unknown): true | null {
  return value === true ? true : null;
}

function toColor(value: unknown): readonly number[] | null {
  if (!Array.isArray(value) || value.length < 3) return null;
  const parts = value.slice(0, 3).map(within(0, 1));
  return parts.every((part) => part !== null) ? parts : null;
}

/** A title's words may come with their style, as JSON. */
function toStyle(value: unknown): unknown {
  const style = typeof value === 'string' && value.trimStart().startsWith('{') ? parseJson(value) : value;
  return isRecord(style) ? style : null;
}
