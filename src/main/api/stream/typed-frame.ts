type Json = Readonly<Record<string, unknown>>;

/** A typed frame as its ADK fellow. `alone`: its text is a chunk that no aggregate follows. */
export type Typed = { readonly event: Json; readonly alone: boolean };

/**
 * Reads the typed frames of the vendor's older paper (wire contract: `{"type":"text","content":"..."}`, `tool_call`, `tool_result`,
 * `heartbeat`). Null for any other frame. Texts are pieces of the answer unless they say that they are whole.
 */
export function readTyped(json: Json): Typed | 'heartbeat' | null {
  const content = json['content'] ?? json['text'];
  const partial = json['partial'];
  switch (json['type']) {
    case 'heartbeat':
      return 'heartbeat';
    case 'text':
      return typeof content === 'string'
        ? { event: eventOf(json, { text: content }, partial !== false), alone: partial === undefined }
        : null;
    case 'thinking':
    case 'thought':
      return { event: eventOf(json, { thought: true }, true), alone: false };
    case 'tool_call':
      return { event: eventOf(json, { functionCall: toolOf(json) }, false), alone: false };
    case 'tool_result': {
      const { result, error } = json;
      const response = typeof result === 'object' && result !== null ? { error, ...result } : { error, result };
      return { event: eventOf(json, { functionResponse: { ...toolOf(json), response } }, false), alone: false };
    }
    case 'error':
      return { event: { error: json['message'] ?? content ?? 'unspecified' }, alone: false };
    default:
      return null;
  }
}

/** The frame's id names the event; `call_id` a call, which else is known by its name. */
function toolOf(json: Json): Json {
  return { id: json['call_id'] ?? json['tool_call_id'], name: json['name'], args: json['args'] ?? json['arguments'] };
}

function eventOf({ id, author }: Json, part: Json, partial: boolean): Json {
  return { id, author, partial, content: { parts: [part] } };
}
