import type { ReplyPart } from '../../shared/domain/turn.ts';

/** More of the text of part `part`, from UTF-16 offset `at` on. */
export type Appended = { readonly part: number; readonly at: number; readonly delta: string };

/**
 * The parts with what was appended to them, in the order in which it came. The same piece twice changes nothing. A piece for a
 * part that is not there, or holds no text, becomes a part of its own: nothing that came is lost.
 */
export function withAppended(parts: readonly ReplyPart[], pieces: readonly Appended[]): readonly ReplyPart[] {
  if (pieces.length === 0) return parts;
  const grown = [...parts];
  for (const { part, at, delta } of pieces) {
    const before = grown[part];
    if (before?.kind === 'text') grown[part] = { ...before, text: overlaid(before.text, at, delta) };
    else grown.push({ kind: 'text', text: delta });
  }
  return grown;
}

function overlaid(text: string, at: number, delta: string): string {
  // The ordinary case apart: pieces of a long text must not copy it each time.
  return at >= text.length ? text + delta : text.slice(0, at) + delta + text.slice(at + delta.length);
}
