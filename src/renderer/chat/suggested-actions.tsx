import { useId } from 'react';
import type { SuggestedAction } from '../../shared/domain/turn.ts';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import { composeBelow, sendDirectly } from '../state/messages.ts';
import { startExport } from '../state/exports.ts';
import { useOpenView } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { ShowTracksButton } from './live-cards.tsx';

type Props = {
  readonly suggestedActions: readonly SuggestedAction[];
  readonly projectId: string;
  /** Nothing but these buttons is left of the agent's words. */
  readonly alone: boolean;
};

/** Buttons for what the agent told the user to do in another editor. */
export function SuggestedActions({ suggestedActions, projectId, alone }: Props) {
  const { t } = useText();
  return (
    <div className="flex flex-wrap items-center gap-2">
      {alone && <p className="text-dim">{t('offer.suggests')}</p>}
      {suggestedActions.map((suggestedAction, index) => (
        <SuggestedActionButton key={index} suggestedAction={suggestedAction} projectId={projectId} />
      ))}
    </div>
  );
}

function SuggestedActionButton({
  suggestedAction,
  projectId,
}: {
  readonly suggestedAction: SuggestedAction;
  readonly projectId: string;
}) {
  const { t } = useText();
  switch (suggestedAction.kind) {
    case 'export':
      return (
        <Button look="quiet" onClick={() => void startExport({ projectId })}>
          {t('chat.export')}
        </Button>
      );
    case 'tracks':
      return <ShowTracksButton />;
    case 'credits':
      return (
        <Button look="quiet" onClick={() => void sendDirectly(projectId, t('chat.askCredits'))}>
          {t('chat.showCredits')}
        </Button>
      );
    case 'edit':
      return <EditButton suggestedAction={suggestedAction} projectId={projectId} />;
  }
}

type EditProps = {
  readonly suggestedAction: Extract<SuggestedAction, { readonly kind: 'edit' }>;
  readonly projectId: string;
};

/** Shows what it will send, a long text on hover and focus. A vague one goes into the composer instead of out. */
function EditButton({ suggestedAction: { text, sends }, projectId }: EditProps) {
  const { t } = useText();
  const costId = useId();
  const cost = useOpenView((view) => view?.likelyCost.edit ?? 0);
  const act = () => (sends === true ? void sendDirectly(projectId, text) : composeBelow(projectId, text));
  return (
    <Tip text={text} side="top">
      <Button
        look="quiet"
        className="h-auto! min-h-6 max-w-full shrink! py-0.5 text-left whitespace-normal!"
        aria-describedby={costId}
        onClick={act}
      >
        <span dir="auto" className="line-clamp-3 min-w-0 wrap-anywhere">
          {t(sends === true ? 'offer.sendEdit' : 'offer.writeEdit', { text })}
        </span>
        {sends === true && cost > 0 && (
          <span id={costId} aria-hidden className="shrink-0 text-faint">
            · {t('composer.likelyCost', { count: cost })}
          </span>
        )}
      </Button>
    </Tip>
  );
}
