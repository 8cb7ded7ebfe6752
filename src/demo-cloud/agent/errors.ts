import { assertNever } from '../../shared/assert-never.ts';
import type { StreamErrorForm, Step } from './script.ts';

const MESSAGE = 'The model service is overloaded. Please try again later.';

/**
 * A turn that fails in the stream. Where the form lets an answer come first, that is what `asked` would have been;
 * otherwise the turn does nothing of what was asked.
 */
export function planError(form: StreamErrorForm, asked: readonly Step[]): readonly Step[] {
  switch (form) {
    case 'error':
      return [{ kind: 'json', value: { error: MESSAGE } }];
    case 'error-details':
      return [{ kind: 'json', value: { error: 'Request failed', error_details: MESSAGE } }];
    case 'error-code':
      return [{ kind: 'event', keys: { errorCode: 'UNKNOWN_ERROR', errorMessage: MESSAGE } }];
    case 'error-code-with-text':
      return [
        {
          kind: 'event',
          keys: {
            errorCode: 'MAX_TOKENS',
            errorMessage: MESSAGE,
            content: { role: 'model', parts: [{ text: 'This is as far as I got.' }] },
          },
        },
      ];
    case 'invalid-json':
      return [{ kind: 'raw', text: 'data: {"error": "Tool "apply_edit" failed: segment "intro" is locked"}\n\n' }];
    case 'system-text':
      return [
        {
          kind: 'event',
          keys: { author: 'system', content: { role: 'model', parts: [{ text: `Error: ${MESSAGE}` }] } },
        },
      ];
    case 'after-answer':
      return [...asked, { kind: 'json', value: { error: MESSAGE } }];
    case 'temporary-issue':
      return [...asked, { kind: 'say', text: 'I encountered a temporary issue' }];
    case 'after-chunks':
      return [
        { kind: 'say', text: 'Let me think about this for a moment', aggregate: false },
        { kind: 'event', keys: { errorCode: 'UNKNOWN_ERROR', errorMessage: 'scripted "model" failure:\nsecond line' } },
      ];
    case 'tool-error':
      return [
        {
          kind: 'tool',
          name: 'apply_edit',
          args: { section: 'intro' },
          response: { error: MESSAGE },
          ms: 1000,
          edits: [],
          progressive: false,
        },
        ...asked,
      ];
    default:
      return assertNever(form);
  }
}
