import { vi } from 'vitest';
import type { Bridge, FirstState } from '../../../../src/shared/contract/bridge.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { snapshot, view } from './fixtures.ts';

export type Request = readonly [name: string, input: unknown];

/** A window with a bridge whose answers the test gives by hand. */
export async function openWindow(
  answers: Readonly<Record<string, (input: never) => unknown>>,
  first: Partial<FirstState> | null = null,
) {
  const requests: Request[] = [];
  let emit: (events: readonly AppEvent[]) => void = () => undefined;
  const rushes = {
    first,
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
  const history = { state: null, replaceState: (state: unknown) => Object.assign(history, { state }) };
  vi.stubGlobal('window', { rushes, history });
  vi.stubGlobal('document', { getElementById: () => null });
  vi.stubGlobal('HTMLTextAreaElement', class {});
  const { startClient, createProject } = await import('../../../../src/renderer/state/client.ts');
  const { useWindow } = await import('../../../../src/renderer/state/store.ts');
  const actions = {
    ...(await import('../../../../src/renderer/state/format.ts')),
    ...(await import('../../../../src/renderer/state/messages.ts')),
    ...(await import('../../../../src/renderer/state/projects.ts')),
    ...(await import('../../../../src/renderer/state/dialogs.ts')),
    ...(await import('../../../../src/renderer/state/exports.ts')),
  };
  return {
    requests,
    startClient,
    create: createProject,
    state: useWindow.getState,
    actions,
    emit: (...events: AppEvent[]) => emit(events),
  };
}

export const opening = {
  'app.subscribe': () => ({ ok: true, data: snapshot() }),
  'project.open': ({ projectId }: { readonly projectId: string }) => ({ ok: true, data: view({ projectId }) }),
};
