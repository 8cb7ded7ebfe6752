import { beforeEach, describe, expect, it, vi } from 'vitest';
import { turn, view } from './fixtures.ts';
import { opening, openWindow } from './open-window.ts';

beforeEach(() => {
  vi.resetModules();
});

describe('before a project is open', () => {
  it('gives what was typed before to the project that opens, below what was kept of it', async () => {
    const { requests, startClient, state, actions } = await openWindow({
      ...opening,
      'project.open': () => ({ ok: true, data: view({ unsent: 'Yesterday' }) }),
    });
    actions.write('', 'Today');
    startClient(() => undefined);
    await vi.waitFor(() => expect(state().loaded).toBe(true));
    expect(state().composers).toMatchObject({ p1: { unsent: 'Yesterday\nToday' } });
    expect(state().composers['']).toBeUndefined();
    expect(requests.at(-1)).toEqual(['project.unsent', { projectId: 'p1', text: 'Yesterday\nToday' }]);
  });

  it('sends what was sent before any project was open, once, and keeps what was kept', async () => {
    const { requests, startClient, state, actions } = await openWindow({
      ...opening,
      'project.open': () => ({ ok: true, data: view({ unsent: 'Yesterday', turns: [turn()] }) }),
    });
    actions.write('', ' Today ');
    const sent = [actions.send(''), actions.send('')];
    expect(requests).toEqual([]);
    startClient(() => undefined);
    await Promise.all(sent);
    expect(requests.filter(([name]) => name === 'turn.send')).toEqual([
      ['turn.send', { projectId: 'p1', text: 'Today', uploadIds: [] }],
    ]);
    expect(requests.at(-1)).toEqual(['project.unsent', { projectId: 'p1', text: 'Yesterday' }]);
    expect(state().composers['p1']?.unsent).toBe('Yesterday');
  });

  it('stays in the project that was made meanwhile, and gives it what was typed and sent', async () => {
    let answerSnapshot: (answer: unknown) => void = () => undefined;
    const made = { ...opening['app.subscribe']().data.projects[0], id: 'p9', title: 'Made meanwhile' };
    const { requests, startClient, state, actions, create } = await openWindow({
      ...opening,
      'app.subscribe': () => new Promise((done) => (answerSnapshot = done)),
      'project.create': () => ({ ok: true, data: made }),
    });
    startClient(() => undefined);
    await create();
    actions.write('', 'Today');
    const sent = actions.send('');
    answerSnapshot(opening['app.subscribe']());
    await sent;
    expect(state().openProjectId).toBe('p9');
    expect(state().projects.map(({ id }) => id)).toContain('p9');
    expect(requests.filter(([name]) => name === 'turn.send')).toEqual([
      ['turn.send', { projectId: 'p9', text: 'Today', uploadIds: [] }],
    ]);
    await vi.waitFor(() => expect(state().views['p9']).toBeDefined());
    expect(requests.filter(([name]) => name === 'project.open').at(-1)).toEqual(['project.open', { projectId: 'p9' }]);
  });
});
