import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { answerExportQuestion, answerRemoval, clearExports } from '../state/exports.ts';
import type { ExportRequest } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';

type QuestionProps = {
  readonly title: string;
  readonly text: string;
  /** Its width and its layer. */
  readonly look: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

function Question({ title, text, look, onCancel, children }: QuestionProps) {
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onCancel()}>
      <AlertDialog.Portal>
        {/* Over the list of all exports, too. */}
        <AlertDialog.Backdrop
          forceRender
          className="fixed inset-0 z-40 bg-black/50 transition-opacity data-starting-style:opacity-0"
        />
        <AlertDialog.Popup
          className={`fixed top-1/2 left-1/2 -translate-x-1/2 -translate-y-1/2 rounded-card border border-line-strong bg-panel p-5 transition-opacity focus:outline-none data-starting-style:opacity-0 ${look}`}
        >
          <AlertDialog.Title className="text-[15px] font-semibold wrap-anywhere">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-balance text-dim">{text}</AlertDialog.Description>
          {children}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** Asks before an export while an answer is under way: the cut may be about to change. */
export function AnswerQuestion({ request }: { readonly request: ExportRequest }) {
  const { t } = useText();
  const answers = [
    { choice: 'wait', label: t('exporting.wait') },
    { choice: 'now', label: t('exporting.now') },
    { choice: null, label: t('exporting.cancel') },
  ] as const;
  return (
    <Question
      title={t('exporting.question')}
      text={t('exporting.questionText')}
      look="z-40 w-[min(380px,calc(100vw-32px))]"
      onCancel={() => answerExportQuestion(request, null)}
    >
      <div className="mt-4 flex flex-col gap-2">
        {answers.map(({ choice, label }) => (
          <Button
            key={label}
            look={choice === 'wait' ? 'primary' : 'plain'}
            onClick={() => answerExportQuestion(request, choice)}
          >
            {label}
          </Button>
        ))}
      </div>
    </Question>
  );
}

/** Asks what becomes of the file of an export that the user removes from the list. */
export function RemoveQuestion({ exportId }: { readonly exportId: string }) {
  const { t } = useText();
  const job = useWindow((state) => state.exports.find(({ id }) => id === exportId));
  if (job === undefined) return null;
  return (
    <Question
      title={t('saved.removeTitle', { name: job.fileName })}
      text={t('saved.removeText')}
      look="z-50 w-[min(500px,calc(100vw-32px))]"
      onCancel={() => answerRemoval(exportId, 'cancel')}
    >
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={() => answerRemoval(exportId, 'cancel')}>{t('shell.cancel')}</Button>
        <Button onClick={() => answerRemoval(exportId, 'trash')} className="text-bad!">
          {t('saved.removeFile')}
        </Button>
        <Button look="primary" onClick={() => answerRemoval(exportId, 'keep')}>
          {t('saved.remove')}
        </Button>
      </div>
    </Question>
  );
}

type ClearProps = { readonly exportIds: readonly string[]; readonly onClose: () => void };

/** Asks before exports that are over leave the list together. */
export function ClearQuestion({ exportIds, onClose }: ClearProps) {
  const { t } = useText();
  return (
    <Question
      title={t('saved.clearTitle', { count: exportIds.length })}
      text={t('saved.clearText')}
      look="z-50 w-[min(420px,calc(100vw-32px))]"
      onCancel={onClose}
    >
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
        <Button
          look="primary"
          onClick={() => {
            onClose();
            void clearExports(exportIds);
          }}
        >
          {t('saved.remove')}
        </Button>
      </div>
    </Question>
  );
}
