import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../locales/text.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import type { Failure } from '../../shared/domain/failure.ts';
import { openAccountPage } from '../state/account.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';

type Props = { readonly children: string; readonly action?: ReactNode; readonly onDismiss: () => void };

/** One line of trouble, with what can be done about it, until it is dismissed. */
export function Trouble({ children, action, onDismiss }: Props) {
  const { t } = useText();
  return (
    <div className="flex items-start gap-2 rounded-control border border-line bg-raised py-1 pr-1 pl-3 text-sm">
      <span aria-hidden className="mt-[8px] size-[7px] shrink-0 rounded-full bg-bad" />
      <p className="min-w-0 flex-1 py-0.5 wrap-anywhere">{children}</p>
      {action}
      <IconButton icon={X} name={t('shell.dismiss')} onClick={onDismiss} />
    </div>
  );
}

const names = { register: 'chat.register', 'top-up': 'chat.topUp', project: 'shell.openInBrowser' } as const;

type LinkProps = {
  readonly failure: Failure;
  /** The project it happened in, where that is not the open one. */
  readonly projectId?: string;
};

/** The way out of a failure that leads to a page of the cloud. */
export function FailureLink({ failure, projectId }: LinkProps) {
  const { t } = useText();
  const openId = useWindow((state) => state.openProjectId);
  const { link, code } = failure;
  const rehearsal = useWindow((state) => state.rehearsal);
  if (rehearsal && code === 'no-credits')
    return (
      <Button look="quiet" onClick={() => void ask('rehearsal.resetCredits', {})}>
        {t('faults.resetCredits')}
      </Button>
    );
  if (link === undefined) return null;
  return (
    <Button look="quiet" onClick={() => openAccountPage(link, projectId ?? openId)}>
      {t(names[link])}
    </Button>
  );
}
