import { expect, it } from 'vitest';
import { openSessions } from '../../../../src/main/projects/sessions.ts';
import { ok } from '../../../../src/shared/result.ts';
import { newProject, projectId } from '../../../support/conversation-rig.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { testEnv } from '../../../support/test-env.ts';

it.each([
  ['en', 'en'],
  ['zh', 'zh-CN'],
] as const)('a session is opened in the language %s by its tag on the wire, %s', async (language, tag) => {
  const { projects } = temporaryStores();
  projects.save(newProject(projectId));
  const tags: string[] = [];
  const sessions = openSessions(testEnv({ locale: () => language }), {
    store: projects,
    create: (asked) => {
      tags.push(asked);
      return Promise.resolve(ok({ sessionId: 's', taskId: 't', bindId: null }));
    },
    hadTimeline: () => false,
  });
  await sessions.ensure(projectId);
  expect(tags).toEqual([tag]);
});
