import { describe, expect, it } from 'vitest';
import {
  type ExportEvent,
  type ExportState,
  isExportOver,
  nextExportState,
} from '../../../src/shared/domain/export-job.ts';

const states: readonly ExportState[] = [
  ...(['queued', 'submitted', 'rendering', 'downloading'] as const),
  ...(['checking', 'saved', 'failed', 'cancelled'] as const),
];
const events: readonly ExportEvent[] = [
  ...(['submit', 'accepted', 'rendered', 'downloaded', 'delivered'] as const),
  ...(['again', 'fail', 'cancel', 'retry'] as const),
];

const legal: ReadonlyMap<string, ExportState> = new Map([
  ['queued submit', 'submitted'],
  ['queued fail', 'failed'],
  ['queued cancel', 'cancelled'],
  ['submitted accepted', 'rendering'],
  ['submitted again', 'queued'],
  ['submitted fail', 'failed'],
  ['submitted cancel', 'cancelled'],
  ['rendering rendered', 'downloading'],
  ['rendering again', 'queued'],
  ['rendering fail', 'failed'],
  ['rendering cancel', 'cancelled'],
  ['downloading downloaded', 'checking'],
  ['downloading fail', 'failed'],
  ['downloading cancel', 'cancelled'],
  ['checking delivered', 'saved'],
  ['checking fail', 'failed'],
  ['failed retry', 'queued'],
  ['cancelled retry', 'queued'],
]);

const pairs = states.flatMap((state) => events.map((event) => ({ state, event })));

describe('an export', () => {
  it.each(pairs)('in $state on $event goes where it may, or nowhere', ({ state, event }) => {
    expect(nextExportState(state, event)).toBe(legal.get(`${state} ${event}`) ?? null);
  });

  it.each(states)('is over in %s only if nothing but the user leads out of it', (state) => {
    const byItself = events.filter((event) => event !== 'retry');
    expect(isExportOver(state)).toBe(byItself.every((event) => nextExportState(state, event) === null));
  });

  it('that was saved stays saved', () => {
    expect(events.filter((event) => nextExportState('saved', event) !== null)).toEqual([]);
  });
});
