import { describe, expect, it } from 'vitest';
import { openProjects } from '../../../../../src/main/projects/projects.ts';
import type { App } from '../../../../../src/main/app/app.ts';
import type { Context } from '../../../../../src/main/ipc/context.ts';
import { projectHandlers } from '../../../../../src/main/ipc/handlers/projects.ts';
import { temporaryStores } from '../../../../support/temporary-stores.ts';
import { testEnv } from '../../../../support/test-env.ts';
import { anUpload, aTurn } from '../../storage/samples.ts';

const notFound = { ok: false, error: { code: 'not-found' } };

function bench() {
  const stores = temporaryStores();
  const opened: string[] = [];
  const looked: string[] = [];
  const projects = openProjects(testEnv(), {
    store: stores.projects,
    isAttended: () => true,
    giveBack: () => undefined,
  });
  const rooms: Pick<App, 'projects' | 'search'> & Readonly<Record<string, unknown>> = {
    projects,
    search: stores.search.find,
    turns: {
      page: stores.turns.page,
      queue: () => ({ paused: true }),
      likelyCost: () => ({ generate: 100, edit: 5 }),
    },
    uploads: {
      list: () => [],
      attached: (_projectId: string, turnIds: readonly string[]) =>
        turnIds.map((turnId) => ({ ...anUpload(id).upload, id: `of ${turnId}`, mediaId: 'm' })),
    },
    mediaJobs: { look: (mediaId: string) => looked.push(mediaId) },
    imports: { needsDecision: () => [], importReview: () => null },
    drafts: { draftVersions: { view: () => ({ timeline: null, preview: null }) } },
  };
  const app = rooms as unknown as App;
  const desktop: Partial<Context['desktop']> = { openProject: (projectId) => opened.push(projectId) };
  const context = { windowId: 1, desktop } as Context;
  const { id } = projects.create();
  const turns = Array.from({ length: 61 }, (_, n) =>
    aTurn(id, { prompt: `message ${n}`, attachments: n === 60 ? ['a.mp4'] : [], startedAt: n }),
  );
  for (const turn of turns) stores.turns.save(turn);
  return { app, context, projects, stores, opened, looked, id, turns };
}

describe('project.open', () => {
  it('answers with the newest turns and all that stands around them', async () => {
    const { app, context, projects, opened, looked, id, turns } = bench();
    projects.turnEnded(id);
    projects.setUnsent(id, 'half a sen');
    expect(await projectHandlers['project.open']({ projectId: id }, app, context)).toMatchObject({
      ok: true,
      value: {
        projectId: id,
        turns: turns.slice(1),
        hasEarlier: true,
        queue: { paused: true },
        likelyCost: { generate: 100, edit: 5 },
        unsent: 'half a sen',
        uploads: [],
        attached: [{ id: `of ${turns[60]?.id}` }],
        needsDecision: [],
        importReview: null,
        timeline: null,
        preview: null,
      },
    });
    expect([opened, projects.get(id)?.unread]).toEqual([[id], 0]);
    const earlier = await projectHandlers['project.earlier']({ projectId: id, before: turns[1]!.id }, app, context);
    expect(earlier).toEqual({ ok: true, value: { turns: turns.slice(0, 1), hasEarlier: false, attached: [] } });
    expect(looked).toEqual(['m']);
    const reach = { projectId: id, before: turns[60]!.id, upTo: turns[0]!.id };
    expect(await projectHandlers['project.earlier'](reach, app, context)).toMatchObject({
      value: { turns: { length: 60 } },
    });
  });

  it('does not open one that is deleted', async () => {
    const { app, context, opened, id, turns } = bench();
    expect(await projectHandlers['project.delete']({ projectId: id }, app, context)).toEqual({ ok: true, value: null });
    expect(await projectHandlers['project.open']({ projectId: id }, app, context)).toEqual(notFound);
    expect(await projectHandlers['project.earlier']({ projectId: id, before: turns[9]!.id }, app, context)).toEqual(
      notFound,
    );
    expect(await projectHandlers['project.delete']({ projectId: id }, app, context)).toEqual(notFound);
    expect(opened).toEqual([]);
    expect(await projectHandlers['project.restore']({ projectId: id }, app, context)).toEqual({
      ok: true,
      value: null,
    });
    expect(await projectHandlers['project.open']({ projectId: id }, app, context)).toMatchObject({ ok: true });
  });
});

describe('the other requests for projects', () => {
  it('do what they say', async () => {
    const { app, context, projects, id } = bench();
    await projectHandlers['project.rename']({ projectId: id, name: 'Sea' }, app, context);
    await projectHandlers['project.pin']({ projectId: id, pinned: true }, app, context);
    await projectHandlers['project.archive']({ projectId: id, archived: true }, app, context);
    await projectHandlers['project.thumbnail']({ projectId: id, image: 'data:image/jpeg;base64,AA' }, app, context);
    await projectHandlers['project.unsent']({ projectId: id, text: 'later' }, app, context);
    projects.turnEnded(id);
    expect(projects.get(id)).toMatchObject({
      name: 'Sea',
      pinned: true,
      archived: true,
      unread: 1,
      thumbnail: 'data:image/jpeg;base64,AA',
    });
    await projectHandlers['project.seen']({ projectId: id }, app, context);
    expect([projects.get(id)?.unread, projects.unsent(id)]).toEqual([0, 'later']);
    expect(await projectHandlers['project.create']({}, app, context)).toMatchObject({
      ok: true,
      value: { name: '', unread: 0 },
    });
  });

  it('search at most 50 hits', async () => {
    const { app, context } = bench();
    const answer = await projectHandlers['project.search']({ query: 'message' }, app, context);
    expect(answer).toMatchObject({ ok: true, value: { length: 50, 0: { at: 60 } } });
  });
});
