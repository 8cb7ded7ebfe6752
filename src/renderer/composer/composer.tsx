import { Plus } from 'lucide-react';
import type { ClipboardEvent } from 'react';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import { Button } from '../shell/button.tsx';
import { Tip } from '../shell/tip.tsx';
import { ask } from '../state/client.ts';
import { addFiles, send, write } from '../state/deeds.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { useText } from '../text/text.ts';
import { Attachments } from './attachments.tsx';
import { ComposerTroubles } from './troubles.tsx';
import { sends } from './keys.ts';

/** Where the user says what they want. Messages sent while a turn runs wait for it. */
export function Composer() {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const view = useOpenView();
  const text = useWindow((state) => state.unsent[projectId] ?? '');
  const running = view?.turns.find(isRunning);
  const empty = view === null || view.turns.length === 0;
  return (
    <div className="shrink-0 px-3.5 pb-3.5">
      <ComposerTroubles projectId={projectId} />
      <form
        className="@container flex flex-col gap-2 rounded-card border border-line-strong bg-raised p-3 transition-colors focus-within:border-faint"
        onSubmit={(event) => {
          event.preventDefault();
          void send(projectId);
        }}
      >
        <Attachments uploads={view?.uploads ?? []} />
        <textarea
          id="message"
          aria-label={t('composer.message')}
          placeholder={t(empty ? 'composer.placeholderEmpty' : 'composer.placeholder')}
          value={text}
          rows={1}
          disabled={projectId === ''}
          onChange={(event) => write(projectId, event.target.value)}
          onPaste={(event) => takeFiles(event, projectId)}
          onKeyDown={(event) => {
            if (!sends(event.nativeEvent)) return;
            event.preventDefault();
            void send(projectId);
          }}
          className="field-sizing-content max-h-[min(200px,30vh)] min-h-10 w-full cursor-text resize-none select-text placeholder:text-faint focus:outline-none"
        />
        <div className="flex items-center gap-2">
          <Button
            className="gap-1! pl-2!"
            aria-label={t('composer.attachFiles')}
            disabled={projectId === ''}
            onClick={() => void ask('upload.pick', { projectId })}
          >
            <Plus size={15} aria-hidden />
            {t('composer.attach')}
          </Button>
          <span
            className={`min-w-0 flex-1 truncate text-right text-xs text-faint ${running === undefined ? '' : '@max-[330px]:invisible'}`}
          >
            {t(empty ? 'composer.costClip' : 'composer.costEdit')}
          </span>
          {running !== undefined && <StopButton turnId={running.id} />}
          <Button look="primary" type="submit" disabled={text.trim() === ''}>
            {t('composer.send')}
          </Button>
        </div>
      </form>
    </div>
  );
}

function isRunning(turn: Turn): boolean {
  return turn.state !== 'queued' && !isTurnOver(turn.state);
}

function StopButton({ turnId }: { readonly turnId: string }) {
  const { t } = useText();
  return (
    <>
      <Tip text={t('composer.stopHint')} side="top">
        <Button aria-describedby="stop-hint" onClick={() => void ask('turn.stop', { turnId })}>
          {t('composer.stop')}
        </Button>
      </Tip>
      <span id="stop-hint" hidden>
        {t('composer.stopHint')}
      </span>
    </>
  );
}

function takeFiles(event: ClipboardEvent, projectId: string): void {
  const files = [...event.clipboardData.files];
  if (files.length === 0) return;
  event.preventDefault();
  void addFiles(projectId, files);
}
