import { X } from 'lucide-react';
import { conversionOf, type FileFacts } from '../../shared/domain/media-info.ts';
import type { HeldFile } from '../../shared/domain/needs-decision.ts';
import { ConvertButton } from '../media-tools/convert-button.tsx';
import { TooLargeDeeds } from '../media-tools/too-large-actions.tsx';
import { Button } from '../ui/button.tsx';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { heldText } from '../locales/decision-text.ts';
import { useText } from '../locales/text.ts';

const none: readonly HeldFile[] = [];

/** Files that were not sent although something can be made of them, each with what can be done. */
export function HeldCards({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const held = useWindow((state) => state.views[projectId]?.held ?? none);
  if (held.length === 0) return null;
  return (
    <ul aria-label={t('intake.heldTitle')} className="mb-2 flex max-h-48 flex-col gap-1 overflow-y-auto">
      {held.map((file) => (
        <HeldCard key={file.id} file={file} />
      ))}
    </ul>
  );
}

function HeldCard({ file }: { readonly file: HeldFile }) {
  const { t } = useText();
  const facts = useWindow((state) => state.facts[file.mediaId]);
  const heldId = file.id;
  return (
    <li className="flex items-start gap-2 rounded-control border border-line bg-raised py-1.5 pr-1 pl-3 text-sm">
      <span aria-hidden className="mt-[7px] size-[7px] shrink-0 rounded-full bg-accent" />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="wrap-anywhere">
          <span className="font-medium">{file.name}</span>
          <span className="text-dim"> · {heldText(t, file.reason, file.bytes, facts)}</span>
        </p>
        <div className="flex flex-wrap gap-1.5 empty:hidden">
          <HeldDeeds file={file} facts={facts} />
        </div>
      </div>
      <Button
        look="icon"
        className="size-6!"
        aria-label={t('intake.dismiss', { name: file.name })}
        onClick={() => void ask('held.dismiss', { heldId })}
      >
        <X size={14} aria-hidden />
      </Button>
    </li>
  );
}

/** What nobody has looked into yet has no facts. */
type Facts = FileFacts | undefined;

function HeldDeeds({ file, facts }: { readonly file: HeldFile; readonly facts: Facts }) {
  const { t } = useText();
  const { id, reason } = file;
  const own = { ...file, fileId: file.mediaId };
  const attach = () => void ask('held.attach', { heldId: id });
  switch (reason.kind) {
    case 'misnamed':
      return (
        <Button look="quiet" onClick={attach}>
          {t('intake.sendAs', { name: reason.name })}
        </Button>
      );
    case 'damaged':
      return (
        <Button look="quiet" onClick={attach}>
          {t('intake.sendAnyway')}
        </Button>
      );
    case 'duplicate':
      return (
        <>
          <Button look="quiet" onClick={() => void ask('held.useExisting', { heldId: id })}>
            {t('intake.useExisting')}
          </Button>
          <Button look="quiet" onClick={attach}>
            {t('intake.uploadAgain')}
          </Button>
        </>
      );
    case 'too-large':
      return file.kind === 'image' ? null : <TooLargeDeeds file={own} />;
    case 'convertible':
      return facts && conversionOf(facts) !== null ? <ConvertButton file={own} /> : null;
  }
}
