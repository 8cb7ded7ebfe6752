import { assertNever } from '../../shared/assert-never.ts';
import type { Locale } from '../../shared/domain/app-state.ts';
import type { NewVersion, UpdateState } from '../../shared/domain/update.ts';
import { ask } from '../state/client.ts';
import { openDialog } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { dateText } from '../locales/format.ts';
import { type Translate, useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { Row } from './about-row.tsx';

/** Whether there is a newer version, and what can be done about it. */
export function UpdateRow() {
  const { t, locale } = useText();
  const update = useWindow((state) => state.update);
  return (
    <Row name={t('update.title')} hint={<span role="status">{updateText(t, locale, update)}</span>}>
      <Actions update={update} />
    </Row>
  );
}

function Actions({ update }: { readonly update: UpdateState }) {
  switch (update.kind) {
    case 'off':
      return <PageButton />;
    case 'current':
    case 'checking':
      return <CheckButton disabled={update.kind === 'checking'} />;
    case 'downloading':
      return <NotesButton next={update.next} />;
    case 'ready':
    case 'by-hand':
      return <NewVersionButtons update={update} />;
    case 'failed':
      return (
        <>
          <CheckButton />
          <PageButton />
        </>
      );
    default:
      return assertNever(update);
  }
}

/** What can be done about a newer version, here and in the line under the top bar. */
export function NewVersionButtons({
  update,
}: {
  readonly update: Extract<UpdateState, { readonly kind: 'ready' | 'by-hand' }>;
}) {
  const { t } = useText();
  return (
    <>
      <NotesButton next={update.next} />
      {update.kind === 'by-hand' && <PageButton />}
      {update.kind === 'ready' && update.mayRestart && (
        <Button look="primary" onClick={() => void ask('update.restart', {})}>
          {t('update.restart')}
        </Button>
      )}
    </>
  );
}

function CheckButton({ disabled = false }: { readonly disabled?: boolean }) {
  const { t } = useText();
  return (
    <Button disabled={disabled} onClick={() => void ask('update.check', {})}>
      {t('update.check')}
    </Button>
  );
}

function PageButton() {
  const { t } = useText();
  const hasPage = useWindow((state) => state.hasHomepage);
  return hasPage && <Button onClick={() => void ask('update.openPage', {})}>{t('update.openPage')}</Button>;
}

function NotesButton({ next }: { readonly next: NewVersion }) {
  const { t } = useText();
  if (next.notes === '') return null;
  return <Button onClick={() => openDialog({ kind: 'update-notes', next })}>{t('help.whatsNew')}</Button>;
}

/** The one sentence about newer versions. */
export function updateText(t: Translate, locale: Locale, update: UpdateState): string {
  switch (update.kind) {
    case 'off':
      return t('update.off');
    case 'current':
      return update.checkedAt === null
        ? t('update.daily')
        : t('update.current', {
            when: dateText(locale, update.checkedAt, { dateStyle: 'medium', timeStyle: 'short' }),
          });
    case 'checking':
      return t('update.checking');
    case 'downloading':
      return t('update.downloading', { version: update.next.version, percent: Math.floor(update.share * 100) });
    case 'ready':
      return t(update.mayRestart ? 'update.ready' : 'update.whenYouQuit', { version: update.next.version });
    case 'by-hand':
      return t('update.byHand', { version: update.next.version });
    case 'failed':
      return t(`update.trouble.${update.trouble}`);
    default:
      return assertNever(update);
  }
}
