import { describe, expect, it } from 'vitest';
import {
  type BatchEvent,
  type BatchItemEvent,
  type BatchItemState,
  type BatchState,
  canRetry,
  countItems,
  isItemOver,
  isItemRunning,
  itemsToExport,
  nextBatchState,
  nextItemState,
  stopsAll,
} from '../../../../src/shared/domain/batch.ts';

const states: readonly BatchItemState[] = [
  'waiting',
  'uploading',
  'asking',
  'exporting',
  'needs-you',
  'done',
  'failed',
  'stopped',
];
const events: readonly BatchItemEvent[] = [
  'upload',
  'ask',
  'answered',
  'export',
  'deliver',
  'saved',
  'doubt',
  'fail',
  'stop',
  'retry',
];

describe('an item of a batch', () => {
  it('goes from file to message to export', () => {
    expect(nextItemState('waiting', 'upload')).toBe('uploading');
    expect(nextItemState('uploading', 'ask')).toBe('asking');
    expect(nextItemState('asking', 'export')).toBe('exporting');
    expect(nextItemState('asking', 'answered')).toBe('done');
    expect(nextItemState('exporting', 'saved')).toBe('done');
  });

  it('leaves an end only by the hand of the user', () => {
    const left = states
      .filter(isItemOver)
      .flatMap((state) => events.flatMap((event) => (nextItemState(state, event) ? [`${state} ${event}`] : [])));
    expect(left).toEqual(['needs-you answered', 'needs-you export', 'done deliver', 'failed retry', 'stopped retry']);
    expect(states.filter((state) => canRetry({ state }))).toEqual(['failed', 'stopped']);
  });

  it('either waits, runs or is over', () => {
    const running = states.filter(isItemRunning);
    expect(running).toEqual(['uploading', 'asking', 'exporting']);
    expect(states.filter((state) => !isItemOver(state) && !running.includes(state))).toEqual(['waiting']);
    for (const state of running) {
      expect(nextItemState(state, 'fail')).toBe('failed');
      expect(nextItemState(state, 'stop')).toBe('stopped');
    }
  });

  it('is counted by its state', () => {
    const counts = countItems([{ state: 'done' }, { state: 'done' }, { state: 'needs-you' }]);
    expect(counts).toMatchObject({ done: 2, 'needs-you': 1, failed: 0 });
    expect(Object.keys(counts).sort()).toEqual([...states].sort());
  });
});

describe('what is left to export', () => {
  const item = (id: string, state: BatchItemState, projectId: string | null, exportId: string | null = null) => ({
    id,
    state,
    projectId,
    exportId,
  });
  const left = (items: Parameters<typeof itemsToExport<ReturnType<typeof item>>>[0]) =>
    itemsToExport(items, (id) => id !== 'gone').map(({ id }) => id);

  it('is what is finished and was not exported, as long as its project is there', () => {
    expect(
      left([
        item('done', 'done', 'p1'),
        item('saved', 'done', 'p2', 'e2'),
        item('looked at', 'needs-you', 'p3'),
        item('deleted', 'done', 'gone'),
        item('waiting', 'waiting', null),
        item('failed', 'failed', 'p4', 'e4'),
        item('too', 'done', 'p5'),
      ]),
    ).toEqual(['done', 'too']);
  });

  it('is the last one where all are in one project', () => {
    const [first, second, third] = [item('1', 'done', 'p'), item('2', 'done', 'p'), item('3', 'failed', 'p')];
    expect(left([first, second, third])).toEqual(['2']);
    expect(left([first, { ...second, exportId: 'e' }, third])).toEqual([]);
    expect(left([first, second, { ...third, exportId: 'e' }])).toEqual([]);
  });
});

describe('a batch', () => {
  it('refuses what is illegal', () => {
    const all: readonly BatchState[] = ['running', 'paused', 'stopped', 'done'];
    const every: readonly BatchEvent[] = ['pause', 'resume', 'stop', 'finish', 'reopen'];
    const legal = all.flatMap((state) =>
      every.flatMap((event) => (nextBatchState(state, event) ? [`${state} ${event}`] : [])),
    );
    expect(legal).toEqual([
      'running pause',
      'running stop',
      'running finish',
      'paused resume',
      'paused stop',
      'paused finish',
      'paused reopen',
      'stopped reopen',
      'done reopen',
    ]);
  });

  it('pauses for what would stop every item, not for what is wrong with one', () => {
    for (const code of [
      'no-credits',
      'export-blocked',
      'over-ceiling',
      'token-refused',
      'token-spent',
      'offline',
    ] as const)
      expect(stopsAll({ code }), code).toBe(true);
    for (const code of ['upload-failed', 'unsupported-file', 'agent-failed', 'render-failed', 'interrupted'] as const)
      expect(stopsAll({ code }), code).toBe(false);
  });
});
