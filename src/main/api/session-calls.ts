import type { Result } from '../../shared/result.ts';
import { jsonBody, type Caller } from './caller.ts';
import type { ClaimToken, CloudSession, CreditBalance, SessionState } from './answers.ts';
import type { CloudError } from './errors.ts';
import { claimShape, creditsShape, sessionShape, stateShape } from './shapes.ts';

type Options = { readonly signal?: AbortSignal | undefined };

export function createSession(
  caller: Caller,
  input: Options & { readonly language: string },
): Promise<Result<CloudSession, CloudError>> {
  return caller.json(
    {
      method: 'POST',
      target: '/api/tasks/me/with-session/nemo_agent',
      body: jsonBody({ task_name: 'project', language: input.language }),
      signal: input.signal,
    },
    sessionShape,
  );
}

export function claimToken(
  caller: Caller,
  input: Options & { readonly sessionId: string; readonly taskId: string },
): Promise<Result<ClaimToken, CloudError>> {
  return caller.json(
    {
      method: 'POST',
      target: '/api/auth/claim-token',
      body: jsonBody({ task_id: input.taskId, session_id: input.sessionId }),
      signal: input.signal,
      session: true,
    },
    claimShape,
  );
}

export function credits(caller: Caller, input: Options): Promise<Result<CreditBalance, CloudError>> {
  return caller.json({ method: 'GET', target: '/api/credits/balance/simple', signal: input.signal }, creditsShape);
}

export function latestState(
  caller: Caller,
  input: Options & { readonly sessionId: string },
): Promise<Result<SessionState, CloudError>> {
  const target = `/api/state/nemo_agent/me/${encodeURIComponent(input.sessionId)}/latest`;
  return caller.json({ method: 'GET', target, signal: input.signal, session: true }, stateShape);
}
