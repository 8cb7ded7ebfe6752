import { describe, expect, it } from 'vitest';
import { isTurnOver, nextTurnState, type TurnEvent, type TurnState } from '../../../../src/shared/domain/turn.ts';

const states: readonly TurnState[] = ['queued', 'sending', 'streaming', 'settling', 'done', 'failed', 'unknown'];
const events: readonly TurnEvent[] = ['send', 'accepted', 'refused', 'ended', 'settled', 'failed', 'gave-up'];

const legal: ReadonlyMap<string, TurnState> = new Map([
  ['queued send', 'sending'],
  ['queued failed', 'failed'],
  ['sending accepted', 'streaming'],
  ['sending refused', 'failed'],
  ['sending ended', 'settling'],
  ['streaming ended', 'settling'],
  ['settling settled', 'done'],
  ['settling failed', 'failed'],
  ['settling gave-up', 'unknown'],
]);

const pairs = states.flatMap((state) => events.map((event) => ({ state, event })));

describe('a turn', () => {
  it.each(pairs)('in $state on $event goes where it may, or nowhere', ({ state, event }) => {
    expect(nextTurnState(state, event)).toBe(legal.get(`${state} ${event}`) ?? null);
  });

  it.each(states)('is over in %s only if nothing leads out of it', (state) => {
    expect(isTurnOver(state)).toBe(events.every((event) => nextTurnState(state, event) === null));
  });
});
