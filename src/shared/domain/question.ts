/** A question of the agent. `multiple`: more than one option may be chosen; without options the answer is free. */
export type Question = {
  readonly prompt: string;
  readonly options: readonly string[];
  readonly multiple: boolean;
};

/** What was chosen for each question, in the words of the options; nothing for one that is skipped. */
export type Answers = readonly (readonly string[])[];

/**
 * The message that answers questions (wire contract: "one line for each question: `1. <prompt>: <label>[, <label>]`, or
 * `1. <prompt>: Skipped`"). The agent reads it: it is the same in all languages.
 */
export function answerMessage(questions: readonly Question[], answers: Answers): string {
  return questions
    .map(({ prompt }, index) => {
      const labels = (answers[index] ?? []).map(oneLine).filter((label) => label !== '');
      return `${index + 1}. ${oneLine(prompt)}: ${labels.length === 0 ? 'Skipped' : labels.join(', ')}`;
    })
    .join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
