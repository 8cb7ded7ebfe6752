import { describe, expect, it } from 'vitest';
import {
  keptInBackground,
  light,
  mergeView,
  orderQueue,
  placeTurn,
  prependPage,
  runningTurn,
} from '../../../../src/renderer/state/turns.ts';
import { turn, view } from './fixtures.ts';

const ids = (turns: readonly { readonly id: string }[]) => turns.map(({ id }) => id).join(' ');
const done = (id: string, startedAt: number) => turn({ id, startedAt, state: 'done' });
const queued = (id: string, startedAt: number) => turn({ id, startedAt, state: 'queued' });

describe('the place of a turn', () => {
  const turns = [done('a', 1), turn({ id: 'b', startedAt: 5 }), queued('q1', 6), queued('q2', 7)];

  it('stays when it changes', () => expect(ids(placeTurn(turns, done('b', 5)))).toBe('a b q1 q2'));
  it('is last while it waits', () => expect(ids(placeTurn(turns, queued('q3', 2)))).toBe('a b q1 q2 q3'));
  it('is before those that wait', () => expect(ids(placeTurn(turns, done('c', 8)))).toBe('a b c q1 q2'));
  it('follows its start', () => expect(ids(placeTurn(turns, done('c', 3)))).toBe('a c b q1 q2'));

  it('is after all that ran when it stops waiting, even if it was written earlier', () => {
    const moved = orderQueue(turns, ['q2', 'q1']);
    const first = placeTurn(moved, turn({ id: 'q2', startedAt: 7, state: 'sending' }));
    expect(ids(first)).toBe('a b q2 q1');
    expect(ids(placeTurn(first, turn({ id: 'q1', startedAt: 6, state: 'sending' })))).toBe('a b q2 q1');
  });
});

it('orders the queue as told, and puts what was not named last', () => {
  const turns = [done('a', 1), queued('q1', 2), queued('q2', 3), queued('q3', 4)];
  expect(ids(orderQueue(turns, ['q3', 'q1']))).toBe('a q3 q1 q2');
});

describe('pages', () => {
  it('come in before what is there, and nothing twice', () => {
    expect(ids(prependPage([done('c', 3)], [done('a', 1), done('b', 2), done('c', 3)]))).toBe('a b c');
  });

  it('stay when the newest turns are fetched again', () => {
    const before = view({ turns: [done('a', 1), done('b', 2), done('c', 3)], hasEarlier: false });
    const again = mergeView(before, view({ turns: [done('c', 3), done('d', 4)], hasEarlier: true }));
    expect(ids(again.turns)).toBe('a b c d');
    expect(again.hasEarlier).toBe(false);
  });

  it('go where the two do not meet', () => {
    const fetched = view({ turns: [done('x', 9)], hasEarlier: true });
    expect(mergeView(view({ turns: [done('a', 1)] }), fetched)).toBe(fetched);
    expect(mergeView(undefined, fetched)).toBe(fetched);
  });

  it('go when the project leaves the screen, but for the newest', () => {
    const many = view({ turns: Array.from({ length: keptInBackground + 5 }, (_, index) => done(`t${index}`, index)) });
    expect(light(many).turns).toHaveLength(keptInBackground);
    expect(light(many).turns[0]?.id).toBe('t5');
    expect(light(many).hasEarlier).toBe(true);
    const few = view({ turns: [done('a', 1)] });
    expect(light(few)).toBe(few);
  });
});

it('knows which turn is at work', () => {
  expect(runningTurn([done('a', 1), turn({ id: 'b' }), queued('q', 2)])?.id).toBe('b');
  expect(runningTurn([done('a', 1), queued('q', 2)])).toBeUndefined();
});
