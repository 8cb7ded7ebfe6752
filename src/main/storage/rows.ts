import { z } from 'zod';
import { bindKeys } from '../../shared/domain/bind-id.ts';
import type { DeliveryWarning, ExportState } from '../../shared/domain/export-job.ts';
import { failureCodes } from '../../shared/domain/failure.ts';
import type { DecisionReason } from '../../shared/domain/needs-decision.ts';
import type { TrackKind } from '../../shared/domain/timeline.ts';
import type { Activity, Route, SuggestedAction, TurnState } from '../../shared/domain/turn.ts';
import type { MediaKind } from '../../shared/domain/upload.ts';

/**
 * The shapes of stored rows. What is read is checked, since a row may be damaged. The stores also write through the types of
 * these shapes, so a member that the domain gains and a shape lacks does not compile.
 */

/** One of a union's names; all of them have to be listed. */
export function oneOf<T extends string>(names: Readonly<Record<T, true>>): z.ZodCustom<T, T> {
  return z.custom<T>((value) => typeof value === 'string' && Object.hasOwn(names, value));
}

export const failure = z.object({
  code: z.enum(failureCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  link: z.enum(['register', 'top-up', 'project']).exactOptional(),
});

/** A failure that cannot be read is still a failure. */
export const keptFailure = failure.nullable().catch({ code: 'internal' });

export const projectRow = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  pinned: z.boolean().catch(false),
  archived: z.boolean().catch(false),
  unread: z.number(),
  thumbnail: z.string().nullable(),
});

const bindId = z.object({ key: z.enum([...bindKeys, 'unknown']), id: z.string() });

/** Sessions of older versions hold a bare id, which may be the task's. */
export const sessionShape = z
  .object({
    sessionId: z.string(),
    taskId: z.string(),
    bindId: z.union([bindId, z.string().transform((id) => ({ key: 'unknown', id }) as const)]).nullable(),
    afresh: z.boolean().exactOptional(),
  })
  .transform((session) => (session.bindId?.id === session.taskId ? { ...session, bindId: null } : session));

const track = oneOf<TrackKind>({ video: true, audio: true, text: true, other: true });
const volume = z.number().nullable();

const at = z.object({ segment: z.string(), startMs: z.number(), endMs: z.number() }).exactOptional();

const draftChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('added'),
    track,
    name: z.string(),
    startMs: z.number(),
    endMs: z.number(),
    volume,
    at,
  }),
  z.object({ kind: z.enum(['removed', 'restyled']), track, name: z.string(), at }),
  z.object({ kind: z.enum(['trimmed', 'moved']), track, name: z.string(), fromMs: z.number(), toMs: z.number(), at }),
  z.object({ kind: z.literal('volume'), track, name: z.string(), from: volume, to: volume, at }),
  z.object({ kind: z.literal('renamed'), track, from: z.string(), to: z.string(), at }),
]);

const notice = z.discriminatedUnion('code', [
  z.object({
    code: z.enum([
      'silent-edit',
      'unchanged',
      'no-draft',
      'export-started',
      'export-cancelled',
      'interchange-started',
      'interchange-cancelled',
      'export-asks',
      'pick-files',
      'fresh-session',
      'stopped',
      'recovered',
    ]),
  }),
  z.object({
    code: z.literal('export-form'),
    width: z.number().exactOptional(),
    height: z.number().exactOptional(),
  }),
  z.object({ code: z.literal('recovering'), attempt: z.number(), of: z.number() }),
]);

const suggestedAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['export', 'tracks', 'credits']) }),
  z.object({ kind: z.literal('edit'), text: z.string(), sends: z.literal(true).exactOptional() }),
]) satisfies z.ZodType<SuggestedAction>;

const credits = z.object({ available: z.number(), frozen: z.number(), total: z.number() });

export const receiptShape = z.object({
  before: credits,
  after: credits,
  chargedForNothing: z.boolean(),
  lowest: z.number().exactOptional(),
  later: credits.exactOptional(),
  beside: z.literal(true).exactOptional(),
});

const replyPart = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    suggestedActions: z.array(suggestedAction).readonly().exactOptional(),
  }),
  z.object({
    kind: z.literal('changes'),
    changes: z.array(draftChange).readonly(),
    undecided: z.array(z.number()).readonly().exactOptional(),
  }),
  z.object({
    kind: z.literal('question'),
    title: z.string().nullable(),
    questions: z
      .array(z.object({ prompt: z.string(), options: z.array(z.string()).readonly(), multiple: z.boolean() }))
      .readonly(),
    answers: z.array(z.array(z.string()).readonly()).readonly().nullable(),
  }),
  z.object({
    kind: z.literal('restore'),
    version: z.number(),
    missing: z.array(z.string()).readonly(),
  }),
  z.object({ kind: z.literal('raw-clip'), name: z.string(), startMs: z.number().exactOptional() }),
  z.object({ kind: z.literal('summary'), line: z.string() }),
  z.object({ kind: z.literal('credits'), credits }),
  z.object({ kind: z.literal('notice'), notice }),
]);

