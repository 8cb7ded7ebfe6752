import { describe, expect, it } from 'vitest';
import { largestScale, nextScale, smallestScale, uiScales, zoomStep } from '../../../../src/shared/domain/ui-scale.ts';

describe('nextScale', () => {
  it.each([
    [100, 1, 110],
    [100, -1, 90],
    [125, 0, 100],
    [97, 1, 100],
    [97, -1, 90],
    [150, 1, 175],
    [200, 1, 200],
    [80, -1, 80],
  ] as const)('leads from %d by %d to %d', (scale, step, next) => expect(nextScale(scale, step)).toBe(next));

  it('knows its ends', () => {
    expect([uiScales[0], uiScales.at(-1)]).toEqual([smallestScale, largestScale]);
  });
});

describe('keys that zoom', () => {
  const press = { type: 'keyDown', key: '=', code: 'Equal', control: true, meta: false, alt: false } as const;
  const command = { control: false, meta: true };
  it.each([
    ['Ctrl+=', press, 'linux', 1],
    ['Ctrl and the key of a plus sign', { ...press, key: '+', code: 'BracketRight' }, 'win32', 1],
    ['Ctrl and + on the number pad', { ...press, key: '+', code: 'NumpadAdd' }, 'win32', 1],
    ['Ctrl and - on the number pad', { ...press, key: '-', code: 'NumpadSubtract' }, 'linux', -1],
    ['Ctrl+-', { ...press, key: '-', code: 'Minus' }, 'linux', -1],
    ['Ctrl+0', { ...press, key: '0', code: 'Digit0' }, 'linux', 0],
    ['Ctrl and 0 on the number pad', { ...press, key: '0', code: 'Numpad0' }, 'linux', 0],
    ['Cmd+= on macOS', { ...press, ...command }, 'darwin', 1],
    ['Ctrl+= on macOS', press, 'darwin', null],
    ['= alone', { ...press, control: false }, 'linux', null],
    ['AltGr and =', { ...press, alt: true }, 'linux', null],
    ['letting go', { ...press, type: 'keyUp' }, 'linux', null],
    ['another key', { ...press, key: 'toString', code: 'KeyT' }, 'linux', null],
  ] as const)('%s', (_, input, platform, step) => expect(zoomStep(input, platform)).toBe(step));
});
