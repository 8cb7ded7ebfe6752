/** Where a walk through earlier prompts stands; null while nobody walks. `at` counts from the newest, 0. */
export type Walk = { readonly at: number; readonly text: string } | null;

/** What a project was told, newest first; the same words twice in a row count once. */
export function promptsOf(turns: readonly { readonly prompt: string }[]): readonly string[] {
  const prompts = turns.map(({ prompt }) => prompt).filter((prompt) => prompt !== '');
  return prompts.filter((prompt, index) => prompt !== prompts[index + 1]).reverse();
}

/**
 * The next place of a walk, or null where the key is none of its business. A walk begins in an empty composer, and ends as soon
 * as the text is changed. Going forward past the newest prompt ends at an empty text, `at` -1.
 */
export function walk(prompts: readonly string[], walked: Walk, text: string, step: 'back' | 'forward'): Walk {
  const walking = walked !== null && walked.at >= 0 && walked.text === text;
  if (!walking && text !== '') return null;
  const at = (walking ? walked.at : -1) + (step === 'back' ? 1 : -1);
  if (at < -1) return null;
  if (at === -1) return { at, text: '' };
  const prompt = prompts[at];
  return prompt === undefined ? null : { at, text: prompt };
}
