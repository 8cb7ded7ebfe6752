import { randomUUID } from 'node:crypto';
import { shownName } from '../../shared/domain/shown-name.ts';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import type { Project } from '../../shared/domain/project.ts';
import { done, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import type { ProjectStore } from '../storage/stores.ts';

/** How much of the first message names a project, in characters. */
const nameLength = 48;
/** More than that takes, in UTF-16 units: the first line may be a book. */
const longestLook = 40 * nameLength;

export type Projects = {
  /** Without the deleted ones, like `get`. */
  readonly list: () => readonly Project[];
  readonly get: (id: string) => Project | null;
  /** A new project; `given`: with an id that was written down before, and a name. */
  readonly create: (given?: { readonly id: string; readonly name: string }) => Project;
  /** Something happened in the project: it moves up, and its first message names it. */
  readonly touch: (id: string, message?: string) => void;
  readonly rename: (id: string, name: string) => Result<null, Failure>;
  readonly pin: (id: string, pinned: boolean) => Result<null, Failure>;
  readonly archive: (id: string, archived: boolean) => Result<null, Failure>;
  readonly setThumbnail: (id: string, image: string) => Result<null, Failure>;
  /** Text typed and not sent; empty where there is none. */
  readonly unsent: (id: string) => string;
  readonly setUnsent: (id: string, text: string) => void;
  /** The user looks at this project, and at no other, from now on, whenever they are at the window: nothing in it is unread. */
  readonly seen: (id: string) => void;
  /** A turn in the project has ended: it is unread unless the user looks at it. */
  readonly turnEnded: (id: string) => void;
  /** Hides the project, and deletes it for good after the time for undoing it and when it is at work no more. */
  readonly remove: (id: string) => Result<null, Failure>;
  /**
   * Nothing is deleted for good while this returns true: rooms that write into the history say whether they work in a project.
   */
  readonly keepWhile: (isBusy: (id: string) => boolean) => void;
  /** Brings a hidden project back, as long as it is there. */
  readonly restore: (id: string) => Result<null, Failure>;
  /** At start, before anything goes on: nobody can undo any more what was deleted before. */
  readonly recover: () => void;
  /** What is hidden now is deleted at the next start. */
  readonly close: () => void;
};

type ProjectsDeps = {
  readonly store: ProjectStore;
  /** Whether the user is at the window: it is there and has the focus. */
  readonly isAttended: () => boolean;
  /** A project was deleted for good: gives its room back to the disk. */
  readonly giveBack: () => void;
};

export function openProjects(env: Env, deps: ProjectsDeps): Projects {
  const { clock, bus } = env;
  const { store, isAttended } = deps;
  const deleted = createDeletions(env, deps);
  const unsent = createUnsent(env, store);
  let lookedAt: string | null = null;

  const save = (project: Project): Project => {
    store.save(project);
    if (!deleted.has(project.id)) bus.emit({ type: 'project', project });
    return project;
  };
  const change = (id: string, patch: (project: Project) => Partial<Project>): Result<null, Failure> => {
    const project = store.get(id);
    if (!project) return notFound;
    save({ ...project, ...patch(project) });
    return done;
  };

  return {
    ...deleted.commands,
    ...unsent,
    close: () => {
      deleted.commands.close();
      unsent.close();
    },
    list: store.list,
    get: (id) => (deleted.has(id) ? null : store.get(id)),
    create: (given = { id: randomUUID(), name: '' }) => {
      const now = clock.now();
      const fresh = { pinned: false, archived: false, unread: 0, thumbnail: null, createdAt: now, updatedAt: now };
      return save({ id: given.id, name: shownName(given.name), ...fresh });
    },
    touch: (id, message) => {
      change(id, ({ name }) => ({ name: name || shownName(nameFrom(message ?? '')), updatedAt: clock.now() }));
    },
    rename: (id, name) => change(id, () => ({ name: shownName(name) })),
    pin: (id, pinned) => change(id, () => ({ pinned })),
    archive: (id, archived) => change(id, () => ({ archived })),
    setThumbnail: (id, image) => change(id, () => ({ thumbnail: image })),
    seen: (id) => {
      lookedAt = id;
      if ((store.get(id)?.unread ?? 0) > 0) change(id, () => ({ unread: 0 }));
    },
    turnEnded: (id) => {
      if (id !== lookedAt || !isAttended()) change(id, ({ unread }) => ({ unread: unread + 1 }));
    },
  };
}

/** Each key is heard, but not each is worth a write to the disk. */
function createUnsent(
  { clock, timings, report }: Env,
  store: ProjectStore,
): Pick<Projects, 'unsent' | 'setUnsent' | 'close'> {
  const typed = new Map<string, string>();
  const closing = new AbortController();
  let isDue = false;
  const write = (): void => {
    isDue = false;
    for (const [id, text] of typed) store.setUnsent(id, text);
    typed.clear();
  };
  return {
    unsent: (id) => typed.get(id) ?? store.unsent(id),
    setUnsent: (id, text) => {
      typed.set(id, text);
      if (isDue) return;
      isDue = true;
      void clock.wait(timings.unsentMs, closing.signal).then(write).catch(report);
    },
    close: () => {
      closing.abort();
      write();
    },
  };
}

type Deletions = {
  /** Whether the project is deleted and can still be brought back. */
  readonly has: (id: string) => boolean;
  readonly commands: Pick<Projects, 'remove' | 'restore' | 'keepWhile' | 'recover' | 'close'>;
};

/** Deletes projects: hidden at once, and for good when they can be brought back no more. */
function createDeletions({ clock, timings, bus, report }: Env, { store, giveBack }: ProjectsDeps): Deletions {
  const busy: ((id: string) => boolean)[] = [];
  const hidden = new Map<string, AbortController>();

  const purge = (id: string): void => {
    bus.emit({ type: 'project-purging', projectId: id });
    store.purge(id);
    giveBack();
  };
  const purgeLater = async (id: string, undone: AbortSignal): Promise<void> => {
    do await clock.wait(timings.undoDeleteMs, undone);
    while (!undone.aborted && busy.some((isBusy) => isBusy(id)));
    if (undone.aborted) return;
    purge(id);
    hidden.delete(id);
  };

  return {
    has: (id) => hidden.has(id),
    commands: {
      remove: (id) => {
        if (hidden.has(id) || !store.get(id)) return notFound;
        store.markDeleted(id, clock.now());
        const undo = new AbortController();
        hidden.set(id, undo);
        bus.emit({ type: 'project-removed', projectId: id });
        void purgeLater(id, undo.signal).catch(report);
        return done;
      },
      restore: (id) => {
        const project = store.get(id);
        const undo = hidden.get(id);
        if (!project || !undo) return notFound;
        undo.abort();
        hidden.delete(id);
        store.markDeleted(id, null);
        bus.emit({ type: 'project', project });
        bus.emit({ type: 'project-restored', projectId: id });
        return done;
      },
      keepWhile: (isBusy) => void busy.push(isBusy),
      recover: () => store.deleted().forEach(purge),
      close: () => {
        for (const undo of hidden.values()) undo.abort();
      },
    },
  };
}

/** The message's first line, cut at a word where there are words. */
export function nameFrom(message: string): string {
  const line = message.trimStart().slice(0, longestLook).split(/\r?\n/, 1)[0]?.trimEnd() ?? '';
  const characters = [...new Intl.Segmenter().segment(line)];
  const rest = characters[nameLength];
  if (!rest) return line;
  const cut = line.slice(0, rest.index);
  const space = cut.lastIndexOf(' ');
  return `${space > nameLength / 2 ? cut.slice(0, space) : cut}…`;
}
