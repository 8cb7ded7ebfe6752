import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../../src/main/drafts/draft-parser.ts';

const lookOf = (segment: unknown): unknown => readDraft({ t: [{ tt: 7, sg: [segment] }] }).tracks[0]?.segments[0]?.look;

describe('how a segment looks and sounds', () => {
  it.each([
    [{ clip: { alpha: 0.5, rotation: 90, scale: { x: 2, y: 2 } } }, { opacity: 0.5, rotation: 90, scale: 2 }],
    [{ clip: { transform: { x: -0.5, y: 0.25 } } }, { x: -0.5, y: 0.25 }],
    [{ clip: { flip: { horizontal: true, vertical: false } } }, { flippedX: true }],
    [{ speed: '1.5' }, { speed: 1.5 }],
    [
      { d: 4000, fade_in_duration: 500, fade_out_duration: 1000 },
      { fadeInMs: 500, fadeOutMs: 1000 },
    ],
    [
      { target_timerange: { start: 0, duration: 4_000_000 }, fade_in_duration: 500_000, fade_out_duration: 0 },
      { fadeInMs: 500 },
    ],
    [
      { m: { content: '{"text":"Sea","size":8,"color":[1,0.5,0],"align":1}' } },
      { textSize: 8, textColor: [1, 0.5, 0], textAlign: 'center' },
    ],
  ])('is read from %j', (segment, look) => {
    expect(lookOf(segment)).toEqual(look);
  });

  it.each([
    {},
    { clip: { alpha: 50, rotation: 7200, scale: { x: 0 }, transform: { x: 960, y: 'up' }, flip: 'yes' } },
    { clip: null, speed: 0 },
    { speed: 1000, d: 1000, fade_in_duration: 2000, fade_out_duration: -1 },
    { m: { content: '{"text":"Sea","size":-1,"color":[255,0,0],"align":7}' } },
    { m: { content: '{"color":"red"' } },
  ])('is left out of %j', (segment) => {
    expect(lookOf(segment)).toEqual({});
  });
});
