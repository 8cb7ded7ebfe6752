import { z } from 'zod';
import type { ProjectView, Snapshot } from '../domain/app-state.ts';
import type { Failure } from '../domain/failure.ts';
import type { Project } from '../domain/project.ts';

/** What a request answers: data, or a failure with a stable code. Nothing is thrown across. */
export type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: Failure };

type RequestSpec<Input extends z.ZodType, Output> = { readonly input: Input; readonly output?: Output };

const answers =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): RequestSpec<Input, Output> => ({ input });

const nothing = z.strictObject({});
const id = z.uuid();
const project = z.strictObject({ projectId: id });
/** A thumbnail is a JPEG of at most about 48 KB, so that a list of hundreds stays light. */
const jpegDataUrl = z
  .string()
  .max(64 * 1024)
  .regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/]+=*$/);

/** THE contract: every request with the shape of its input (checked in main) and the type of its answer. */
export const contract = {
  /** Sends this window all events from now on, and answers with the state they continue. */
  'app.subscribe': answers<Snapshot>()(nothing),
  'app.connect': answers<null>()(nothing),
  /** Starts over on the embedded studio: offline, no account. */
  'app.rehearse': answers<null>()(nothing),
  'app.cancelRateLimit': answers<null>()(nothing),
  'app.openLink': answers<null>()(z.strictObject({ link: z.enum(['register', 'top-up']) })),
  /** A link out of an agent's answer; https only. */
  'app.openUrl': answers<null>()(z.strictObject({ url: z.url({ protocol: /^https$/ }).max(2048) })),
  'settings.change': answers<null>()(
    z.strictObject({
      language: z.enum(['en', 'zh', 'system']).optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
    }),
  ),
  'settings.keepToken': answers<null>()(z.strictObject({ keep: z.enum(['profile', 'until-quit']) })),
  'project.create': answers<Project>()(nothing),
  'project.open': answers<ProjectView>()(project),
  'project.thumbnail': answers<null>()(z.strictObject({ projectId: id, image: jpegDataUrl })),
  'credits.refresh': answers<null>()(nothing),
  /** Routes the message: to the agent as a new turn (after its uploads), or to a deed of the app. */
  'turn.send': answers<null>()(
    z.strictObject({
      projectId: id,
      text: z.string().trim().min(1).max(20_000),
      uploadIds: z.array(id).max(200),
    }),
  ),
  'turn.stop': answers<null>()(z.strictObject({ turnId: id })),
  /** Sends the message of a turn that failed, or whose fate is unknown, as a new turn. Only ever by the user's hand. */
  'turn.retry': answers<null>()(z.strictObject({ turnId: id })),
  /** Shows the native picker; the chosen files appear as uploads. */
  'upload.pick': answers<null>()(project),
  'upload.retry': answers<null>()(z.strictObject({ uploadId: id })),
  /** Cancels a running upload, or takes a file out of the composer. */
  'upload.remove': answers<null>()(z.strictObject({ uploadId: id })),
  /** Checks the state, asks where to save, and starts an export. */
  'export.start': answers<null>()(project),
  'export.cancel': answers<null>()(z.strictObject({ exportId: id })),
  'export.retry': answers<null>()(z.strictObject({ exportId: id })),
  'export.showInFolder': answers<null>()(z.strictObject({ exportId: id })),
} as const;

export type Contract = typeof contract;
export type RequestName = keyof Contract;
export type RequestInput<N extends RequestName> = z.input<Contract[N]['input']>;
export type ParsedInput<N extends RequestName> = z.output<Contract[N]['input']>;
export type RequestOutput<N extends RequestName> = Exclude<Contract[N]['output'], undefined>;
