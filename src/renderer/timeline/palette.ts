import { useSyncExternalStore } from 'react';
import type { TrackKind } from '../../shared/domain/timeline.ts';

/** The theme's colours as a canvas takes them. */
export type Palette = {
  readonly body: Readonly<Record<TrackKind, string>>;
  readonly edge: Readonly<Record<TrackKind, string>>;
  /** The bars of a sound. */
  readonly wave: string;
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly lane: string;
  readonly change: string;
  readonly font: string;
};

const kinds: Readonly<Record<TrackKind, string>> = {
  video: 'var(--video)',
  audio: 'var(--music)',
  text: 'var(--title)',
  other: 'var(--other)',
};

/** What a canvas cannot resolve by itself, an element does: variables, and the colours of two themes in one word. */
function readPalette(): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  // Where the system forces its colours on elements, the canvas takes them from the theme, which knows them, too.
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const color = (value: string): string => {
    probe.style.color = value;
    return style.color;
  };
  const each = (value: (color: string) => string): Palette['body'] => ({
    video: color(value(kinds.video)),
    audio: color(value(kinds.audio)),
    text: color(value(kinds.text)),
    other: color(value(kinds.other)),
  });
  const palette = {
    body: each((tint) => `color-mix(in oklab, ${tint} 24%, var(--panel))`),
    edge: each((tint) => tint),
    wave: color(`color-mix(in oklab, ${kinds.audio} 78%, var(--panel))`),
    ink: color('var(--ink)'),
    faint: color('var(--faint)'),
    line: color('var(--line)'),
    lane: color('color-mix(in oklab, var(--line) 36%, var(--panel))'),
    change: color('var(--good)'),
    font: `11px ${style.fontFamily}`,
  };
  probe.remove();
  return palette;
}

let known: Palette | null = null;

function onThemeChange(changed: () => void): () => void {
  const forget = (): void => {
    known = null;
    changed();
  };
  const systems = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'].map((one) =>
    matchMedia(one),
  );
  const observer = new MutationObserver(forget);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] });
  for (const system of systems) system.addEventListener('change', forget);
  return () => {
    observer.disconnect();
    for (const system of systems) system.removeEventListener('change', forget);
    known = null;
  };
}

/** The colours of the present theme. */
export function usePalette(): Palette {
  return useSyncExternalStore(onThemeChange, () => (known ??= readPalette()));
}
