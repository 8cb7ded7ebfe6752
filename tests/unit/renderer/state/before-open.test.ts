import { beforeEach, describe, expect, it, vi } from 'vitest';
import { turn, view } from './fixtures.ts';
import { opening, openWindow } from './open-window.ts';

const answerOf = (projectId: string) =>
  projectId === 'p1' ? { ok: true, data: view({ projectId }) } : { ok: false, error: { code: 'not-found' } };

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
    await expect.poll(() => state().loaded).toBe(true);
    expect(state().composers).toMatchObject({ p1: { unsent: 'Yesterday\nToday' } });
    expect(state().composers['']).toBeUndefined();
    expect(requests.at(-1)).toEqual(['project.unsent', { projectId: 'p1', text: 'Yesterday\nToday' }]);
  });

  const vertical = { ratio: '9:16', seconds: 10, mood: null } as const;

  it('gives the format that was chosen before to a new project, and remembers it as always', async () => {
    const { requests, startClient, state, actions } = await openWindow({
      ...opening,
      'project.open': () => ({ ok: true, data: view({ turns: [] }) }),
    });
    actions.showFormat('', true);
    actions.chooseFormat('', vertical);
    startClient(() => undefined);
    await expect.poll(() => state().loaded).toBe(true);
    expect(actions.formatOf(state(), 'p1')).toEqual(vertical);
    expect(requests.at(-1)).toEqual(['settings.change', { format: vertical, formatStrip: true }]);
  });

  it('gives it to the next message alone of a project that has begun', async () => {
    const { requests, startClient, state, actions } = await openWindow({
      ...opening,
      'project.open': () => ({ ok: true, data: view({ turns: [turn()] }) }),
    });
    actions.chooseFormat('', vertical);
    startClient(() => undefined);
    await expect.poll(() => state().loaded).toBe(true);
    expect(actions.formatOf(state(), 'p1')).toEqual(vertical);
    expect(state().composers['']).toBeUndefined();
    expect(requests.map(([name]) => name)).not.toContain('settings.change');
  });

  it('asks for the project that was open last together with all else, and for the right one where that is gone', async () => {
    for (const [last, more] of [
      ['p1', []],
      ['gone', [['project.open', { projectId: 'p1' }]]],
    ] as const) {
      vi.resetModules();
      const { requests, startClient, state } = await openWindow(
        { ...opening, 'project.open': ({ projectId }) => answerOf(projectId) },
        { openProjectId: last },
      );
      startClient(() => undefined);
      await expect.poll(() => state().views['p1']).toBeDefined();
      expect(requests).toEqual([['on', null], ['app.subscribe', {}], ['project.open', { projectId: last }], ...more]);
      expect(state()).toMatchObject({ openProjectId: 'p1', complaint: null });
    }
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
    await expect.poll(() => state().views['p9']).toBeDefined();
    expect(requests.filter(([name]) => name === 'project.open').at(-1)).toEqual(['project.open', { projectId: 'p9' }]);
  });
});
