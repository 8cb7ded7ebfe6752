import { describe, expect, it } from 'vitest';
import {
  type ExportEvent,
  type ExportState,
  isExportOver,
  nextExportState,
} from '../../../../src/shared/domain/export-job.ts';

const states: readonly ExportState[] = [
  ...(['waiting', 'queued', 'submitted', 'rendering', 'downloading'] as const),
  ...(['checking', 'saved', 'failed', 'cancelled'] as const),
];
const events: readonly ExportEvent[] = [
  ...(['ready', 'submit', 'accepted', 'rendered', 'downloaded', 'refetch', 'delivered'] as const),
  ...(['again', 'fail', 'cancel', 'retry', 'wait'] as const),
];

const legal: ReadonlyMap<string, ExportState> = new Map([
  ['waiting ready', 'queued'],
  ['waiting fail', 'failed'],
  ['waiting cancel', 'cancelled'],
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
  ['checking refetch', 'downloading'],
  ['checking delivered', 'saved'],
  ['checking fail', 'failed'],
  ['failed retry', 'queued'],
  ['cancelled retry', 'queued'],
  ['failed wait', 'waiting'],
  ['cancelled wait', 'waiting'],
]);

const pairs = states.flatMap((state) => events.map((event) => ({ state, event })));

describe('an export', () => {
  it.each(pairs)('in $state on $event goes where it may, or nowhere', ({ state, event }) => {
    expect(nextExportState(state, event)).toBe(legal.get(`${state} ${event}`) ?? null);
  });

  it.each(states)('is over in %s only if nothing but the user leads out of it', (state) => {
    const byItself = events.filter((event) => event !== 'retry' && event !== 'wait');
    expect(isExportOver(state)).toBe(byItself.every((event) => nextExportState(state, event) === null));
  });

  it('that was saved stays saved', () => {
    expect(events.filter((event) => nextExportState('saved', event) !== null)).toEqual([]);
  });
});
