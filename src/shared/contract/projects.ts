import { z } from 'zod';
import type { ProjectView } from '../domain/app-state.ts';
import type { Project, SearchHit } from '../domain/project.ts';
import { defineRequest, id, jpegDataUrl, nothing, project, returns } from './request.ts';

export const projectRequests = {
  'project.create': defineRequest({ input: nothing, output: returns<Project>() }),
  'project.open': defineRequest({ input: project, output: returns<ProjectView>() }),
  /** Turns before this one: a page of them, or all from `upTo` on. Oldest first. */
  'project.earlier': defineRequest({
    input: z.strictObject({ projectId: id, before: id, upTo: id.optional() }),
    output: returns<Pick<ProjectView, 'turns' | 'hasEarlier' | 'attached'>>(),
  }),
  'project.rename': defineRequest({
    input: z.strictObject({ projectId: id, name: z.string().trim().min(1).max(200) }),
  }),
  'project.pin': defineRequest({ input: z.strictObject({ projectId: id, pinned: z.boolean() }) }),
  'project.archive': defineRequest({ input: z.strictObject({ projectId: id, archived: z.boolean() }) }),
  /** Makes a project for a new session of what was said in this one: its messages and files wait there. Answers with its id. */
  'project.duplicate': defineRequest({
    input: z.strictObject({ projectId: id, name: z.string().trim().min(1).max(200) }),
    output: returns<string>(),
  }),
  /** Hides the project at once, and deletes it after `undoDeleteMs` unless `project.restore` comes before. */
  'project.delete': defineRequest({ input: project }),
  'project.restore': defineRequest({ input: project }),
  /** The user looks at the project: from now on nothing in it is unread. */
  'project.seen': defineRequest({ input: project }),
  /** Finds words in names and turns of all projects, in any language; newest first, at most 50. */
  'project.search': defineRequest({
    input: z.strictObject({ query: z.string().trim().min(1).max(200) }),
    output: returns<readonly SearchHit[]>(),
  }),
  /** Keeps what the user typed and did not send, however long it is. */
  'project.unsent': defineRequest({ input: z.strictObject({ projectId: id, text: z.string() }) }),
  'project.thumbnail': defineRequest({ input: z.strictObject({ projectId: id, image: jpegDataUrl }) }),
} as const;

export type ProjectAppEvent =
  | { readonly type: 'project'; readonly project: Project }
  | { readonly type: 'project-removed'; readonly projectId: string }
  /** The cloud has lost the project's session, and no other event says so: the next message starts a fresh timeline. */
  | { readonly type: 'session-lost'; readonly projectId: string };
