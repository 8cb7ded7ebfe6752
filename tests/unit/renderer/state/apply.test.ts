import { describe, expect, it } from 'vitest';
import { apply, applySnapshot, applyView } from '../../../../src/renderer/state/apply.ts';
import { withComposer } from '../../../../src/renderer/state/apply-project.ts';
import { initialState, type WindowState } from '../../../../src/renderer/state/model.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { defaultPreferences } from '../../../../src/shared/domain/app-state.ts';
import { exportJob, project, snapshot, turn, upload, view } from './fixtures.ts';

const opened = (changes: Parameters<typeof view>[0] = {}): WindowState =>
  applyView(applySnapshot(initialState, snapshot()), view(changes));

const after = (state: WindowState, ...events: readonly AppEvent[]): WindowState => events.reduce(apply, state);

describe('preferences', () => {
  it('come from main, but for the layout that the user changes meanwhile', () => {
    const layout = { ...defaultPreferences.layout, chat: 456 };
    const before = { ...opened(), preferences: { ...defaultPreferences, layout } };
    const told = { ...defaultPreferences, sound: true };
    const state = after(before, { type: 'preferences', preferences: told, locale: 'zh' });
    expect([state.preferences, state.locale]).toEqual([{ ...told, layout }, 'zh']);
  });
});

