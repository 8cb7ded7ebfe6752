import { Readable } from 'node:stream';
import { err, ok, type Result } from '../../shared/result.ts';
import { jsonBody, traitsOf, type Caller, type Request } from './caller.ts';
import { readEnvelope } from './envelope.ts';
import type { CloudError } from './errors.ts';
import type { AgentEvents } from './stream/agent-event.ts';
import { eagerly, readAgentStream } from './stream/read-agent-stream.ts';

type Input = { readonly sessionId: string; readonly message: string; readonly signal?: AbortSignal | undefined };

/** Posts one message to `/run_sse`. Status and content type are checked before the first event is read. */
export function runTurn(caller: Caller, input: Input): Promise<Result<AgentEvents, CloudError>> {
  const request: Request = {
    method: 'POST',
    target: '/run_sse',
    headers: { accept: 'text/event-stream' },
    body: jsonBody({
      app_name: 'nemo_agent',
      user_id: 'me',
      session_id: input.sessionId,
      new_message: { parts: [{ text: input.message }] },
    }),
    signal: input.signal,
    // Minutes can pass between two events; the caller's watchdog knows what is too long.
    silenceMs: 0,
    session: true,
  };
  return caller.judged(request, async (answer, signal) => {
    if (answer.status === 200 && answer.contentType === 'text/event-stream')
      return ok(readAgentStream(eagerly(answer.body)));
    const json = await readEnvelope(answer, traitsOf(request), signal);
    if (json.ok) return err({ kind: 'bad-answer', reason: 'wrong-content-type' });
    return isEmpty(json.error) ? ok(readAgentStream(eagerly(Readable.from([])))) : json;
  });
}

/** wire contract: an empty 200 body is a silent turn, no failure. */
function isEmpty(error: CloudError): boolean {
  return error.kind === 'bad-answer' && error.reason === 'empty';
}
