import { assertNever } from '../../shared/assert-never.ts';
import type { ReplyPart, Turn } from '../../shared/domain/turn.ts';
import { changeLine } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';

/** The agent's words alone, as they came. Reads nothing that could be of another shape than it should. */
export function plainAnswer({ parts }: Turn): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join('\n\n')
    .trim();
}

/** What came of a message as Markdown for the clipboard: the agent's words as they were written, changes as a list. */
export function answerText(t: Translate, turn: Turn): string {
  return turn.parts
    .flatMap((part) => {
      switch (part.kind) {
        case 'text':
          return [part.text.trim()];
        case 'changes':
          return [part.changes.map((change) => `- ${changeLine(t, change).text}`).join('\n')];
        case 'summary':
          return [part.line];
        case 'question':
          return [questionText(part)];
        case 'raw-clip':
        case 'credits':
        case 'notice':
          return [];
        default:
          return assertNever(part);
      }
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

function questionText({ title, questions }: Extract<ReplyPart, { readonly kind: 'question' }>): string {
  const lines = questions.flatMap(({ prompt, options }, index) => [
    `${index + 1}. ${prompt}`,
    ...options.map((option) => `   - ${option}`),
  ]);
  return [...(title === null ? [] : [`**${title}**`, '']), ...lines].join('\n');
}
