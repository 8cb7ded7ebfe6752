import { z } from 'zod';
import type { Queue } from '../domain/app-state.ts';
import type { LikelyCost } from '../domain/message-cost.ts';
import { longestMessage, type Turn } from '../domain/turn.ts';
import { mostFiles } from '../domain/upload.ts';
import { longestSuffix } from '../domain/video-format.ts';
import { defineRequest, id, nothing, project, returns, flag } from './request.ts';

/** Messages and their answers. `anyway`: the user was told that this passes the daily ceiling. */
export const turnRequests = {
  /** Routes the message: to the agent as a new turn (after its uploads), or to a command of the app. */
  'turn.send': defineRequest({
    input: z.strictObject({
      projectId: id,
      text: z.string().trim().min(1).max(longestMessage),
      uploadIds: z.array(id).max(mostFiles),
      /** What the user sees behind the words and lets go with them: the chosen format. A command of the app goes without. */
      suffix: z.string().max(longestSuffix).default(''),
      /** The user was told that this passes the daily ceiling. */
      anyway: flag,
      /**
       * The words are a button's, not the composer's. What comes from there goes only with all files that wait there: `files-missing`
       * where one of them failed.
       */
      beside: z.boolean().default(false),
    }),
  }),
  'turn.stop': defineRequest({ input: z.strictObject({ turnId: id }) }),
  /**
   * Sends the message of a turn that failed, or whose fate is unknown, as a new turn; only the user asks for this.
   * `anyway`: they were told that it exceeds the daily limit. `without`: that files of it are gone.
   */
  'turn.retry': defineRequest({
    input: z.strictObject({ turnId: id, anyway: flag, without: flag }),
  }),
  /**
   * Removes one of the changes that came by themselves, by a message of its own. `anyway`: the user was told that this passes the
   * daily ceiling.
   */
  'turn.removeChange': defineRequest({
    input: z.strictObject({
      turnId: id,
      part: z.number().int().min(0),
      change: z.number().int().min(0),
      anyway: flag,
    }),
  }),
  /**
   * Answers the questions of a card, once: the labels chosen for each of them, none where it is skipped. It goes out as a message. `anyway`:
   * the user was told that this passes the daily ceiling.
   */
  'turn.answer': defineRequest({
    input: z.strictObject({
      turnId: id,
      part: z.number().int().min(0),
      answers: z.array(z.array(z.string().max(1000)).max(50)).max(50),
      anyway: flag,
    }),
  }),
  /** How long a generation took lately, in ms; null where there was none. */
  'turn.usualGeneration': defineRequest({ input: nothing, output: returns<number | null>() }),
  'queue.edit': defineRequest({
    input: z.strictObject({ turnId: id, text: z.string().trim().min(1).max(longestMessage) }),
  }),
  /** Puts a waiting message before another one, or last. */
  'queue.move': defineRequest({ input: z.strictObject({ turnId: id, before: id.nullable() }) }),
  'queue.remove': defineRequest({ input: z.strictObject({ turnId: id }) }),
  /** Lets the waiting messages go; `anyway`: the user was told that the first may exceed the daily limit. */
  'queue.resume': defineRequest({ input: z.strictObject({ projectId: id, anyway: flag }) }),
  /** Removes all waiting messages. */
  'queue.removeAll': defineRequest({ input: project }),
} as const;

export type TurnAppEvent =
  | { readonly type: 'turn'; readonly turn: Turn }
  /** Text of one part from offset `at` (UTF-16 units) on: applying a patch twice changes nothing. */
  | {
      readonly type: 'turn-text';
      readonly projectId: string;
      readonly turnId: string;
      readonly part: number;
      readonly at: number;
      readonly delta: string;
    }
  /** The user took a waiting message out, or the order of the waiting ones changed. */
  | { readonly type: 'turn-removed'; readonly projectId: string; readonly turnId: string }
  | { readonly type: 'turn-order'; readonly projectId: string; readonly queued: readonly string[] }
  | { readonly type: 'queue'; readonly projectId: string; readonly queue: Queue }
  | { readonly type: 'likely-cost'; readonly likelyCost: LikelyCost };
