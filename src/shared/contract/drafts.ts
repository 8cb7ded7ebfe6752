import { z } from 'zod';
import type { Composition } from '../composition/composition.ts';
import type { DraftChange, PastVersion, Preview, Timeline, VersionPage } from '../domain/timeline.ts';
import type { RestoreRequest } from '../domain/restore.ts';
import { defineRequest, id, returns, version } from './request.ts';

/** The versions of a project's cut. */
export const draftRequests = {
  /** The versions of a project's cut, newest first: the newest ones, or those before one. */
  'draft.versions': defineRequest({
    input: z.strictObject({ projectId: id, before: version.optional() }),
    output: returns<VersionPage>(),
  }),
  /** Shows a version: by its number, or the last one that a turn made. Changes nothing. */
  'draft.look': defineRequest({
    input: z.strictObject({ projectId: id, version: z.union([version, id]) }),
    output: returns<PastVersion>(),
  }),
  /** How the cut looks and sounds at every frame: the present one, or a version by its number. */
  'draft.composition': defineRequest({
    input: z.strictObject({ projectId: id, version: version.optional() }),
    output: returns<Composition>(),
  }),
  /** What to ask the agent for to go back: to a version by its number, or to what there was before a turn. Changes nothing. */
  'draft.restoreRequest': defineRequest({
    input: z.strictObject({ projectId: id, to: z.union([version, id]) }),
    output: returns<RestoreRequest>(),
  }),
  'draft.compare': defineRequest({
    input: z.strictObject({ projectId: id, from: version, to: version }),
    output: returns<readonly DraftChange[]>(),
  }),
} as const;

export type DraftAppEvent = {
  readonly type: 'timeline';
  readonly projectId: string;
  readonly timeline: Timeline | null;
  readonly preview: Preview | null;
};
