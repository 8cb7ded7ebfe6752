import { expect, it } from 'vitest';
import { createStateReading } from '../../src/main/state-reading.ts';
import type { BindId } from '../../src/shared/domain/bind-id.ts';
import { ok } from '../../src/shared/result.ts';
import { newProject, projectId, unchanged } from '../support/conversation-rig.ts';
import { createMemoryStores } from '../support/memory-stores.ts';

/** The id for registering that is known after a session and then a state came with these. */
async function known(early: BindId | null, late: BindId | null): Promise<BindId | null | undefined> {
  const { projects: store } = createMemoryStores();
  store.save(newProject(projectId));
  store.setSession(projectId, { sessionId: 's', taskId: 't', bindId: early });
  const state = { draft: null, videoInfos: null, canvasConfig: null, generatedMedia: null, bindId: late };
  const { readState } = createStateReading({
    store,
    cloud: {
      latestState: () => Promise.resolve(ok(state)),
      claimToken: () => Promise.resolve(ok({ claimToken: 'clm_1', expiresInSeconds: null })),
    },
    stage: { take: () => unchanged, view: () => ({ timeline: null, preview: null }), size: () => null },
    sessions: { forget: () => false },
    emit: () => undefined,
  });
  await readState(projectId, null);
  return store.session(projectId)?.bindId;
}

const [guess, sure] = [
  { key: 'user_id', id: 'u' },
  { key: 'bind_id', id: 'b' },
] as const;

it.each([
  ['a late id takes the place of an early guess', guess, sure, sure],
  ['a late guess does not take the place of an early id', sure, guess, sure],
  ['an answer without one takes nothing away', guess, null, guess],
  ['the first one is kept whenever it comes', null, guess, guess],
])('%s', async (_, early, late, expected) => expect(await known(early, late)).toEqual(expected));
