import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const theme = readFileSync(join(import.meta.dirname, '../../../../src/renderer/theme.css'), 'utf8');
const themes = ['light', 'dark'] as const;

/** A colour by its name in both themes, as its first declaration says; what is no pair is the same in both. */
function colorOf(name: string, which: (typeof themes)[number]): string {
  const found = new RegExp(`--(?:color-)?${name}: (?:light-dark\\((#\\w{6}), (#\\w{6})\\)|(#\\w{6}));`).exec(theme);
  const color = found?.[3] ?? found?.[which === 'light' ? 1 : 2];
  if (color === undefined) throw new Error(`There is no colour ${name}`);
  return color;
}

/** The relative luminance of `#rrggbb`, as WCAG 2 has it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const pairs = [
  ...['ink', 'dim', 'faint', 'accent-ink'].flatMap((text) =>
    ['ground', 'panel', 'raised', 'bubble'].map((surface) => [text, surface] as const),
  ),
  ...['good', 'bad'].flatMap((text) => ['ground', 'panel', 'raised'].map((surface) => [text, surface] as const)),
  ...['accent-fill', 'accent-hover'].map((fill) => ['on-accent', fill] as const),
  ...['stage-ink', 'stage-dim'].map((text) => [text, 'stage'] as const),
] as const;

describe.each(themes)('colours of the %s theme', (which) => {
  it.each(pairs)('%s can be read on %s', (text, surface) => {
    expect(contrast(colorOf(text, which), colorOf(surface, which))).toBeGreaterThanOrEqual(4.5);
  });
});
