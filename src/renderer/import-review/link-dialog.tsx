import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import type { Failure } from '../../shared/domain/failure.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { ask } from '../state/client.ts';
import { closeDialog } from '../state/dialogs.ts';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';

/** A field for the address of a file, which is checked before the cloud is asked to fetch it. */
export function LinkDialog({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const [address, setAddress] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [checking, setChecking] = useState(false);
  const attach = async () => {
    if (checking) return;
    setChecking(true);
    setFailure(null);
    const answer = await ask('upload.link', { projectId, address }, 'quiet');
    setChecking(false);
    if (answer.ok) closeDialog('link');
    else setFailure(answer.error);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeDialog('link')}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Popup className="fixed top-[20vh] left-1/2 z-40 w-[min(520px,calc(100vw-32px))] -translate-x-1/2 rounded-card border border-line-strong bg-panel p-5 focus:outline-none">
          <Dialog.Title className="text-[15px] font-semibold">{t('importReview.linkTitle')}</Dialog.Title>
          <form
            noValidate
            className="mt-3 flex flex-col gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              void attach();
            }}
          >
            <TextField
              type="url"
              aria-label={t('importReview.linkField')}
              aria-invalid={failure !== null}
              placeholder="https://"
              value={address}
              maxLength={4096}
              spellCheck={false}
              onChange={(event) => {
                setAddress(event.target.value);
                setFailure(null);
              }}
            />
            <p role="alert" className="text-sm wrap-anywhere text-bad empty:hidden">
              {failure !== null && failureText(t, failure)}
            </p>
            <Dialog.Description className={`text-sm text-dim ${failure === null ? '' : 'sr-only'}`}>
              {t('importReview.linkHint')}
            </Dialog.Description>
            <div className="mt-2 flex justify-end gap-2">
              <Button onClick={() => closeDialog('link')}>{t('shell.cancel')}</Button>
              <Button look="primary" type="submit" disabled={address.trim() === '' || checking}>
                {t(checking ? 'importReview.linkChecking' : 'importReview.linkAttach')}
              </Button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
