import { z } from 'zod';

/** Who may ask: the page, or only the preload script, which knows the paths and bytes of what was dropped or pasted. */
export type Asker = 'page' | 'preload';

/** A request: what its input must be (checked in main), and what it answers. */
type RequestSpec<Input extends z.ZodType, Output, From extends Asker> = {
  readonly from: From;
  readonly input: Input;
  readonly output: Returns<Output>;
};

/** The answer is a type alone, without a check: the window trusts main. */
type Returns<Output> = { readonly type?: Output };

export function returns<Output>(): Returns<Output> {
  return {};
}

type Shapes<Input, Output> = { readonly input: Input; readonly output?: Returns<Output> };

/** A request that the page may make. It answers null unless `output` says otherwise. */
export function defineRequest<Input extends z.ZodType, Output = null>({
  input,
  output = {},
}: Shapes<Input, Output>): RequestSpec<Input, Output, 'page'> {
  return { from: 'page', input, output };
}

/** A request that only the preload script makes: the page can neither name nor send it. */
export function definePreloadRequest<Input extends z.ZodType, Output = null>({
  input,
  output = {},
}: Shapes<Input, Output>): RequestSpec<Input, Output, 'preload'> {
  return { from: 'preload', input, output };
}

export const nothing = z.strictObject({});
export const id = z.uuid();
export const project = z.strictObject({ projectId: id });

/** A version of a project's cut; they count from 1. */
export const version = z.number().int().min(1);

/** Rows of a list to tick, by their ids. */
export const rowId = z.number().int().min(0);

/** The user was warned, and wants it all the same. */
export const flag = z.boolean().default(false);

/** A thumbnail is a JPEG of at most about 48 KB, so that a list of hundreds stays light. */
export const jpegDataUrl = z
  .string()
  .max(64 * 1024)
  .regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/]+=*$/);

/** Absolute paths of files and folders that were dropped. */
export const droppedPaths = z.array(z.string().max(32_768)).min(1).max(100_000);
