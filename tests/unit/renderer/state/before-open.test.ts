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
});
