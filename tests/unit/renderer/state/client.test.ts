import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportJob, project, snapshot, turn, upload, view } from './fixtures.ts';
import { opening, openWindow, type Request } from './open-window.ts';

beforeEach(() => {
  vi.resetModules();
});

describe('start', () => {
  it('listens before it subscribes, and opens the project of the snapshot', async () => {
    const { requests, startClient, state } = await openWindow(opening);
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    expect(requests.map(([name]) => name)).toEqual(['on', 'app.subscribe', 'project.open']);
  });

  it('applies events that come before the snapshot after it', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const pending = new Promise((resolve) => {
      answer = resolve;
    });
    const { startClient, state, emit } = await openWindow({ ...opening, 'app.subscribe': () => pending });
    startClient(() => undefined);
    emit({ type: 'export', job: exportJob({ state: 'saved' }) });
    answer({ ok: true, data: snapshot({ exports: [exportJob()] }) });
    await expect.poll(() => state().loaded).toBe(true);
    expect(state().exports).toEqual([exportJob({ state: 'saved' })]);
  });

  it('subscribes again after a reset', async () => {
    const { requests, startClient, state, emit } = await openWindow(opening);
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    emit({ type: 'reset' });
    await expect.poll(() => requests.filter(([name]) => name === 'project.open')).toHaveLength(2);
    expect(requests.filter(([name]) => name === 'app.subscribe')).toHaveLength(2);
  });

  it('fetches what a notification wants to be shown, and hands on what the menu wants to be done', async () => {
    const { requests, startClient, state, emit } = await openWindow(opening);
    const commands: string[] = [];
    startClient((command) => commands.push(command));
    await expect.poll(() => state().views['p1']).toBeDefined();
    emit({ type: 'show', projectId: 'p2', turnId: null, exportId: null });
    await expect.poll(() => state().views['p2']).toBeDefined();
    emit({ type: 'command', command: 'new' });
    expect(commands).toEqual(['new']);
    expect(requests).toContainEqual(['project.open', { projectId: 'p2' }]);
  });

  it('shows why a request failed', async () => {
    const { startClient, state } = await openWindow({
      'app.subscribe': () => ({ ok: false, error: { code: 'internal' } }),
    });
    startClient(() => undefined);
    await expect.poll(() => state().complaint).toEqual({ code: 'internal' });
  });
});

describe('sending', () => {
  const uploads = [upload(), upload({ id: 'u2', state: 'lost' })];
  const withUploads = { ...opening, 'project.open': () => ({ ok: true, data: view({ uploads, turns: [turn()] }) }) };

  it('empties the composer at once, takes all files along, and sends nothing twice', async () => {
    const { requests, startClient, state, actions } = await openWindow(withUploads);
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    actions.write('p1', '  Warmer  ');
    const sent = actions.send('p1');
    expect(state().composers['p1']?.unsent).toBe('');
    await Promise.all([sent, actions.send('p1')]);
    expect(requests.filter(([name]) => name === 'turn.send')).toEqual([
      ['turn.send', { projectId: 'p1', text: 'Warmer', uploadIds: ['u1', 'u2'] }],
    ]);
    expect(state().composers['p1']?.unsent).toBe('');
  });

  it('sends nothing while a file did not arrive, but without it where the user says so', async () => {
    const some = [upload(), upload({ id: 'u2', state: 'failed' })];
    const { requests, startClient, state, actions } = await openWindow({
      ...opening,
      'project.open': () => ({ ok: true, data: view({ uploads: some }) }),
    });
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    actions.write('p1', 'Warmer');
    await actions.send('p1');
    const sent = () => requests.filter(([name]) => name === 'turn.send');
    expect(sent()).toEqual([]);
    expect(state().composers['p1']?.unsent).toBe('Warmer');
    await actions.sendWithout('p1');
    expect(sent()).toEqual([['turn.send', { projectId: 'p1', text: 'Warmer', uploadIds: ['u1'] }]]);
  });

  it('gives a refused text back, before what was typed since', async () => {
    let refuse: (value: unknown) => void = () => undefined;
    const pending = new Promise((resolve) => {
      refuse = resolve;
    });
    const { startClient, state, actions } = await openWindow({ ...withUploads, 'turn.send': () => pending });
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    actions.write('p1', 'Warmer');
    const sent = actions.send('p1');
    actions.write('p1', 'And slower');
    refuse({ ok: false, error: { code: 'not-sent' } });
    await sent;
    expect(state().composers['p1']?.unsent).toBe('Warmer\nAnd slower');
    expect(state().composers['p1']?.failure).toEqual({ code: 'not-sent' });
    actions.forgiveSend('p1');
    expect(state().composers['p1']?.failure).toBeNull();
  });

  it('keeps a text that would pass the ceiling, and sends it when the user says so', async () => {
    const failure = { code: 'over-ceiling', params: { ceiling: 200, spent: 180 } };
    const { requests, startClient, state, actions } = await openWindow({
      ...opening,
      'turn.send': ({ anyway }: { readonly anyway?: boolean }) =>
        anyway === true ? { ok: true, data: null } : { ok: false, error: failure },
    });
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    actions.write('p1', 'Warmer');
    await actions.send('p1');
    expect(state().composers['p1']?.unsent).toBe('Warmer');
    expect(state().composers['p1']?.failure).toEqual(failure);
    await actions.send('p1', 'anyway');
    expect(requests).toContainEqual(['turn.send', { projectId: 'p1', text: 'Warmer', uploadIds: [], anyway: true }]);
    expect(state().composers['p1']?.unsent).toBe('');
    expect(state().composers['p1']?.failure).toBeNull();
  });

  it('says what a button stands for, beside what is in the composer', async () => {
    const { requests, startClient, state, actions } = await openWindow(withUploads);
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    actions.write('p1', 'Half a thought');
    await actions.sendDirectly('p1', 'show tracks');
    expect(requests).toContainEqual([
      'turn.send',
      { projectId: 'p1', text: 'show tracks', uploadIds: [], beside: true },
    ]);
    expect(state().target).toEqual({ projectId: 'p1', turnId: null });
    expect(state().composers['p1']?.unsent).toBe('Half a thought');
  });

  it('keeps a text that is too long for one message, and says so', async () => {
    const { requests, startClient, state, actions } = await openWindow(withUploads);
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    const novel = 'x'.repeat(20_001);
    actions.write('p1', novel);
    await actions.send('p1');
    expect(state().composers['p1']?.unsent).toBe(novel);
    expect(state().composers['p1']?.failure).toEqual({
      code: 'message-too-long',
      params: { length: 20_001, most: 20_000 },
    });
    expect(requests).toContainEqual(['project.unsent', { projectId: 'p1', text: novel }]);
    expect(requests.map(([name]) => name)).not.toContain('turn.send');
  });

  it('says when dropped files could not be taken', async () => {
    const { state, actions } = await openWindow(opening);
    await actions.addFiles('p1', [new File(['a'], 'a.mp4')]);
    expect(state().complaint).toEqual({ code: 'not-found' });
  });
});

