import { expect, it } from 'vitest';
import type { ExportState } from '../../../../src/shared/domain/export-job.ts';
import type { Timeline } from '../../../../src/shared/domain/timeline.ts';
import type { Turn } from '../../../../src/shared/domain/turn.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import { tourMessage, tourPlace } from '../../../../src/renderer/chat/tour.tsx';

const timeline = { tracks: [{}] } as unknown as Timeline;
const turn = (state: Turn['state'], route: Turn['route'] = 'agent') =>
  ({ state, route, endedAt: state === 'done' || state === 'failed' ? 1 : null }) as Turn;
const exported = (state: ExportState) => [{ state }];

it('leads from the first clip over edits to the file, whatever was said', () => {
  expect(tourPlace({ timeline: null, turns: [] }, [])).toEqual({ step: 'describe', busy: null });
  expect(tourPlace({ timeline: null, turns: [turn('streaming')] }, [])).toEqual({ step: 'describe', busy: 'answer' });
  // A question, or an answer that made nothing, is no clip.
  expect(tourPlace({ timeline: null, turns: [turn('done')] }, [])).toEqual({ step: 'describe', busy: null });
  expect(tourPlace({ timeline, turns: [turn('done')] }, [])).toEqual({ step: 'edit', busy: null });
  expect(tourPlace({ timeline, turns: [turn('done'), turn('failed')] }, [])).toEqual({ step: 'edit', busy: null });
  const two = [turn('done'), turn('done')];
  expect(tourPlace({ timeline, turns: two }, [])).toEqual({ step: 'finish', busy: null });
  expect(tourPlace({ timeline, turns: [...two, turn('done', 'credits')] }, [])).toMatchObject({ step: 'finish' });
  const many = [...two, ...two];
  expect(tourPlace({ timeline, turns: many }, [])).toEqual({ step: 'export', busy: null });
  expect(tourPlace({ timeline, turns: many }, exported('rendering'))).toEqual({ step: 'export', busy: 'export' });
  // While an answer comes, nothing is being saved.
  expect(tourPlace({ timeline, turns: [...many, turn('streaming')] }, [])).toEqual({ step: 'export', busy: 'answer' });
  expect(tourPlace({ timeline, turns: many }, exported('failed'))).toEqual({ step: 'export', busy: null });
  expect(tourPlace({ timeline, turns: many }, exported('saved'))).toBe('saved');
});

it('suggests a trim that changes the video there is', () => {
  const t = inLocale('en');
  expect(tourMessage(t, 'edit', 8000)).toBe('Trim it to 6 seconds');
  expect(tourMessage(t, 'edit', 6000)).toBe('Trim it to 4 seconds');
});
