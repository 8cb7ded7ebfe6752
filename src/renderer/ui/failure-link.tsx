import type { Failure } from '../../shared/domain/failure.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Button } from './button.tsx';

const names = { register: 'chat.register', 'top-up': 'chat.topUp', project: 'shell.openInBrowser' } as const;

type Props = {
  readonly failure: Failure;
  /** The project it happened in, where that is not the open one. */
  readonly projectId?: string;
};

/** The way out of a failure that leads to a page of the cloud. */
export function FailureLink({ failure, projectId }: Props) {
  const { t } = useText();
  const openId = useWindow((state) => state.openProjectId);
  const { link } = failure;
  if (link === undefined) return null;
  return (
    <Button look="quiet" onClick={() => void ask('app.openLink', { link, projectId: projectId ?? openId })}>
      {t(names[link])}
    </Button>
  );
}
