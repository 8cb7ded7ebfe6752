import type { AppEvent } from '../../shared/contract/events.ts';
import { projectOfLink } from '../../shared/project-link.ts';
import type { App } from '../app/app.ts';
import type { OpenRequest } from './start-options.ts';

/** What the system asks this app to open, kept until a window can take it. */
export type OpenRequests = {
  readonly add: (opening: Partial<OpenRequest>) => void;
  /** Gives the window all that has come since the last time; files go to the project that is open (`last`), or else to the newest. */
  readonly giveTo: (rooms: Rooms, last: string | null, emit: (event: AppEvent) => void) => Promise<void>;
};

type Rooms = Pick<App, 'projects' | 'imports'>;

const nothing: OpenRequest = { paths: [], link: null, newProject: false };

/** Of several links only the last is followed, however many come. */
export function createOpenRequests(first: OpenRequest, onMore: () => void): OpenRequests {
  let waiting = first;
  return {
    add: ({ paths = [], link = null, newProject = false }) => {
      waiting = {
        paths: [...waiting.paths, ...paths],
        link: link ?? waiting.link,
        newProject: newProject || waiting.newProject,
      };
      if (paths.length > 0 || link !== null || newProject) onMore();
    },
    giveTo: async ({ projects, imports }, last, emit) => {
      const { paths, link, newProject } = waiting;
      waiting = nothing;
      const known = projects.list().map(({ id }) => id);
      const show = (projectId: string): void => emit({ type: 'show', projectId, turnId: null, exportId: null });
      if (newProject) emit({ type: 'command', command: 'new' });
      if (link !== null) {
        const linked = projectOfLink(link);
        if (linked !== null && known.includes(linked)) show(linked);
        else emit({ type: 'complaint', failure: { code: 'link-unknown' } });
      }
      const projectId = last !== null && known.includes(last) ? last : known.at(-1);
      if (projectId === undefined || paths.length === 0) return;
      // They would come in unseen where something else, such as a batch, is on the screen.
      show(projectId);
      await imports.add(projectId, paths);
    },
  };
}
