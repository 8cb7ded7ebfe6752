import { expect, it } from 'vitest';
import { type CallerDeps, createCaller } from '../../../../src/main/api/caller.ts';
import { err, ok } from '../../../../src/shared/result.ts';

it('changes something at the cloud only when what is to be remembered of it is on the disk', async () => {
  const sent: string[] = [];
  let onDisk = (): void => undefined;
  const caller = createCaller({
    http: {
      send: ({ method }) => {
        sent.push(method);
        return Promise.resolve(err({ kind: 'cancelled' }));
      },
      isOwn: () => true,
    } as CallerDeps['http'],
    tokens: { token: () => Promise.resolve(ok('token')), renew: () => Promise.resolve(ok('token')) },
    rateLimit: { withRetry: (call) => call() } as CallerDeps['rateLimit'],
    written: () => new Promise((resolve) => (onDisk = resolve)),
  });
  const judge = () => Promise.resolve(ok(null));
  await caller.judged({ method: 'GET', target: '/state' }, judge);
  expect(sent).toEqual(['GET']);
  const posted = caller.judged({ method: 'POST', target: '/run_sse' }, judge);
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toEqual(['GET']);
  onDisk();
  await posted;
  expect(sent).toEqual(['GET', 'POST']);
});
