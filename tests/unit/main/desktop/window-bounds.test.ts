import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Area, placeWindow } from '../../../../src/main/desktop/window-bounds.ts';

const main: Area = { x: 0, y: 25, width: 1920, height: 1055 };
const left: Area = { x: -2560, y: 0, width: 2560, height: 1440 };
const at = (x: number, y: number, width = 1280, height = 800, maximized = false) => ({
  x,
  y,
  width,
  height,
  maximized,
});

describe('placeWindow', () => {
  it('opens a new window in its usual size, in the middle', () => {
    expect(placeWindow(null, [main])).toEqual({ width: 1280, height: 800, place: null, maximized: false });
  });

  it('opens smaller on a small screen, but never below the minimum', () => {
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1200, height: 700 }])).toMatchObject({ width: 1200, height: 700 });
    expect(placeWindow(null, [{ x: 0, y: 0, width: 800, height: 500 }])).toMatchObject({ width: 960, height: 600 });
  });

  it('comes back where it was, on the screen where it was', () => {
    expect(placeWindow(at(100, 80), [main, left])).toEqual({
      width: 1280,
      height: 800,
      place: { x: 100, y: 80 },
      maximized: false,
    });
    expect(placeWindow(at(-2000, 300, 1400, 900, true), [main, left])).toEqual({
      width: 1400,
      height: 900,
      place: { x: -2000, y: 300 },
      maximized: true,
    });
  });

  it('comes back in the middle, in its size, when its screen is gone', () => {
    expect(placeWindow(at(-2000, 300, 1400, 900), [main])).toEqual({
      width: 1400,
      height: 900,
      place: null,
      maximized: false,
    });
    // All that would be seen is an edge, or a strip too thin to take hold of.
    expect(placeWindow(at(1900, 100), [main]).place).toBeNull();
    expect(placeWindow(at(100, 1070), [main]).place).toBeNull();
  });

  it('moves wholly onto its screen, and shrinks where the screen did', () => {
    expect(placeWindow(at(1500, 600), [main]).place).toEqual({ x: 640, y: 280 });
    expect(placeWindow(at(-300, -200), [main]).place).toEqual({ x: 0, y: 25 });
    expect(placeWindow(at(0, 0, 3000, 2000), [main])).toMatchObject({
      width: 1920,
      height: 1055,
      place: { x: 0, y: 25 },
    });
  });

  it('survives a desktop without screens', () => {
    expect(placeWindow(at(0, 0), [])).toMatchObject({ width: 1280, height: 800 });
  });

  it('has its title on a screen, whatever was saved', () => {
    const place = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 0, max: 10_000 });
    const saved = fc.record({ x: place, y: place, width: size, height: size, maximized: fc.boolean() });
    fc.assert(
      fc.property(saved, (bounds) => {
        const opened = placeWindow(bounds, [main, left]);
        if (opened.place === null) return;
        const { x, y } = opened.place;
        const onto = (area: Area): boolean =>
          x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height;
        expect([main, left].some(onto)).toBe(true);
      }),
    );
  });
});
