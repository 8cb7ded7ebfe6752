import type { Verb } from '../../shared/domain/verb.ts';
import { Button } from '../shell/button.tsx';
import { Tip } from '../shell/tip.tsx';
import { say } from '../state/deeds.ts';
import { startExport } from '../state/exporting.ts';
import { useText } from '../text/text.ts';

type Props = { readonly verbs: readonly Verb[]; readonly projectId: string };

/** What the agent told the user to do somewhere else, as buttons that do it here. */
export function Verbs({ verbs, projectId }: Props) {
  return (
    <div className="flex flex-wrap gap-2">
      {verbs.map((verb, index) => (
        <VerbButton key={index} verb={verb} projectId={projectId} />
      ))}
    </div>
  );
}

function VerbButton({ verb, projectId }: { readonly verb: Verb; readonly projectId: string }) {
  const { t } = useText();
  switch (verb.kind) {
    case 'export':
      return (
        <Button look="quiet" onClick={() => void startExport({ projectId })}>
          {t('chat.export')}
        </Button>
      );
    case 'tracks':
      return (
        <Button look="quiet" onClick={() => void say(projectId, t('chat.askTracks'))}>
          {t('chat.showTracks')}
        </Button>
      );
    case 'credits':
      return (
        <Button look="quiet" onClick={() => void say(projectId, t('chat.askCredits'))}>
          {t('chat.showCredits')}
        </Button>
      );
    case 'edit':
      return <EditButton text={verb.text} projectId={projectId} />;
  }
}

/** What will be sent is read before it is; where it is long, on hover and focus. */
function EditButton({ text, projectId }: { readonly text: string; readonly projectId: string }) {
  const { t } = useText();
  return (
    <Tip text={text} side="top">
      <Button look="quiet" className="max-w-full" onClick={() => void say(projectId, text)}>
        <span dir="auto" className="truncate">
          {t('chat.sendEdit', { text })}
        </span>
      </Button>
    </Tip>
  );
}
