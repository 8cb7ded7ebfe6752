import { describe, expect, it } from 'vitest';
import type { App } from '../../../../src/main/app/app.ts';
import { createProjects } from '../../../../src/main/projects/projects.ts';
import type { HandlerParts } from '../../../../src/main/ipc/handlers/parts.ts';
import { projectHandlers } from '../../../../src/main/ipc/handlers/projects.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStores } from '../../../support/memory-stores.ts';
import { anUpload, aTurn } from '../../storage/samples.ts';

const sender = { windowId: 1 } as never;
const notFound = { ok: false, error: { code: 'not-found' } };

function bench() {
  const stores = createMemoryStores();
  const opened: string[] = [];
  const looked: string[] = [];
  const projects = createProjects({
    store: stores.projects,
    clock: createFakeClock(),
    undoMs: 10_000,
    isBusy: () => false,
    isAttended: () => true,
    onRestored: () => undefined,
    emit: () => undefined,
    report: () => undefined,
  });
  const app: Pick<App, 'projects' | 'search'> & Readonly<Record<string, unknown>> = {
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
    draftVersions: { view: () => ({ timeline: null, preview: null }) },
  };
  const parts: Pick<HandlerParts, 'app'> & { readonly desktop: Partial<HandlerParts['desktop']> } = {
    app: () => Promise.resolve(app as unknown as App),
    desktop: { openProject: (id) => opened.push(id) },
  };
  const { id } = projects.create();
  const turns = Array.from({ length: 61 }, (_, n) =>
    aTurn(id, { prompt: `message ${n}`, attachments: n === 60 ? ['a.mp4'] : [], startedAt: n }),
  );
  for (const turn of turns) stores.turns.save(turn);
  return { handlers: projectHandlers(parts as HandlerParts), projects, stores, opened, looked, id, turns };
}

describe('project.open', () => {
  it('answers with the newest turns and all that stands around them', async () => {
    const { handlers, projects, opened, looked, id, turns } = bench();
    projects.turnEnded(id);
    projects.setUnsent(id, 'half a sen');
    expect(await handlers['project.open']({ projectId: id }, sender)).toMatchObject({
      ok: true,
      data: {
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
    const earlier = await handlers['project.earlier']({ projectId: id, before: turns[1]!.id }, sender);
    expect(earlier).toEqual({ ok: true, data: { turns: turns.slice(0, 1), hasEarlier: false, attached: [] } });
    expect(looked).toEqual(['m']);
    const reach = { projectId: id, before: turns[60]!.id, upTo: turns[0]!.id };
    expect(await handlers['project.earlier'](reach, sender)).toMatchObject({ data: { turns: { length: 60 } } });
  });

  it('does not open one that is deleted', async () => {
    const { handlers, opened, id, turns } = bench();
    expect(await handlers['project.delete']({ projectId: id }, sender)).toEqual({ ok: true, data: null });
    expect(await handlers['project.open']({ projectId: id }, sender)).toEqual(notFound);
    expect(await handlers['project.earlier']({ projectId: id, before: turns[9]!.id }, sender)).toEqual(notFound);
    expect(await handlers['project.delete']({ projectId: id }, sender)).toEqual(notFound);
    expect(opened).toEqual([]);
    expect(await handlers['project.restore']({ projectId: id }, sender)).toEqual({ ok: true, data: null });
    expect(await handlers['project.open']({ projectId: id }, sender)).toMatchObject({ ok: true });
  });
});

describe('the other requests for projects', () => {
  it('do what they say', async () => {
    const { handlers, projects, id } = bench();
    await handlers['project.rename']({ projectId: id, name: 'Sea' }, sender);
    await handlers['project.pin']({ projectId: id, pinned: true }, sender);
    await handlers['project.archive']({ projectId: id, archived: true }, sender);
    await handlers['project.thumbnail']({ projectId: id, image: 'data:image/jpeg;base64,AA' }, sender);
    await handlers['project.unsent']({ projectId: id, text: 'later' }, sender);
    projects.turnEnded(id);
    expect(projects.get(id)).toMatchObject({
      name: 'Sea',
      pinned: true,
      archived: true,
      unread: 1,
      thumbnail: 'data:image/jpeg;base64,AA',
    });
    await handlers['project.seen']({ projectId: id }, sender);
    expect([projects.get(id)?.unread, projects.unsent(id)]).toEqual([0, 'later']);
    expect(await handlers['project.create']({}, sender)).toMatchObject({ ok: true, data: { name: '', unread: 0 } });
  });

  it('search at most 50 hits', async () => {
    const { handlers } = bench();
    const answer = await handlers['project.search']({ query: 'message' }, sender);
    expect(answer).toMatchObject({ ok: true, data: { length: 50, 0: { at: 60 } } });
  });
});
