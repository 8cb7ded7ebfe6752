import { expect, it } from 'vitest';
import { openSessions, type Sessions } from '../../../../src/main/projects/sessions.ts';
import type { Session } from '../../../../src/main/storage/stores.ts';
import type { BindId } from '../../../../src/shared/domain/bind-id.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { newProject, projectId } from '../../../support/conversation-rig.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { testEnv } from '../../../support/test-env.ts';

const session: Session = { sessionId: 's', taskId: 't', bindId: null };

function createRig(language: 'en' | 'zh' = 'en') {
  const env = testEnv({ locale: () => language });
  const { projects } = temporaryStores();
  projects.save(newProject(projectId));
  const tags: string[] = [];
  const sessions: Sessions = openSessions(env, {
    store: projects,
    cloud: {
      createSession: ({ language: tag }) => {
        tags.push(tag);
        return Promise.resolve(ok(session));
      },
      claimToken: ({ sessionId }) =>
        Promise.resolve(
          sessionId === 'lost' ? err({ kind: 'session-lost' }) : ok({ claimToken: 'clm_1', expiresInSeconds: null }),
        ),
    },
    hadTimeline: () => false,
  });
  const forgotten: string[] = [];
  env.bus.on('session-forgotten', (event) => forgotten.push(event.projectId));
  return { env, projects, tags, sessions, forgotten };
}

it.each([
  ['en', 'en'],
  ['zh', 'zh-CN'],
] as const)('a session is opened in the language %s by its tag on the wire, %s', async (language, tag) => {
  const { sessions, tags } = createRig(language);
  await sessions.ensure(projectId);
  expect(tags).toEqual([tag]);
});

it('a lost session is forgotten once, and the window told where nobody else tells', async () => {
  const { env, sessions, projects, forgotten } = createRig();
  await sessions.ensure(projectId);
  sessions.reportLost(projectId, 'an older one');
  expect([forgotten, env.events]).toEqual([[], []]);
  sessions.reportLost(projectId, 's');
  sessions.reportLost(projectId, 's');
  expect([forgotten, env.events]).toEqual([[projectId], [{ type: 'session-lost', projectId }]]);
  expect(projects.session(projectId)).toBeNull();
});

it('a claim token needs a session that the cloud knows', async () => {
  const { sessions, projects, forgotten } = createRig();
  expect(await sessions.claimToken(projectId)).toBeNull();
  await sessions.ensure(projectId);
  expect(await sessions.claimToken(projectId)).toEqual(ok('clm_1'));
  projects.setSession(projectId, { ...session, sessionId: 'lost' });
  expect(await sessions.claimToken(projectId)).toEqual(err({ kind: 'session-lost' }));
  expect(forgotten).toEqual([projectId]);
});

const sure: BindId = { key: 'bind_id', id: 'b' };
const guess: BindId = { key: 'user_id', id: 'u' };
it.each([
  ['the session knows better than the account', sure, 'account', 'b'],
  ['what the session said counts, as well as it is known', guess, 'account', 'u'],
  ['the account is asked where the session has none', null, 'account', 'account'],
  ['or has one of which nobody knows what it is', { key: 'unknown', id: 'x' } as const, 'account', 'account'],
  ['me is nobody', null, 'me', null],
])('for registering, %s', (_what, bindId, userId, expected) => {
  const { sessions, projects } = createRig();
  projects.setSession(projectId, { ...session, bindId });
  expect(sessions.bindId(projectId, userId)).toBe(expected);
  expect(sessions.bindId(null, userId)).toBe(userId === 'me' ? null : userId);
});
