import { expect, it } from 'vitest';
import type { ExportState } from '../../../../src/shared/domain/export-job.ts';
import type { Timeline } from '../../../../src/shared/domain/timeline.ts';
import type { Turn } from '../../../../src/shared/domain/turn.ts';
import { tourPlace } from '../../../../src/renderer/chat/tour.tsx';

const timeline = { tracks: [{}] } as unknown as Timeline;
const turn = (state: Turn['state'], route: Turn['route'] = 'agent') =>
  ({ state, route, endedAt: state === 'done' || state === 'failed' ? 1 : null }) as Turn;
const exported = (state: ExportState) => [{ state }];

it('leads from the first clip over edits to the file, whatever was said', () => {
  expect(tourPlace({ timeline: null, turns: [] }, [])).toEqual({ step: 'describe', busy: false });
  expect(tourPlace({ timeline: null, turns: [turn('streaming')] }, [])).toEqual({ step: 'describe', busy: true });
  // A question, or an answer that made nothing, is no clip.
  expect(tourPlace({ timeline: null, turns: [turn('done')] }, [])).toEqual({ step: 'describe', busy: false });
  expect(tourPlace({ timeline, turns: [turn('done')] }, [])).toEqual({ step: 'edit', busy: false });
  expect(tourPlace({ timeline, turns: [turn('done'), turn('failed')] }, [])).toEqual({ step: 'edit', busy: false });
  const two = [turn('done'), turn('done')];
  expect(tourPlace({ timeline, turns: two }, [])).toEqual({ step: 'finish', busy: false });
  expect(tourPlace({ timeline, turns: [...two, turn('done', 'credits')] }, [])).toMatchObject({ step: 'finish' });
  const many = [...two, ...two];
  expect(tourPlace({ timeline, turns: many }, [])).toEqual({ step: 'export', busy: false });
  expect(tourPlace({ timeline, turns: many }, exported('rendering'))).toEqual({ step: 'export', busy: true });
  expect(tourPlace({ timeline, turns: many }, exported('failed'))).toEqual({ step: 'export', busy: false });
  expect(tourPlace({ timeline, turns: many }, exported('saved'))).toBe('saved');
});
