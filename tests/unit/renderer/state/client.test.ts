import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../../../src/shared/ipc/bridge.ts';
import type { AppEvent } from '../../../../src/shared/ipc/events.ts';
import { exportJob, project, snapshot, turn, upload, view } from './fixtures.ts';

type Request = readonly [name: string, input: unknown];

/** A window with a bridge whose answers the test gives by hand. */
async function openWindow(answers: Readonly<Record<string, (input: never) => unknown>>) {
  const requests: Request[] = [];
  let emit: (events: readonly AppEvent[]) => void = () => undefined;
  const rushes = {
    request: async (name: string, input: unknown) => {
      requests.push([name, input]);
      const answer = await answers[name]?.(input as never);
      return answer ?? { ok: true, data: null };
    },
    on: (listener: (events: readonly AppEvent[]) => void) => {
      requests.push(['on', null]);
      emit = listener;
      return () => undefined;
    },
    addFiles: async () => ({ ok: false, error: { code: 'not-found' } }),
  } as unknown as Bridge;
  vi.stubGlobal('window', { rushes });
  vi.stubGlobal('document', { getElementById: () => null });
  const { startClient } = await import('../../../../src/renderer/state/client.ts');
  const { useWindow } = await import('../../../../src/renderer/state/store.ts');
  const deeds = {
    ...(await import('../../../../src/renderer/state/deeds.ts')),
    ...(await import('../../../../src/renderer/state/projects.ts')),
    ...(await import('../../../../src/renderer/state/unsent.ts')),
  };
  return { requests, startClient, state: useWindow.getState, deeds, emit: (...events: AppEvent[]) => emit(events) };
}

const opening = {
  'app.subscribe': () => ({ ok: true, data: snapshot() }),
  'project.open': ({ projectId }: { readonly projectId: string }) => ({ ok: true, data: view({ projectId }) }),
};

beforeEach(() => {
  vi.resetModules();
});

describe('start', () => {
  it('listens before it subscribes, and opens the project of the snapshot', async () => {
    const { requests, startClient, state } = await openWindow(opening);
    startClient();
    await vi.waitFor(() => expect(state().views['p1']).toBeDefined());
    expect(requests.map(([name]) => name)).toEqual(['on', 'app.subscribe', 'project.open']);
  });

  it('applies events that come before the snapshot after it', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const pending = new Promise((resolve) => {
      answer = resolve;
    });
    const { startClient, state, emit } = await openWindow({ ...opening, 'app.subscribe': () => pending });
    startClient();
    emit({ type: 'export', job: exportJob({ state: 'saved' }) });
    answer({ ok: true, data: snapshot({ exports: [exportJob()] }) });
    await vi.waitFor(() => expect(state().loaded).toBe(true));
    expect(state().exports).toEqual([exportJob({ state: 'saved' })]);
  });

  it('subscribes again after a reset', async () => {
    const { requests, startClient, state, emit } = await openWindow(opening);
    startClient();
    await vi.waitFor(() => expect(state().views['p1']).toBeDefined());
    emit({ type: 'reset' });
    await vi.waitFor(() => expect(requests.filter(([name]) => name === 'project.open')).toHaveLength(2));
    expect(requests.filter(([name]) => name === 'app.subscribe')).toHaveLength(2);
  });

  it('fetches what a notification or the menu wants to be shown', async () => {
    const created = project({ id: 'p3' });
    const { requests, startClient, state, emit } = await openWindow({
      ...opening,
      'project.create': () => ({ ok: true, data: created }),
    });
    startClient();
    await vi.waitFor(() => expect(state().views['p1']).toBeDefined());
    emit({ type: 'show', projectId: 'p2', exportId: null });
    await vi.waitFor(() => expect(state().views['p2']).toBeDefined());
    emit({ type: 'command', command: 'new-project' });
    await vi.waitFor(() => expect(state().openProjectId).toBe('p3'));
    expect(requests).toContainEqual(['project.open', { projectId: 'p3' }]);
    expect(state().projects).toContainEqual(created);
  });

  it('shows why a request failed', async () => {
    const { startClient, state } = await openWindow({
      'app.subscribe': () => ({ ok: false, error: { code: 'internal' } }),
    });
    startClient();
    await vi.waitFor(() => expect(state().complaint).toEqual({ code: 'internal' }));
  });
});

describe('sending', () => {
  const uploads = [upload(), upload({ id: 'u2', state: 'failed' })];
  const withUploads = { ...opening, 'project.open': () => ({ ok: true, data: view({ uploads, turns: [turn()] }) }) };

  it('empties the composer at once, takes along what did not fail, and sends nothing twice', async () => {
    const { requests, startClient, state, deeds } = await openWindow(withUploads);
    startClient();
    await vi.waitFor(() => expect(state().views['p1']).toBeDefined());
    deeds.write('p1', '  Warmer  ');
    const sent = deeds.send('p1');
    expect(state().unsent['p1']).toBe('');
    await Promise.all([sent, deeds.send('p1')]);
    expect(requests.filter(([name]) => name === 'turn.send')).toEqual([
      ['turn.send', { projectId: 'p1', text: 'Warmer', uploadIds: ['u1'] }],
    ]);
    expect(state().unsent['p1']).toBe('');
  });

  it('gives a refused text back, before what was typed since', async () => {
    let refuse: (value: unknown) => void = () => undefined;
    const pending = new Promise((resolve) => {
      refuse = resolve;
    });
    const { startClient, state, deeds } = await openWindow({ ...withUploads, 'turn.send': () => pending });
    startClient();
    await vi.waitFor(() => expect(state().views['p1']).toBeDefined());
    deeds.write('p1', 'Warmer');
    const sent = deeds.send('p1');
    deeds.write('p1', 'And slower');
    refuse({ ok: false, error: { code: 'not-sent' } });
    await sent;
    expect(state().unsent['p1']).toBe('Warmer\nAnd slower');
    expect(state().sendFailures['p1']).toEqual({ code: 'not-sent' });
    deeds.forgiveSend('p1');
    expect(state().sendFailures).toEqual({});
  });

  it('keeps a text that is too long for one message, and says so', async () => {
    const { requests, startClient, state, deeds } = await openWindow(withUploads);
    startClient();
    await vi.waitFor(() => expect(state().views['p1']).toBeDefined());
    const novel = 'x'.repeat(20_001);
    deeds.write('p1', novel);
    await deeds.send('p1');
    expect(state().unsent['p1']).toBe(novel);
    expect(state().sendFailures['p1']).toEqual({ code: 'too-much' });
    expect(requests.map(([name]) => name)).not.toContain('turn.send');
  });

  it('says when dropped files could not be taken', async () => {
    const { state, deeds } = await openWindow(opening);
    await deeds.addFiles('p1', [{ name: 'a.mp4', size: 1 }]);
    expect(state().complaint).toEqual({ code: 'not-found' });
    deeds.dismissComplaint();
    expect(state().complaint).toBeNull();
  });
});
