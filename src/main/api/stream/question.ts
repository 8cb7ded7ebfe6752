import type { Question } from '../../../shared/domain/turn.ts';

/** What the agent asks in one go. */
export type Asked = { readonly title: string | null; readonly questions: readonly Question[] };

/** More than this nobody reads. Lengths in characters. */
const most = { questions: 20, options: 40, prompt: 1000, label: 300 } as const;

/** Whether a tool of this name puts a question to the user (wire contract: "The agent asks"). */
export function isQuestion(tool: string): boolean {
  return /^ask_?(?:user_?)?questions?$/i.test(tool);
}

/**
 * Reads the arguments `{title?, questions: [{id, prompt, options: [{id, label}], allow_multiple?}]}` of `ask_question` in their plausible
 * spellings; null where they ask nothing.
 */
export function readQuestion(args: unknown): Asked | null {
  const given = typeof args === 'string' ? parse(args) : args;
  if (!isObject(given)) return null;
  const list = Array.isArray(given['questions']) ? given['questions'] : [given];
  const questions = list.slice(0, most.questions).flatMap(questionIn);
  return questions.length === 0 ? null : { title: words(given['title'], most.prompt), questions };
}

function questionIn(json: unknown): readonly Question[] {
  if (!isObject(json)) return typeof json === 'string' ? questionIn({ prompt: json }) : [];
  const prompt = words(json['prompt'] ?? json['question'] ?? json['text'], most.prompt);
  if (prompt === null) return [];
  const options = Array.isArray(json['options']) ? json['options'] : [];
  const labels = options.slice(0, most.options).flatMap((option) => labelIn(option) ?? []);
  const multiple = json['allow_multiple'] === true || json['allowMultiple'] === true || json['multiple'] === true;
  return [{ prompt, options: [...new Set(labels)], multiple }];
}

function labelIn(option: unknown): string | null {
  if (!isObject(option)) return words(option, most.label);
  return words(option['label'] ?? option['text'] ?? option['name'] ?? option['value'] ?? option['id'], most.label);
}

/** One line: the answer goes out with a line for each question. */
function words(value: unknown, longest: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return String(value).slice(0, longest).replaceAll(/\s+/g, ' ').trim() || null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
