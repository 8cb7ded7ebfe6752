import type { LinkTarget } from '../../shared/domain/failure.ts';
import { withoutNotice } from './apply-account.ts';
import { ask } from './client.ts';
import { retryTurn } from './messages.ts';
import type { AccountNotice } from './model.ts';
import { update, useWindow } from './store.ts';

export function closeAccountNotice(): void {
  update((state) => withoutNotice(state, () => true));
}

/** Opens a page of the web site. From then on another try may help. */
export function openAccountPage(link: LinkTarget, projectId: string): void {
  if (link !== 'project')
    update((state) => ({ ...state, accountNotice: { ...state.accountNotice, isRegistering: true } }));
  void ask('app.openLink', { link, projectId });
}

/** Whether a plan that forbade an export may allow it by now: the user has been to the account's page since. */
export function useMayExportAgain(): boolean {
  return useWindow(({ rehearsal, accountNotice }) => rehearsal || accountNotice.isRegistering);
}

/** Whether a message could go now: the user has been to the account's page since, or there are credits. */
export function useMaySendAgain(): boolean {
  return useWindow(
    ({ rehearsal, credits, connection, accountNotice: { isRegistering } }) =>
      rehearsal || isRegistering || (connection.state !== 'spent' && (credits === null || credits.available > 0)),
  );
}

/** Does once more what the account stood in the way of. A message goes only where there are more credits than before. */
export async function tryAgain({ reason, turnId, exportId }: AccountNotice): Promise<void> {
  if (reason === 'token-spent') return void (await ask('app.connect', {}));
  if (exportId !== null) return void (await ask('export.retry', { exportId }));
  const { shortOf } = useWindow.getState().accountNotice;
  const credits = await ask('credits.refresh', {});
  if (credits.ok && turnId !== null && credits.data.available > (shortOf ?? 0)) await retryTurn(turnId);
}
