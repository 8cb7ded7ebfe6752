import { describe, expect, it } from 'vitest';
import {
  followsAfterScroll,
  goesUp,
  grewAtStart,
  isScrolledUp,
  isNearStart,
} from '../../../../src/renderer/chat/follow.ts';

/** A view 500 px high on 2000 px, so its end is at 1500. */
const at = (scrollTop: number, scrollHeight = 2000) => ({ scrollTop, clientHeight: 500, scrollHeight });

describe('following the end', () => {
  it('goes on at the very end, in fractions of a pixel too', () => {
    expect(followsAfterScroll(true, at(1500), at(1500), true)).toBe(true);
    expect(followsAfterScroll(true, at(1500), at(1498.6), true)).toBe(true);
  });

  it('stops as soon as the user goes up, even a little', () => {
    expect(followsAfterScroll(true, at(1500), at(1490), true)).toBe(false);
  });

  it('stays off while the user reads further up', () => {
    expect(followsAfterScroll(false, at(800), at(900), true)).toBe(false);
  });

  it('comes back when the user returns near the end', () => {
    expect(followsAfterScroll(false, at(1400), at(1480), true)).toBe(true);
  });

  it('goes on when the content grew under a view that did not move', () => {
    expect(followsAfterScroll(true, at(1500), at(1500, 2600), true)).toBe(true);
  });

  it('goes on when the content shrank and the view was pulled to its new end', () => {
    expect(followsAfterScroll(true, at(1500), at(1300, 1800), true)).toBe(true);
  });
});

describe('what moves by itself', () => {
  it('ends nothing, however far up it goes, and begins nothing', () => {
    expect(followsAfterScroll(true, at(1500), at(900), false)).toBe(true);
    expect(followsAfterScroll(true, at(1500), at(1500, 2600), false)).toBe(true);
    expect(followsAfterScroll(false, at(900), at(1480), false)).toBe(false);
    expect([isScrolledUp(at(1498.5)), isScrolledUp(at(1490))]).toEqual([false, true]);
  });
});

describe('keys', () => {
  it.each([
    ['PageUp', false, true],
    ['Home', false, true],
    ['ArrowUp', false, true],
    [' ', true, true],
    [' ', false, false],
    ['End', false, false],
    ['a', false, false],
  ])('%j with shift %s go up: %s', (key, shiftKey, up) => expect(goesUp({ key, shiftKey })).toBe(up));
});

describe('a window of another size', () => {
  it('keeps following, wherever the layout puts the view', () => {
    const smaller = { scrollTop: 1400, clientHeight: 300, scrollHeight: 2400 };
    expect(followsAfterScroll(true, at(1500), smaller, true)).toBe(true);
    expect(followsAfterScroll(false, at(900), smaller, true)).toBe(false);
  });
});

describe('a list that grows at its start', () => {
  const list = (...ids: readonly string[]) => ids.map((id) => ({ id }));

  it.each([
    ['a page came in', list('c', 'd'), list('a', 'b', 'c', 'd'), true],
    ['a turn was added', list('a', 'b'), list('a', 'b', 'c'), false],
    ['both', list('b'), list('a', 'b', 'c'), false],
    ['nothing changed', list('a'), list('a'), false],
    ['it was empty', list(), list('a', 'b'), false],
    ['it is another list', list('a', 'b'), list('x', 'y', 'z'), false],
  ])('%s: %#', (_, before, now, grew) => expect(grewAtStart(before, now)).toBe(grew));

  it('asks for more before its start is reached', () => {
    expect(isNearStart({ scrollTop: 0 })).toBe(true);
    expect(isNearStart({ scrollTop: 5000 })).toBe(false);
  });
});
