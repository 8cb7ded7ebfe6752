import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Button } from '../ui/button.tsx';
import { answerRemoval } from '../state/exports.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

/** Asks what is to become of the file of an export that goes off the list. */
export function RemoveQuestion({ exportId }: { readonly exportId: string }) {
  const { t } = useText();
  const job = useWindow((state) => state.exports.find(({ id }) => id === exportId));
  if (job === undefined) return null;
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && answerRemoval(exportId, 'cancel')}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-50 bg-black/50" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 w-[min(440px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 rounded-card border border-line-strong bg-panel p-5 focus:outline-none">
          <AlertDialog.Title className="text-[15px] font-semibold wrap-anywhere">
            {t('saved.removeTitle', { name: job.fileName })}
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-dim">{t('saved.removeText')}</AlertDialog.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Button onClick={() => answerRemoval(exportId, 'cancel')}>{t('shell.cancel')}</Button>
            <Button onClick={() => answerRemoval(exportId, 'trash')} className="text-bad!">
              {t('saved.removeFile')}
            </Button>
            <Button look="primary" onClick={() => answerRemoval(exportId, 'keep')}>
              {t('saved.remove')}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
