import type { z } from 'zod';
import type { Failure } from '../domain/failure.ts';
import { appRequests } from './app.ts';
import { batchRequests } from './batch.ts';
import { creditRequests } from './credits.ts';
import { draftRequests } from './drafts.ts';
import { exportRequests } from './exports.ts';
import { localDataRequests } from './local-data.ts';
import { mediaJobRequests } from './media-jobs.ts';
import { projectRequests } from './projects.ts';
import { rehearsalRequests } from './rehearsal.ts';
import { projectMediaRequests } from './project-media.ts';
import { turnRequests } from './turns.ts';
import { updateRequests } from './updates.ts';
import { uploadRequests } from './uploads.ts';

/** Every request from the window to main, put together from its domains. */
export const contract = {
  ...appRequests,
  ...creditRequests,
  ...projectRequests,
  ...turnRequests,
  ...uploadRequests,
  ...draftRequests,
  ...exportRequests,
  ...mediaJobRequests,
  ...batchRequests,
  ...rehearsalRequests,
  ...projectMediaRequests,
  ...localDataRequests,
  ...updateRequests,
} as const;

type Contract = typeof contract;
export type RequestName = keyof Contract;
export type RequestInput<N extends RequestName> = z.input<Contract[N]['input']>;
export type ParsedInput<N extends RequestName> = z.output<Contract[N]['input']>;
export type RequestOutput<N extends RequestName> = Exclude<Contract[N]['output']['type'], undefined>;

type From<A> = { readonly [N in RequestName]: Contract[N]['from'] extends A ? N : never }[RequestName];

/** The requests that the page may make; all others are the preload script's. */
export type PageRequestName = From<'page'>;
export type PreloadRequestName = From<'preload'>;

/** What a request answers: data, or a failure with a stable code. Nothing is thrown across. */
export type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: Failure };
