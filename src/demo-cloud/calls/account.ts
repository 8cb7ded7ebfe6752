import { randomBytes } from 'node:crypto';
import { TOKEN_DAYS_MS } from '../accounts.ts';
import { failure, success } from '../reply.ts';
import { isAttributed, ownSession, textField } from './exchange.ts';
import type { AccountHandler, Handler } from './exchange.ts';

export const anonymousToken: Handler = ({ world, request }) => {
  const clientId = request.headers['x-client-id'];
  if (typeof clientId !== 'string' || clientId === '') return failure(400);
  const token = world.accounts.issue(clientId);
  const account = token === null ? null : world.accounts.byToken(token);
  if (account === null) return failure(429, 429, { 'retry-after': '30' });
  if (!isAttributed(request)) world.accounts.update(account.id, { attributed: false });
  return success({
    token,
    credits: account.credits.available,
    expires_in: TOKEN_DAYS_MS / 1000,
    scopes: ['read', 'write', 'upload'],
  });
};

export const createSession: AccountHandler = ({ world, body }, account) => {
  const session = world.sessions.open(account.id, textField(body, 'language'));
  return success({
    task_id: session.taskId,
    session_id: session.id,
    task_name: textField(body, 'task_name'),
    bind_id: bindId(account.id),
  });
};

export const claimToken: AccountHandler = ({ world, body }, account) => {
  const session = ownSession(world, account, textField(body, 'session_id'));
  if (session === undefined || session.taskId !== textField(body, 'task_id')) return failure(1002);
  return success({ claim_token: `clm_${randomBytes(16).toString('hex')}`, expires_in: TOKEN_DAYS_MS / 1000 });
};

export const credits: AccountHandler = (_exchange, account) => success(account.credits);

/** What the registration link carries. */
function bindId(accountId: string): string {
  return Buffer.from(accountId).toString('base64url').slice(0, 24);
}
