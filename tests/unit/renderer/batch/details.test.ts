import { describe, expect, it } from 'vitest';
import {
  batchAnnouncement,
  batchStateText,
  countsText,
  exportAllOff,
  itemText,
  likelyBatchCost,
  overOf,
  spanText,
  templateDetails,
} from '../../../../src/renderer/batch/details.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import type { Batch } from '../../../../src/shared/domain/batch.ts';
import { batchItem, exportJob } from '../state/fixtures.ts';

const t = inLocale('en');
const still = { sent: undefined, job: undefined, tookMs: 0 };

function batch(change: Partial<Batch> = {}): Batch {
  return {
    id: 'b1',
    state: 'running',
    pause: null,
    mode: 'each',
    template: '{name}',
    exports: null,
    createdAt: 0,
    endedAt: null,
    items: [],
    ...change,
  };
}

describe('what is said of an instruction', () => {
  it('shows the first three messages, and what means nothing', () => {
    const template = 'Trim {name} {n} {x}';
    const files = ['a.mp4', 'b.mp4', 'c.mp4', 'd.mp4'].map((name) => ({ name, instruction: template }));
    expect(templateDetails(template, files)).toEqual({
      previews: ['Trim a 1 {x}', 'Trim b 2 {x}', 'Trim c 3 {x}'],
      unknown: ['{x}'],
    });
    expect(templateDetails('  ', [{ name: 'a.mp4', instruction: '  ' }])).toEqual({ previews: [], unknown: [] });
  });

  it('shows a file with an instruction of its own as it will be sent', () => {
    const files = [
      { name: 'a.mp4', instruction: '' },
      { name: 'b.mp4', instruction: 'Slow {name} down, {n} {y}' },
    ];
    expect(templateDetails('', files)).toEqual({ previews: ['Slow b down, 2 {y}'], unknown: ['{y}'] });
  });
});

describe('what is said of a batch', () => {
  it('says where it stands, and why it waits', () => {
    expect(batchStateText(t, batch())).toBe('Running');
    expect(batchStateText(t, batch({ state: 'paused', pause: { by: 'user' } }))).toBe('Paused');
    expect(batchStateText(t, batch({ state: 'paused', pause: { by: 'item' } }))).toMatch(
      /^Paused: an answer needs you/,
    );
    const wall = { by: 'failure', failure: { code: 'no-credits' } } as const;
    expect(batchStateText(t, batch({ state: 'paused', pause: wall }))).toMatch(/^Paused: Not enough credits for this/);
    expect(batchStateText(t, batch({ state: 'stopped', items: [batchItem({ state: 'asking' })] }))).toBe('Stopping…');
    expect(batchStateText(t, batch({ state: 'stopped', items: [batchItem({ state: 'stopped' })] }))).toBe('Stopped');
  });

  it('counts what is over, and names what there is', () => {
    const items = (['done', 'asking', 'uploading', 'waiting', 'needs-you', 'failed'] as const).map((state) =>
      batchItem({ state }),
    );
    expect(overOf({ items })).toEqual({ over: 3, count: 6 });
    expect(countsText(t, items)).toBe('1 done · 2 running · 1 waiting · 1 to look at · 1 failed');
  });

  it('says what an item is doing or what came of it', () => {
    expect(itemText(t, batchItem({ state: 'uploading' }), { ...still, sent: 0.504 })).toBe('Uploading 50%');
    expect(itemText(t, batchItem({ state: 'done' }), still)).toBe('Done');
    expect(itemText(t, batchItem({ state: 'done', exportId: 'e' }), still)).toBe('Saved');
    const job = exportJob({ state: 'checking' });
    expect(itemText(t, batchItem({ state: 'exporting', exportId: job.id }), { ...still, job })).toBe('Checking');
    expect(itemText(t, batchItem({ state: 'needs-you', doubt: 'question' }), still)).toMatch(/has a question/);
    expect(itemText(t, batchItem({ state: 'needs-you', doubt: 'unchanged' }), still)).toMatch(/did not change/);
    const lost = batchItem({ state: 'failed', failure: { code: 'interrupted' }, doubt: 'uncertain' });
    expect(itemText(t, lost, still)).toMatch(/may have been charged/);
  });

  it('announces beginnings, pauses and ends, not each item', () => {
    const running = [batch()];
    expect(batchAnnouncement(t, [], running)).toBe('The batch has started.');
    expect(batchAnnouncement(t, running, [batch({ items: [batchItem()] })])).toBeNull();
    expect(batchAnnouncement(t, running, [batch({ state: 'paused' })])).toBe('The batch is paused.');
    expect(batchAnnouncement(t, [batch({ state: 'paused' })], running)).toBeNull();
    expect(batchAnnouncement(t, running, [batch({ state: 'done' })])).toBe('The batch is done.');
    expect(batchAnnouncement(t, running, [])).toBeNull();
  });
});

it.each([
  ['Trim each clip to 3 seconds', '15'],
  ['Generate a new video in the style of this one', '240'],
  ['Something nice', '15–240'],
  ['', '15–240'],
])('a batch of five with %j will likely cost %s', (template, cost) => {
  const { least, most } = likelyBatchCost(Array<string>(5).fill(template), { generate: 48, edit: 3 });
  expect(spanText(least, most)).toBe(cost);
});

it('counts a file with an instruction of its own by that', () => {
  const instructions = ['Trim it to 3 seconds', 'Trim it to 3 seconds', 'Generate a new video like this'];
  expect(likelyBatchCost(instructions, { generate: 48, edit: 3 })).toEqual({ least: 54, most: 54 });
});

it.each([
  ['while it is paused', batch({ state: 'paused' }), 'The batch is paused. Continue or stop it first.'],
  ['while it stops', batch({ state: 'stopped', items: [batchItem({ state: 'asking' })] }), 'Stopping…'],
  ['before anything is finished', batch(), 'No video is finished yet.'],
  [
    'when all is exported',
    batch({ items: [batchItem({ state: 'done', projectId: 'p', exportId: 'e' })] }),
    'Every finished video has been exported or is on its way.',
  ],
  ['never when there is something to export', batch({ items: [batchItem({ state: 'done', projectId: 'p' })] }), null],
])('says why nothing can be exported %s', (_when, shown, reason) => {
  expect(exportAllOff(t, shown, () => true)).toBe(reason);
});