describe('snapshot', () => {
  it('brings the state, newest project first', () => {
    const projects = [project({ id: 'old', updatedAt: 1 }), project({ id: 'new', updatedAt: 2 })];
    const state = applySnapshot(initialState, snapshot({ projects }));
    expect(state.loaded).toBe(true);
    expect(state.projects.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('drops the views of another cloud and keeps what was not sent', () => {
    const before = withComposer(opened({ turns: [turn()] }), 'p1', () => ({ unsent: 'half a thought' }));
    const state = applySnapshot(before, snapshot());
    expect(state.views).toEqual({});
    expect(state.pulses).toEqual({});
    expect(state.composers['p1']?.unsent).toBe('half a thought');
  });
});

describe('app-wide events', () => {
  it('takes over whole values', () => {
    const state = after(
      opened(),
      { type: 'connection', connection: { state: 'offline', reason: 'timed-out' }, rehearsal: true },
      { type: 'credits', credits: { available: 52, frozen: 28, total: 100 } },
      { type: 'rate-limit', until: 5000 },
      {
        type: 'preferences',
        preferences: { ...defaultPreferences, language: 'zh', theme: 'dark', dailyCeiling: 200 },
        locale: 'zh',
      },
      { type: 'token-keeping', tokenKeeping: 'until-quit' },
    );
    expect(state).toMatchObject({
      connection: { state: 'offline', reason: 'timed-out' },
      rehearsal: true,
      credits: { available: 52, frozen: 28, total: 100 },
      rateLimitedUntil: 5000,
      preferences: { language: 'zh', theme: 'dark', dailyCeiling: 200 },
      locale: 'zh',
      tokenKeeping: 'until-quit',
    });
  });

  it('leaves a reset to the client', () => {
    const state = opened();
    expect(apply(state, { type: 'reset' })).toBe(state);
  });

  it('shows the project and the export of a notification', () => {
    const shown = apply(opened(), { type: 'show', projectId: 'p2', turnId: null, exportId: 'x1' });
    expect(shown).toMatchObject({ openProjectId: 'p2', exportList: { shownId: 'x1' }, popover: 'exports' });
    const plain = apply(shown, { type: 'show', projectId: 'p1', turnId: null, exportId: null });
    expect(plain).toMatchObject({ openProjectId: 'p1', exportList: { shownId: null }, popover: null });
  });

  it('adds, replaces and orders projects', () => {
    const state = after(
      opened(),
      { type: 'project', project: project({ id: 'p2', updatedAt: 2000 }) },
      { type: 'project', project: project({ name: 'Renamed', updatedAt: 3000 }) },
    );
    expect(state.projects.map(({ id, name }) => [id, name])).toEqual([
      ['p1', 'Renamed'],
      ['p2', 'Neon city'],
    ]);
  });

  it('adds and replaces exports by id', () => {
    const state = after(
      opened(),
      { type: 'export', job: exportJob() },
      { type: 'export', job: exportJob({ id: 'x2' }) },
      { type: 'export', job: exportJob({ state: 'saved' }) },
    );
    expect(state.exports.map(({ id, state: phase }) => [id, phase])).toEqual([
      ['x1', 'saved'],
      ['x2', 'rendering'],
    ]);
  });
});

describe('turns', () => {
  it('leaves a turn before the first one out until its page is asked for, lest it hide those between', () => {
    const state = opened({ turns: [turn({ id: 'first', startedAt: 9 })], hasEarlier: true });
    const old = turn({ id: 'old', startedAt: 2, state: 'done' });
    expect(after(state, { type: 'turn', turn: old }).views['p1']?.turns.map(({ id }) => id)).toEqual(['first']);
    const whole = opened({ turns: [turn({ id: 'first', startedAt: 9 })], hasEarlier: false });
    expect(after(whole, { type: 'turn', turn: old }).views['p1']?.turns.map(({ id }) => id)).toEqual(['old', 'first']);
  });

  it('stand in the order in which they began', () => {
    const state = after(
      opened({ turns: [turn({ id: 'late', startedAt: 9 })] }),
      { type: 'turn', turn: turn({ id: 'early', startedAt: 3 }) },
      { type: 'turn', turn: turn({ id: 'late', startedAt: 9, state: 'done' }) },
    );
    expect(state.views['p1']?.turns.map(({ id, state: phase }) => [id, phase])).toEqual([
      ['early', 'streaming'],
      ['late', 'done'],
    ]);
  });

  const patch = { type: 'turn-text', projectId: 'p1', turnId: 't1', part: 0, at: 0, delta: 'Hello' } as const;
  const texts = (state: WindowState) => state.views['p1']?.turns.map(({ parts }) => parts);

  it('grow by the text of the patches', () => {
    const parts = [{ kind: 'summary', line: 'Timeline' } as const, { kind: 'text', text: 'Your ' } as const];
    const state = after(
      opened({ turns: [turn({ parts })] }),
      { ...patch, part: 1, at: 5, delta: 'clip ' },
      { ...patch, part: 1, at: 10, delta: 'is in' },
    );
    expect(texts(state)).toEqual([[parts[0], { kind: 'text', text: 'Your clip is in' }]]);
  });

  it('take a patch that begins a part', () => {
    expect(texts(after(opened({ turns: [turn()] }), patch))).toEqual([[{ kind: 'text', text: 'Hello' }]]);
  });

  it('are not changed by a patch that comes twice, or after the text that holds it', () => {
    const state = after(opened({ turns: [turn()] }), patch, { ...patch, at: 5, delta: ' there' });
    expect(after(state, patch, { ...patch, at: 5, delta: ' there' })).toEqual(state);
  });

  it('take what is new of a patch that overlaps', () => {
    const state = after(opened({ turns: [turn()] }), patch, { ...patch, at: 3, delta: 'lo there' });
    expect(texts(state)).toEqual([[{ kind: 'text', text: 'Hello there' }]]);
  });

  it('are not changed by a patch for a part that is no text', () => {
    const parts = [{ kind: 'summary', line: 'Timeline' } as const];
    expect(texts(after(opened({ turns: [turn({ parts })] }), patch))).toEqual([parts]);
  });

  it('leave other turns the same objects, so that they are not drawn again', () => {
    const other = turn({ id: 'other' });
    const state = after(opened({ turns: [other, turn({ startedAt: 2000 })] }), patch);
    expect(state.views['p1']?.turns[0]).toBe(other);
  });

  it('of a project that was never opened change only its pulse', () => {
    const state = after(opened(), { type: 'turn', turn: turn({ projectId: 'p9', activity: 'music' }) });
    expect(state.views['p9']).toBeUndefined();
    expect(state.pulses['p9']).toEqual({
      turnId: 't1',
      working: true,
      activity: 'music',
      troubled: false,
      asks: false,
    });
  });
});

describe('pulse', () => {
  it('follows the running turn, not those that wait behind it', () => {
    const state = after(opened({ turns: [turn({ activity: 'editing' })] }), {
      type: 'turn',
      turn: turn({ id: 't2', state: 'queued' }),
    });
    expect(state.pulses['p1']).toMatchObject({ turnId: 't1', working: true, activity: 'editing' });
  });

  it.each([
    ['done', false],
    ['failed', true],
    ['unknown', true],
  ] as const)('ends with a turn that is %s', (phase, troubled) => {
    const state = after(opened({ turns: [turn()] }), { type: 'turn', turn: turn({ state: phase }) });
    expect(state.pulses['p1']).toMatchObject({ working: false, troubled });
  });

  it('passes to the next turn', () => {
    const state = after(
      opened({ turns: [turn()] }),
      { type: 'turn', turn: turn({ state: 'done' }) },
      { type: 'turn', turn: turn({ id: 't2', state: 'sending' }) },
    );
    expect(state.pulses['p1']).toMatchObject({ turnId: 't2', working: true });
  });
});

describe('stage and files', () => {
  const timeline = { version: 2, durationMs: 10_000, tracks: [], summary: 'Timeline (0 tracks):' };
  const preview = { mediaId: 'm9', name: 'clip' };

  it('takes over the timeline and the preview', () => {
    const state = after(opened(), { type: 'timeline', projectId: 'p1', timeline, preview });
    expect(state.views['p1']).toMatchObject({ timeline, preview });
  });

  it('keeps an upload in the composer until it goes along with a turn', () => {
    const growing = after(
      opened(),
      { type: 'upload', upload: upload() },
      { type: 'upload', upload: upload({ sent: 900 }) },
    );
    expect(growing.views['p1']?.uploads).toEqual([upload({ sent: 900 })]);
    const sent = after(growing, { type: 'upload', upload: upload({ turnId: 't1' }) });
    expect(sent.views['p1']?.uploads).toEqual([]);
  });

  it('removes an upload', () => {
    const state = after(opened({ uploads: [upload(), upload({ id: 'u2' })] }), {
      type: 'upload-removed',
      projectId: 'p1',
      uploadId: 'u1',
    });
    expect(state.views['p1']?.uploads.map(({ id }) => id)).toEqual(['u2']);
  });

  it('tells refused files apart, even of one name', () => {
    const refused = {
      type: 'upload-refused',
      projectId: 'p1',
      name: 'notes.docx',
      failure: { code: 'unsupported-file' },
    } as const;
    const state = after(opened(), refused, refused);
    expect(state.composers['p1']?.refusals.map(({ id, name }) => [id, name])).toEqual([
      [1, 'notes.docx'],
      [2, 'notes.docx'],
    ]);
  });
});
