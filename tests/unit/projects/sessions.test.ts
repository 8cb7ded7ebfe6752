import { expect, it } from 'vitest';
import { createSessions } from '../../../src/main/projects/sessions.ts';
import { ok } from '../../../src/shared/result.ts';
import { newProject, projectId } from '../../support/conversation-rig.ts';
import { temporaryStores } from '../../support/temporary-stores.ts';

it.each([
  ['en', 'en'],
  ['zh', 'zh-CN'],
] as const)('a session is opened in the language %s by its tag on the wire, %s', async (language, tag) => {
  const { projects } = temporaryStores();
  projects.save(newProject(projectId));
  const tags: string[] = [];
  const sessions = createSessions({
    store: projects,
    create: (asked) => {
      tags.push(asked);
      return Promise.resolve(ok({ sessionId: 's', taskId: 't', bindId: null }));
    },
    language: () => language,
  });
  await sessions.ensure(projectId);
  expect(tags).toEqual([tag]);
});
