import { useState } from 'react';
import { captionMessages, captionTime } from '../../shared/domain/captions.ts';
import { closeDialog } from '../state/dialogs.ts';
import { composeBelow, sendDirectly } from '../state/messages.ts';
import type { CaptionsDialog as Shown } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { listed } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';

/** The lines of a subtitle file as the message that they become, for the user to see, to change or to send. */
export function CaptionsDialog({ dialog }: { readonly dialog: Shown }) {
  const { t, locale } = useText();
  const { projectId, name, captions } = dialog;
  const [sending, setSending] = useState(false);
  const hasVideo = useWindow((state) => (state.views[projectId]?.timeline ?? null) !== null);
  const messages = captionMessages(captions, locale);
  const [first = ''] = messages;
  const end = captions.reduce((last, { endMs }) => Math.max(last, endMs), 0);
  const close = () => closeDialog('captions');
  const send = async () => {
    setSending(true);
    for (const message of messages) await sendDirectly(projectId, message);
    close();
  };
  const edit = () => {
    close();
    composeBelow(projectId, first);
  };
  return (
    <DialogFrame title={t('captions.title')} size="w-[min(560px,calc(100vw-32px))]" onClose={close}>
      <div className="flex min-h-0 flex-col gap-3 p-5">
        <p>
          <span dir="auto" className="font-medium break-words">
            {name}
          </span>
          <span className="text-dim tabular">
            {' · '}
            {t('captions.count', { count: captions.length })}
            {' · '}
            {t('captions.until', { time: captionTime(end) })}
          </span>
        </p>
        <Warnings dialog={dialog} parts={messages.length} hasVideo={hasVideo} />
        <pre
          tabIndex={0}
          role="region"
          aria-label={t('captions.message')}
          className="min-h-24 flex-1 overflow-auto rounded-control border border-line bg-ground p-3 font-sans text-sm whitespace-pre-wrap text-dim select-text tabular"
        >
          {messages.join('\n\n')}
        </pre>
        <div className="flex flex-wrap justify-end gap-2 pt-1">
          <Button onClick={close}>{t('shell.cancel')}</Button>
          {messages.length === 1 && <Button onClick={edit}>{t('captions.edit')}</Button>}
          <Button look="primary" disabled={!hasVideo || sending} onClick={() => void send()}>
            {messages.length === 1 ? t('captions.send') : t('captions.sendParts', { count: messages.length })}
          </Button>
        </div>
      </div>
    </DialogFrame>
  );
}

type WarningsProps = { readonly dialog: Shown; readonly parts: number; readonly hasVideo: boolean };

/** What the user should know before the message goes. */
function Warnings({ dialog: { projectId, captions, unreadable }, parts, hasVideo }: WarningsProps) {
  const { t, locale } = useText();
  const length = useWindow((state) => state.views[projectId]?.timeline?.durationMs ?? Infinity);
  const late = captions.filter(({ startMs }) => startMs >= length).length;
  const warnings = [
    ...(hasVideo ? [] : [t('captions.noVideo')]),
    ...(parts > 1 ? [t('captions.parts', { count: parts })] : []),
    ...(unreadable.length > 0
      ? [
          t('captions.unreadable', {
            count: unreadable.length,
            lines: listed(locale, unreadable.slice(0, 5).map(String)),
          }),
        ]
      : []),
    ...(late > 0 ? [t('captions.late', { count: late })] : []),
  ];
  if (warnings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 rounded-control bg-raised px-3 py-2 text-sm">
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
}
