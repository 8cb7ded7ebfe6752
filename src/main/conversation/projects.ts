import { randomUUID } from 'node:crypto';
import type { Project } from '../../shared/domain/project.ts';
import type { Clock } from '../clock.ts';
import type { ProjectStore } from '../state/stores.ts';

/** How much of the first message names a project, in characters. */
const nameLength = 48;

export type Projects = {
  readonly list: () => readonly Project[];
  readonly get: (id: string) => Project | null;
  readonly create: () => Project;
  /** Something happened in the project: it moves up, and its first message names it. */
  readonly touch: (id: string, message?: string) => void;
  readonly setThumbnail: (id: string, image: string) => void;
};

export function createProjects(store: ProjectStore, clock: Clock, emit: (project: Project) => void): Projects {
  const save = (project: Project): Project => {
    store.save(project);
    emit(project);
    return project;
  };
  return {
    list: store.list,
    get: store.get,
    create: () => {
      const now = clock.now();
      return save({ id: randomUUID(), name: '', createdAt: now, updatedAt: now, thumbnail: null });
    },
    touch: (id, message) => {
      const project = store.get(id);
      if (project) save({ ...project, name: project.name || nameFrom(message ?? ''), updatedAt: clock.now() });
    },
    setThumbnail: (id, image) => {
      const project = store.get(id);
      if (project) save({ ...project, thumbnail: image });
    },
  };
}

/** The message's first line, cut at a word where there are words. */
export function nameFrom(message: string): string {
  const line = message.trim().split(/\r?\n/, 1)[0] ?? '';
  const characters = [...new Intl.Segmenter().segment(line)];
  const rest = characters[nameLength];
  if (!rest) return line;
  const cut = line.slice(0, rest.index);
  const space = cut.lastIndexOf(' ');
  return `${space > nameLength / 2 ? cut.slice(0, space) : cut}…`;
}