describe('what was not sent', () => {
  const kept = (requests: readonly Request[]) =>
    requests.filter(([name]) => name === 'project.unsent').map(([, input]) => input);

  it('is kept with each key', async () => {
    const { requests, actions } = await openWindow(opening);
    actions.write('p1', 'H');
    actions.write('p1', 'Ha');
    actions.write('p2', 'Other');
    expect(kept(requests)).toEqual([
      { projectId: 'p1', text: 'H' },
      { projectId: 'p1', text: 'Ha' },
      { projectId: 'p2', text: 'Other' },
    ]);
  });

  it('is kept until main has taken the message', async () => {
    const { requests, startClient, state, actions } = await openWindow(opening);
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    actions.write('p1', 'Warmer');
    await actions.send('p1');
    const names = requests.map(([name]) => name);
    expect(names.indexOf('turn.send')).toBeLessThan(names.lastIndexOf('project.unsent'));
    expect(kept(requests).map((input) => (input as { readonly text: string }).text)).toEqual(['Warmer', '']);
  });
});

describe('projects', () => {
  const projects = [project(), project({ id: 'p2', name: 'Other' })];
  const two = { ...opening, 'app.subscribe': () => ({ ok: true, data: snapshot({ projects }) }) };

  it('can come back for ten seconds after they were deleted', async () => {
    const { requests, startClient, state, actions, emit } = await openWindow(two);
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    vi.useFakeTimers();
    await actions.deleteProject(project());
    emit({ type: 'project-removed', projectId: 'p1' });
    expect(state().openProjectId).toBe('p2');
    expect(state().projectList.undos).toEqual([{ projectId: 'p1', name: 'Neon city' }]);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(state().projectList.undos).toHaveLength(1);
    await actions.restoreProject('p1');
    expect(state()).toMatchObject({ projectList: { undos: [] }, openProjectId: 'p1' });
    expect(requests).toContainEqual(['project.restore', { projectId: 'p1' }]);
    await actions.deleteProject(project({ id: 'p2' }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state().projectList.undos).toEqual([]);
    vi.useRealTimers();
  });

  it('take a name that was changed, and no empty one', async () => {
    const { requests, state, actions } = await openWindow(two);
    actions.startRenaming('p1');
    for (const name of ['  ', 'Neon city', ' Harbour ']) actions.rename(project(), name);
    expect(state().projectList.renamingId).toBeNull();
    expect(requests).toEqual([['project.rename', { projectId: 'p1', name: 'Harbour' }]]);
  });

  it('are opened where a search found its words', async () => {
    const answers = {
      ...two,
      'project.open': ({ projectId }: { readonly projectId: string }) => ({
        ok: true,
        data: view({ projectId, turns: [turn({ id: 'late', projectId })], hasEarlier: true }),
      }),
      'project.earlier': () => ({
        ok: true,
        data: { turns: [turn({ id: 'hit', projectId: 'p2' })], hasEarlier: true, attached: [] },
      }),
    };
    const { requests, startClient, state, actions } = await openWindow(answers);
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    await actions.openHit({ projectId: 'p2', turnId: 'hit' });
    expect(requests).toContainEqual(['project.earlier', { projectId: 'p2', before: 'late', upTo: 'hit' }]);
    expect(state().openProjectId).toBe('p2');
    expect(state().target).toEqual({ projectId: 'p2', turnId: 'hit' });
    expect(state().views['p2']?.turns.map(({ id }) => id)).toEqual(['hit', 'late']);
  });

  it('ask for one page of earlier turns at a time, and for none where there is none', async () => {
    const { requests, startClient, state, actions } = await openWindow({
      ...two,
      'project.open': () => ({ ok: true, data: view({ turns: [turn()], hasEarlier: true }) }),
      'project.earlier': () => ({ ok: true, data: { turns: [turn({ id: 't0' })], hasEarlier: false, attached: [] } }),
    });
    startClient(() => undefined);
    await expect.poll(() => state().views['p1']).toBeDefined();
    await Promise.all([actions.loadEarlier('p1'), actions.loadEarlier('p1')]);
    await actions.loadEarlier('p1');
    expect(requests.filter(([name]) => name === 'project.earlier')).toEqual([
      ['project.earlier', { projectId: 'p1', before: 't1' }],
    ]);
  });
});
