/**
 * What the chunks of a server are: more of the text, as ADK servers send them, or all of it so far again ("He", "Hello"). `unknown` while
 * none has told.
 */
export type ChunkStyle = 'unknown' | 'more' | 'whole';

/** A text as far as its chunks have brought it. */
export type Written = {
  readonly text: string;
  /**
   * As long as each chunk has begun with the one before, it may be all of the text so far: the last one, and what they are together if
   * each is more. `grew`: one was longer than the one before, which chance does not make. Null: chunks are more.
   */
  readonly repeats: { readonly last: string; readonly together: string; readonly grew: boolean } | null;
};

/** `more`: what was put behind the text; null where it is another one now. */
export type Step = { readonly written: Written; readonly more: string | null };

/** A text before its first chunk, from a server of which this is known. */
export function unwritten(style: ChunkStyle): Written {
  return { text: '', repeats: style === 'more' ? null : { last: '', together: '', grew: style === 'whole' } };
}

/** The text after more chunks. Takes no longer for a long text than for a short one: only chunks are compared. */
export function write(before: Written, chunks: readonly string[]): Step {
  let written = before;
  const more: string[] = [];
  let isOther = false;
  for (const [index, chunk] of chunks.entries()) {
    if (written.repeats === null) {
      // Written together, not chained, so that nothing of the frames outlives this.
      const rest = chunks.slice(index).join('');
      more.push(rest);
      written = { ...written, text: written.text + rest };
      break;
    }
    const step = writeOne(written, written.repeats, chunk);
    written = step.written;
    isOther ||= step.more === null;
    more.push(step.more ?? '');
  }
  return { written, more: isOther ? null : more.join('') };
}

function writeOne({ text }: Written, repeats: NonNullable<Written['repeats']>, chunk: string): Step {
  if (chunk === '') return { written: { text, repeats }, more: '' };
  const { last, grew } = repeats;
  const together = repeats.together + chunk;
  if (!chunk.startsWith(last)) {
    return { written: { text: together, repeats: null }, more: grew && last !== '' ? null : chunk };
  }
  const grows = grew || (last !== '' && chunk.length > last.length);
  const next = { last: chunk, together, grew: grows };
  if (!grows) return { written: { text: together, repeats: next }, more: chunk };
  // Either each chunk so far was all of the text, or the chunks before were put behind each other.
  const continues = grew || repeats.together.length === last.length;
  return { written: { text: chunk, repeats: next }, more: continues ? chunk.slice(last.length) : null };
}

/** What is known of the server after this. */
export function styleOf(before: ChunkStyle, { repeats }: Written, after: Written): ChunkStyle {
  if (after.repeats === null) return repeats === null ? before : 'more';
  return after.repeats.grew ? 'whole' : before;
}
