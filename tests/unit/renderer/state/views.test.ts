import { describe, expect, it } from 'vitest';
import {
  apply,
  applySnapshot,
  applyView,
  withOpenProject,
  nextProject,
  withEarlier,
} from '../../../../src/renderer/state/apply.ts';
import { withComposer } from '../../../../src/renderer/state/apply-project.ts';
import { initialState, type WindowState } from '../../../../src/renderer/state/model.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { project, snapshot, turn, upload, view } from './fixtures.ts';

const opened = (changes: Parameters<typeof view>[0] = {}): WindowState =>
  applyView(applySnapshot(initialState, snapshot()), view(changes));

const after = (state: WindowState, ...events: readonly AppEvent[]): WindowState => events.reduce(apply, state);

describe('views', () => {
  it('bring what was typed before the window was there, and never over what is typed now', () => {
    const fresh = applyView(applySnapshot(initialState, snapshot()), view({ unsent: 'kept' }));
    expect(fresh.composers['p1']?.unsent).toBe('kept');
    const typed = applyView(
      withComposer(fresh, 'p1', () => ({ unsent: '' })),
      view({ unsent: 'kept' }),
    );
    expect(typed.composers['p1']?.unsent).toBe('');
  });

  it('keep only their newest turns while another project is on screen', () => {
    const turns = Array.from({ length: 80 }, (_, index) => turn({ id: `t${index}`, startedAt: index, state: 'done' }));
    const state = withOpenProject(opened({ turns }), 'p2');
    expect(state.openProjectId).toBe('p2');
    expect(state.views['p1']?.turns).toHaveLength(50);
    expect(state.views['p1']?.hasEarlier).toBe(true);
  });

  it('take a page of earlier turns, unless it is for another beginning', () => {
    const state = opened({ turns: [turn({ id: 'b' })], hasEarlier: true });
    const page = { turns: [turn({ id: 'a' })], hasEarlier: false, attached: [upload({ turnId: 'a' })] };
    expect(withEarlier(state, 'p1', 'b', page).views['p1']).toMatchObject({
      turns: [{ id: 'a' }, { id: 'b' }],
      hasEarlier: false,
      attached: [{ turnId: 'a' }],
    });
    expect(withEarlier(state, 'p1', 'other', page)).toBe(state);
    expect(withEarlier(state, 'gone', 'b', page)).toBe(state);
  });
});

describe('a project that is removed', () => {
  const projects = [
    project(),
    project({ id: 'p2', updatedAt: 3 }),
    project({ id: 'p3', updatedAt: 2, archived: true }),
  ];
  const state = applyView(applySnapshot(initialState, snapshot({ projects })), view({ turns: [turn()] }));

  it('leaves the lists, and keeps what was not sent for its return', () => {
    const after = apply(
      withComposer(state, 'p1', () => ({ unsent: 'half' })),
      { type: 'project-removed', projectId: 'p1' },
    );
    expect(after.projects.map(({ id }) => id)).toEqual(['p2', 'p3']);
    expect(after.views).toEqual({});
    expect(after.pulses).toEqual({});
    expect(after.composers['p1']?.unsent).toBe('half');
  });

  it('is followed by the first that is not put away', () => {
    expect(nextProject(projects, 'p1')?.id).toBe('p2');
    expect(nextProject([project(), project({ id: 'p3', archived: true })], 'p1')).toBeNull();
  });
});

it('shows pinned projects first, then by last activity', () => {
  const projects = [
    project({ id: 'old', updatedAt: 1, pinned: true }),
    project({ id: 'new', updatedAt: 3 }),
    project({ id: 'newer', updatedAt: 4 }),
  ];
  const state = applySnapshot(initialState, snapshot({ projects }));
  expect(state.projects.map(({ id }) => id)).toEqual(['old', 'newer', 'new']);
});

describe('the queue', () => {
  const waiting = ['q1', 'q2'].map((id) => turn({ id, state: 'queued', startedAt: 9 }));

  it('takes its order, loses what is taken out, and pauses', () => {
    const state = after(
      opened({ turns: waiting }),
      { type: 'turn-order', projectId: 'p1', queued: ['q2', 'q1'] },
      { type: 'queue', projectId: 'p1', queue: { paused: true } },
      { type: 'likely-cost', likelyCost: { generate: 80, edit: 12 } },
    );
    expect(state.views['p1']).toMatchObject({
      turns: [{ id: 'q2' }, { id: 'q1' }],
      queue: { paused: true },
      likelyCost: { generate: 80, edit: 12 },
    });
    const less = apply(state, { type: 'turn-removed', projectId: 'p1', turnId: 'q2' });
    expect(less.views['p1']?.turns.map(({ id }) => id)).toEqual(['q1']);
  });
});

describe('work that a snapshot tells of', () => {
  const state = applySnapshot(initialState, snapshot({ working: ['p1'] }));

  it('shows at once, and gives way to what is heard of the turn', () => {
    expect(state.pulses['p1']?.working).toBe(true);
    const heard = apply(state, { type: 'turn', turn: turn({ state: 'done' }) });
    expect(heard.pulses['p1']).toMatchObject({ turnId: 't1', working: false });
  });
});
