import { type CostKind, reframes } from './message-cost.ts';

/** Before which messages the user is asked whether they may be paid for. */
export const spendPermissions = ['new-clips', 'always', 'never'] as const;
export type SpendPermission = (typeof spendPermissions)[number];

/**
 * What is asked before something is paid for, each of which the user can have left out: another clip in a project that has one, the same
 * for another ratio, any other message, a batch.
 */
export const spendQuestions = ['new-clip', 'new-ratio', 'message', 'batch'] as const;
export type SpendQuestion = (typeof spendQuestions)[number];

export type SpendRules = {
  readonly spending: SpendPermission;
  /** Questions that the user does not want to be asked again. */
  readonly silenced: readonly SpendQuestion[];
};

/**
 * What to ask before a message with these words, of these kinds, goes to the agent; null for nothing. `hasClip`: the project has a clip, or
 * will have one when the message's turn comes. The first clip of a project is asked about only where the user wants to be asked always.
 */
export function questionBefore(
  message: { readonly prompt: string; readonly kinds: readonly CostKind[]; readonly hasClip: boolean },
  rules: SpendRules,
): SpendQuestion | null {
  const another = message.hasClip && message.kinds.every((kind) => kind === 'generate');
  const question = !another ? 'message' : reframes(message.prompt) ? 'new-ratio' : 'new-clip';
  return isAsked(question, rules) ? question : null;
}

export function isAsked(question: SpendQuestion, { spending, silenced }: SpendRules): boolean {
  if (spending === 'never' || silenced.includes(question)) return false;
  return spending === 'always' || question === 'new-clip' || question === 'new-ratio';
}
