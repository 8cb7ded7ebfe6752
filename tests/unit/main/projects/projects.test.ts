import { describe, expect, it } from 'vitest';
import { nameFrom, openProjects, type Projects } from '../../../../src/main/projects/projects.ts';
import type { Stores } from '../../../../src/main/storage/stores.ts';
import type { Project } from '../../../../src/shared/domain/project.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { done, err } from '../../../../src/shared/result.ts';
import { notFound } from '../../../../src/shared/domain/failure.ts';
import { testEnv } from '../../../support/test-env.ts';

const undoMs = 10_000;

type Bench = {
  readonly projects: Projects;
  readonly clock: FakeClock;
  readonly stores: Stores;
  readonly told: AppEvent[];
  readonly reported: unknown[];
  readonly busy: Set<string>;
  readonly attention: { given: boolean };
  readonly restored: readonly string[];
  /** Projects about to be deleted for good, and whether they could still be read then. */
  readonly purging: readonly (readonly [id: string, isThere: boolean])[];
  readonly givenBack: () => number;
};

function bench(stores: Stores = temporaryStores()): Bench {
  const clock = createFakeClock();
  const env = testEnv({ clock, timings: { undoDeleteMs: undoMs } });
  const busy = new Set<string>();
  const attention = { given: true };
  const restored: string[] = [];
  const purging: (readonly [id: string, isThere: boolean])[] = [];
  env.bus.on('project-restored', ({ projectId }) => restored.push(projectId));
  env.bus.on('project-purging', ({ projectId }) => purging.push([projectId, stores.projects.get(projectId) !== null]));
  let givenBack = 0;
  const projects = openProjects(env, {
    store: stores.projects,
    isAttended: () => attention.given,
    giveBack: () => (givenBack += 1),
  });
  projects.keepWhile((id) => busy.has(id));
  const { events: told, reported } = env;
  return {
    projects,
    clock,
    stores,
    told,
    reported,
    busy,
    attention,
    restored,
    purging,
    givenBack: () => givenBack,
  };
}

const event = (project: Project): AppEvent => ({ type: 'project', project });

describe('projects', () => {
  it('are named by their first message, and by no later one', () => {
    const { projects } = bench();
    const { id, name } = projects.create();
    projects.touch(id, 'A calm sea at dusk');
    projects.touch(id, 'Make it shorter');
    expect([name, projects.get(id)?.name]).toEqual(['', 'A calm sea at dusk']);
  });

  it('move up when something happens in them, and not when they are only put in order', async () => {
    const { projects, clock, told } = bench();
    const project = projects.create();
    await clock.advance(5000);
    expect(projects.rename(project.id, 'Sea')).toEqual(done);
    expect(projects.pin(project.id, true)).toEqual(done);
    expect(projects.archive(project.id, true)).toEqual(done);
    const ordered = { ...project, name: 'Sea', pinned: true, archived: true };
    expect(projects.get(project.id)).toEqual(ordered);
    expect(told.at(-1)).toEqual(event(ordered));
    projects.touch(project.id, 'hello');
    expect(projects.get(project.id)).toEqual({ ...ordered, updatedAt: project.updatedAt + 5000 });
    projects.pin(project.id, false);
    projects.archive(project.id, false);
    expect(projects.get(project.id)).toMatchObject({ pinned: false, archived: false });
  });

  it('say so where there is none', () => {
    const { projects, told } = bench();
    const answers = [
      projects.rename('nobody', 'x'),
      projects.pin('nobody', true),
      projects.archive('nobody', true),
      projects.setThumbnail('nobody', 'data:'),
      projects.remove('nobody'),
      projects.restore('nobody'),
    ];
    expect(answers).toEqual(answers.map(() => notFound));
    projects.seen('nobody');
    projects.turnEnded('nobody');
    projects.touch('nobody');
    expect(told).toEqual([]);
  });
});

describe('what is unread', () => {
  it('counts what ended while the user looked elsewhere', () => {
    const { projects, told } = bench();
    const [one, two] = [projects.create(), projects.create()];
    projects.seen(one.id);
    projects.turnEnded(one.id);
    projects.turnEnded(two.id);
    projects.turnEnded(two.id);
    expect([projects.get(one.id)?.unread, projects.get(two.id)?.unread]).toEqual([0, 2]);
    expect(told.at(-1)).toEqual(event({ ...two, unread: 2 }));
    projects.seen(two.id);
    expect(told.at(-1)).toEqual(event(two));
    projects.turnEnded(one.id);
    expect([projects.get(one.id)?.unread, projects.get(two.id)?.unread]).toEqual([1, 0]);
  });

  it('counts what ended in the open project, too, while the user was at another program', () => {
    const { projects, attention } = bench();
    const { id } = projects.create();
    projects.seen(id);
    attention.given = false;
    projects.turnEnded(id);
    expect(projects.get(id)?.unread).toBe(1);
    attention.given = true;
    projects.seen(id);
    projects.turnEnded(id);
    expect(projects.get(id)?.unread).toBe(0);
  });

  it('tells nothing where nothing was', () => {
    const { projects, told } = bench();
    const { id } = projects.create();
    const before = told.length;
    projects.seen(id);
    projects.seen(id);
    expect(told).toHaveLength(before);
  });
});

