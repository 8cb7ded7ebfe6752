import type { Result } from '../../shared/result.ts';
import { jsonBody, type Caller } from './caller.ts';
import type { RenderStatus } from './answers.ts';
import type { CloudError } from './errors.ts';
import { renderShape } from './render-answer.ts';
import { acceptedShape } from './shapes.ts';

type Options = { readonly signal?: AbortSignal | undefined };

export function submitRender(
  caller: Caller,
  input: Options & { readonly renderId: string; readonly sessionId: string; readonly draft: unknown },
): Promise<Result<null, CloudError>> {
  return caller.json(
    {
      method: 'POST',
      target: '/api/render/proxy/lambda',
      // wire contract: `sessionId` is camelCase here, and only here.
      body: jsonBody({
        id: input.renderId,
        sessionId: input.sessionId,
        draft: input.draft,
        output: { format: 'mp4', quality: 'high' },
      }),
      signal: input.signal,
      session: true,
    },
    acceptedShape,
  );
}

export function renderStatus(
  caller: Caller,
  input: Options & { readonly renderId: string },
): Promise<Result<RenderStatus, CloudError>> {
  const target = `/api/render/proxy/lambda/${encodeURIComponent(input.renderId)}`;
  return caller.json({ method: 'GET', target, signal: input.signal, render: true }, renderShape);
}

/** Nobody waits for it, so a cloud that is busy is not asked again. */
export function cancelRender(
  caller: Caller,
  input: Options & { readonly renderId: string },
): Promise<Result<null, CloudError>> {
  const target = `/api/render/proxy/lambda/${encodeURIComponent(input.renderId)}/cancel`;
  return caller.json({ method: 'POST', target, signal: input.signal, patient: false }, acceptedShape);
}