/** A part that cannot be read does not take the rest of the answer with it. */
const replyParts = z.array(z.unknown()).transform((parts): readonly z.output<typeof replyPart>[] =>
  parts.flatMap((part) => {
    const read = replyPart.safeParse(part);
    return read.success ? [read.data] : [];
  }),
);

export const turnRow = z.object({
  id: z.string(),
  projectId: z.string(),
  route: oneOf<Route>({ agent: true, export: true, credits: true, state: true, upload: true, interchange: true }),
  prompt: z.string(),
  attachments: z.array(z.string()).readonly(),
  state: oneOf<TurnState>({
    queued: true,
    sending: true,
    streaming: true,
    settling: true,
    done: true,
    failed: true,
    unknown: true,
  }),
  parts: replyParts,
  failure: keptFailure,
  activity: oneOf<Activity>({
    thinking: true,
    generating: true,
    editing: true,
    music: true,
    title: true,
    looking: true,
    working: true,
  })
    .nullable()
    .catch(null),
  receipt: receiptShape.nullable().catch(null),
  stillWorkingMs: z.number().nullable(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
});

export const appendedRow = z.object({ turnId: z.string(), part: z.number(), at: z.number(), delta: z.string() });

export const draftRow = z.object({
  projectId: z.string(),
  version: z.number(),
  turnId: z.string().nullable(),
  draft: z.unknown(),
});

/** `message`: of the turn that made the version. */
export const versionRow = z.object({
  version: z.number(),
  turnId: z.string().nullable(),
  at: z.number().nullable(),
  changes: z.array(draftChange).readonly().catch([]),
  more: z.number(),
  message: z.string().nullable(),
});
export const mediaKind = oneOf<MediaKind>({ video: true, image: true, audio: true });

const decisionReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('too-large'), maxBytes: z.number() }),
  z.object({ kind: z.literal('convertible'), format: z.string() }),
  z.object({ kind: z.literal('misnamed'), name: z.string() }),
  z.object({ kind: z.literal('duplicate'), name: z.string(), uploadId: z.string() }),
  z.object({ kind: z.literal('damaged') }),
]) satisfies z.ZodType<DecisionReason>;

export const decisionRow = z.object({
  id: z.string(),
  projectId: z.string(),
  path: z.string(),
  name: z.string(),
  bytes: z.number(),
  kind: mediaKind.nullable().catch(null),
  reason: decisionReason,
});

const deliveryCheck = z.object({
  durationMs: z.number(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  videoCodec: z.string().nullable(),
  audioCodec: z.string().nullable(),
  warnings: z
    .array(
      oneOf<DeliveryWarning>({
        unchecked: true,
        'no-video': true,
        'no-audio': true,
        length: true,
        black: true,
        silent: true,
      }),
    )
    .readonly(),
  // Those of older versions were judged when they were saved.
  watched: z.boolean().default(true),
});

const part = z.object({
  path: z.string(),
  validator: z.string().nullable(),
  bytes: z.number().nullable(),
  safeBytes: z.number(),
  wholeAt: z.number().nullable(),
});

export const exportRow = z.object({
  id: z.string(),
  projectId: z.string(),
  fileName: z.string(),
  state: oneOf<ExportState>({
    waiting: true,
    queued: true,
    submitted: true,
    rendering: true,
    downloading: true,
    checking: true,
    saved: true,
    failed: true,
    cancelled: true,
  }),
  version: z.number().nullable(),
  received: z.number(),
  bytes: z.number().nullable(),
  failure: keptFailure,
  polls: z.number(),
  progress: z.number().nullable(),
  phaseAt: z.number(),
  estimateMs: z.number().nullable(),
  /** The job's `check`, which is a word of SQL. */
  delivery: deliveryCheck.nullable().catch(null),
  batchId: z.string().nullable(),
  createdAt: z.number(),
  endedAt: z.number().nullable(),
  sessionId: z.string(),
  lostSession: z.string().nullable(),
  targetPath: z.string(),
  replaces: z.boolean().catch(false),
  renderId: z.string().nullable(),
  renders: z.number(),
  outputUrl: z.string().nullable(),
  // A download that cannot be understood starts over.
  part: part.nullable().catch(null),
});

export const exportDraftRow = z.object({ id: z.string(), draft: z.unknown() });

export const renderTimeRow = z.object({ draftMs: z.number(), tookMs: z.number() });
