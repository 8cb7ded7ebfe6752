import type { Shot, TimeOfDay, Weather } from '../shared/scene/scene.ts';
import type { Stop } from './brush.ts';
import { channels, darker, mix } from './colour.ts';
import type { SubjectLight } from './subject.ts';

/** The light of a shot; colours are '#rrggbb'. */
export type Light = SubjectLight & {
  /** From the zenith (0) to the horizon (1). */
  readonly sky: readonly Stop[];
  /** Sun or moon, as shares of the frame; null where it is not seen. */
  readonly sun: { readonly colour: string; readonly x: number; readonly y: number; readonly isMoon: boolean } | null;
  /** What distance fades into. */
  readonly haze: string;
  /** What everything's own colour is multiplied with. */
  readonly ambient: string;
  /** How much of the sky clouds cover, 0..1. */
  readonly cover: number;
  readonly cloudLit: string;
  readonly cloudShade: string;
};

type TimeLight = Omit<Light, 'sun' | 'isDark' | 'cover'> & { readonly sunColour: string; readonly sunY: number };

const byTime: Readonly<Record<TimeOfDay, TimeLight>> = {
  dawn: {
    sky: [
      [0, '#3f5f96'],
      [0.45, '#a58db4'],
      [0.75, '#f1b49a'],
      [1, '#ffe2b4'],
    ],
    sunColour: '#fff0cf',
    sunY: 0.44,
    haze: '#f2c7ae',
    ambient: '#e6cfc4',
    key: '#ffdcb4',
    rim: '#fff0d8',
    shade: '#4c4a72',
    cloudLit: '#ffdfc6',
    cloudShade: '#9a7f9f',
  },
  day: {
    sky: [
      [0, '#1f63bd'],
      [0.5, '#5fa6ea'],
      [1, '#d3ebf9'],
    ],
    sunColour: '#fffbe8',
    sunY: 0.16,
    haze: '#cbe0ee',
    ambient: '#ffffff',
    key: '#fff6e0',
    rim: '#ffffff',
    shade: '#41506e',
    cloudLit: '#ffffff',
    cloudShade: '#9fb4cc',
  },
  sunset: {
    sky: [
      [0, '#2b2a68'],
      [0.35, '#82407f'],
      [0.68, '#ea6a48'],
      [0.9, '#ffb257'],
      [1, '#ffd98a'],
    ],
    sunColour: '#ffeab0',
    sunY: 0.46,
    haze: '#f79a5e',
    ambient: '#e8a583',
    key: '#ffb56b',
    rim: '#ffdca0',
    shade: '#3b2349',
    cloudLit: '#ffb27a',
    cloudShade: '#6a3b6e',
  },
  night: {
    sky: [
      [0, '#040819'],
      [0.5, '#0d1a40'],
      [0.85, '#213768'],
      [1, '#3a5486'],
    ],
    sunColour: '#f3f6ff',
    sunY: 0.2,
    haze: '#22365f',
    ambient: '#4a5c8c',
    key: '#a9c2f5',
    rim: '#b9d4ff',
    shade: '#070b1c',
    cloudLit: '#4b6296',
    cloudShade: '#101a38',
  },
};

const covers: Readonly<Record<Weather, number>> = {
  clear: 0.22,
  clouds: 0.75,
  rain: 0.92,
  snow: 0.8,
  fog: 0.5,
  storm: 1,
  leaves: 0.3,
  petals: 0.2,
  aurora: 0.12,
  rainbow: 0.4,
};

/** What bad weather greys everything with, and how much. */
const greys: Readonly<Partial<Record<Weather, readonly [colour: string, share: number]>>> = {
  clouds: ['#8796a8', 0.3],
  rain: ['#66747f', 0.62],
  snow: ['#c3ced9', 0.6],
  fog: ['#cfd6da', 0.55],
  storm: ['#39424e', 0.78],
};

export function lightOf({ time, weather }: Pick<Shot, 'time' | 'weather'>, sunX: number): Light {
  const base = byTime[time];
  const [grey, share] = greys[weather] ?? ['#000000', 0];
  const isNight = time === 'night';
  // At night clouds are dark, too.
  const veil = isNight ? mix(darker(grey, 0.7), '#1a2748', 0.45) : time === 'sunset' ? mix(grey, '#c46a5a', 0.4) : grey;
  const greyed = (colour: string, much = share): string => mix(colour, veil, much);
  const isHidden = weather === 'rain' || weather === 'storm' || weather === 'snow';
  return {
    ...base,
    sky: base.sky.map(([at, colour]) => [at, greyed(colour)] as const),
    haze: greyed(base.haze, share * 0.8),
    ambient: mix(base.ambient, veil, share * 0.45),
    key: greyed(base.key, share * 0.35),
    cloudLit: greyed(base.cloudLit, share * 0.6),
    cloudShade: greyed(base.cloudShade, share * 0.7),
    cover: covers[weather],
    isDark: isNight,
    sun: isHidden ? null : { colour: base.sunColour, x: sunX, y: base.sunY, isMoon: isNight },
  };
}

/** A thing's own colour in this light, faded by its distance: 0 near, 1 lost in the haze. */
export function seen(light: Light, colour: string, distance = 0): string {
  const ambient = channels(light.ambient);
  const [red, green, blue] = channels(colour).map((value, index) =>
    Math.round((value * (ambient[index] ?? 255)) / 255),
  );
  const lit = `#${(((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0)).toString(16).padStart(6, '0')}`;
  return mix(lit, light.haze, distance);
}
