import type { Color } from '../shared/scene/scene.ts';

/** What a colour's name looks like. */
export const css: Readonly<Record<Color, string>> = {
  red: '#d3342f',
  orange: '#e5862f',
  yellow: '#f2c230',
  green: '#3f9a57',
  blue: '#2f6fd0',
  purple: '#8049b8',
  pink: '#ec86b0',
  brown: '#85573a',
  black: '#25262c',
  white: '#f2f0ea',
  gray: '#8d949e',
  gold: '#d9a93c',
};

/** Colours are '#rrggbb' so that they can be mixed again. */
export function channels(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** From `colour` (0) to `other` (1). */
export function mix(colour: string, other: string, share: number): string {
  const [r, g, b] = channels(colour);
  const [r2, g2, b2] = channels(other);
  const between = (from: number, to: number): number => Math.round(from + (to - from) * share);
  const value = (between(r, r2) << 16) | (between(g, g2) << 8) | between(b, b2);
  return `#${value.toString(16).padStart(6, '0')}`;
}

export const lighter = (colour: string, share: number): string => mix(colour, '#ffffff', share);
export const darker = (colour: string, share: number): string => mix(colour, '#0a0a14', share);

/** With an opacity of 0 to 1. */
export function faint(colour: string, opacity: number): string {
  return `rgba(${channels(colour).join(',')},${opacity.toFixed(3)})`;
}
