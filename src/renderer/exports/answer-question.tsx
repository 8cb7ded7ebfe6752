import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Button } from '../ui/button.tsx';
import { answerExportQuestion } from '../state/exports.ts';
import type { ExportWish } from '../state/model.ts';
import { useText } from '../locales/text.ts';

/** Asked before an export while an answer is under way: the cut may be about to change. */
export function AnswerQuestion({ wish }: { readonly wish: ExportWish }) {
  const { t } = useText();
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && answerExportQuestion(wish, null)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-black/50 transition-opacity data-starting-style:opacity-0" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-40 w-[min(380px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 rounded-card border border-line-strong bg-panel p-5 transition-opacity focus:outline-none data-starting-style:opacity-0">
          <AlertDialog.Title className="text-[15px] font-semibold">{t('exporting.question')}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-dim">{t('exporting.questionText')}</AlertDialog.Description>
          <div className="mt-4 flex flex-col gap-2">
            <Button look="primary" className="justify-center" onClick={() => answerExportQuestion(wish, 'wait')}>
              {t('exporting.wait')}
            </Button>
            <Button className="justify-center" onClick={() => answerExportQuestion(wish, 'now')}>
              {t('exporting.now')}
            </Button>
            <Button className="justify-center" onClick={() => answerExportQuestion(wish, null)}>
              {t('exporting.cancel')}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