describe('a deleted project', () => {
  it('is announced while it can still be read, and gives its room back', async () => {
    const { projects, clock, stores, purging, givenBack } = bench();
    const { id } = projects.create();
    projects.remove(id);
    await clock.advance(undoMs);
    expect(purging).toEqual([[id, true]]);
    expect([stores.projects.get(id), givenBack()]).toEqual([null, 1]);
  });

  it('is hidden at once, and gone after the time for undoing it', async () => {
    const { projects, clock, stores, told } = bench();
    const { id } = projects.create();
    expect(projects.remove(id)).toEqual(done);
    expect(told.at(-1)).toEqual({ type: 'project-removed', projectId: id });
    expect([projects.list(), projects.get(id)]).toEqual([[], null]);
    expect(projects.remove(id)).toEqual(err({ code: 'not-found' }));
    await clock.advance(undoMs - 1);
    expect(stores.projects.get(id)).not.toBeNull();
    await clock.advance(1);
    expect(stores.projects.get(id)).toBeNull();
    expect(projects.restore(id)).toEqual(err({ code: 'not-found' }));
    expect(clock.waiting()).toBe(0);
  });

  it('comes back whole, and stays', async () => {
    const { projects, clock, stores, told, restored } = bench();
    const project = projects.create();
    projects.remove(project.id);
    await clock.advance(undoMs - 1);
    expect(projects.restore(project.id)).toEqual(done);
    expect(told.at(-1)).toEqual(event(project));
    expect(restored).toEqual([project.id]);
    await clock.advance(undoMs * 2);
    expect([projects.list(), stores.projects.deleted()]).toEqual([[project], []]);
    expect(projects.restore(project.id)).toEqual(err({ code: 'not-found' }));
  });

  it('can be deleted again after it came back, for the whole time', async () => {
    const { projects, clock, stores } = bench();
    const { id } = projects.create();
    projects.remove(id);
    await clock.advance(undoMs - 1);
    projects.restore(id);
    projects.remove(id);
    await clock.advance(undoMs - 1);
    expect(stores.projects.get(id)).not.toBeNull();
    await clock.advance(1);
    expect(stores.projects.get(id)).toBeNull();
  });

  it('that is at work goes on unseen, and is gone when it has ended', async () => {
    const { projects, clock, stores, told, busy } = bench();
    const { id } = projects.create();
    busy.add(id);
    projects.remove(id);
    const before = told.length;
    await clock.advance(undoMs * 3);
    projects.touch(id, 'named while hidden');
    projects.turnEnded(id);
    expect([told.length, stores.projects.get(id)?.name]).toEqual([before, 'named while hidden']);
    busy.delete(id);
    await clock.advance(undoMs);
    expect(stores.projects.get(id)).toBeNull();
  });

  it('that is at work can still be brought back', async () => {
    const { projects, clock, busy } = bench();
    const { id } = projects.create();
    busy.add(id);
    projects.remove(id);
    await clock.advance(undoMs * 3);
    expect(projects.restore(id)).toEqual(done);
    busy.delete(id);
    await clock.advance(undoMs * 3);
    expect(projects.get(id)).not.toBeNull();
  });

  it('that was left over is gone at the next start, and no other', async () => {
    const first = bench();
    const [gone, stays] = [first.projects.create(), first.projects.create()];
    first.projects.remove(gone.id);
    first.projects.close();
    await first.clock.advance(undoMs * 2);
    expect(first.stores.projects.get(gone.id)).not.toBeNull();

    const { projects, stores } = bench(first.stores);
    projects.recover();
    expect([projects.list(), stores.projects.get(gone.id)]).toEqual([[stays], null]);
  });

  it('that cannot be deleted for good is told', async () => {
    const memory = temporaryStores();
    const full = new Error('disk full');
    const purge = (): void => {
      throw full;
    };
    const { projects, clock, reported } = bench({ ...memory, projects: { ...memory.projects, purge } });
    projects.remove(projects.create().id);
    await clock.advance(undoMs);
    expect(reported).toEqual([full]);
  });
});

describe('the name from a message', () => {
  it.each([
    ['the first line', 'Neon city\nwith rain', 'Neon city'],
    ['a cut at a word', `${'word '.repeat(20)}`, `${'word '.repeat(9).trim()}…`],
    ['a cut anywhere where there are no words', '海'.repeat(60), `${'海'.repeat(48)}…`],
    ['no half of an emoji', '🌊'.repeat(60), `${'🌊'.repeat(48)}…`],
  ])('is %s', (_what, message, name) => {
    expect(nameFrom(message)).toBe(name);
  });
});

describe('text that is typed', () => {
  it('is there at once, and on the disk a moment later or when the app ends', async () => {
    const { projects, clock, stores } = bench();
    const { id } = projects.create();
    projects.setUnsent(id, 'H');
    projects.setUnsent(id, 'Half');
    expect([projects.unsent(id), stores.projects.unsent(id)]).toEqual(['Half', '']);
    await clock.advance(1_000);
    expect(stores.projects.unsent(id)).toBe('Half');
    projects.setUnsent(id, 'Half a thought');
    projects.close();
    expect(stores.projects.unsent(id)).toBe('Half a thought');
  });
});
