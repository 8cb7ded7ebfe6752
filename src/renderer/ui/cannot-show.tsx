import { CircleAlert } from 'lucide-react';
import { Fragment, useState } from 'react';
import { inPieces } from '../locales/pieces.ts';
import { useText } from '../locales/text.ts';
import { Button } from './button.tsx';
import { useCopy } from './use-copy.ts';

type Props = {
  /** A message, or something smaller. */
  readonly what: 'message' | 'item';
  /** Its words as they came; empty where there are none. */
  readonly text?: string;
};

/** Stands where something could not be drawn, and still shows its words. */
export function CannotShow({ what, text = '' }: Props) {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  const { copied, copy } = useCopy();
  return (
    <div className="flex w-full min-w-0 flex-col gap-2 rounded-card border border-line px-3 py-2 text-left">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <CircleAlert size={14} aria-hidden className="shrink-0 text-bad" />
        <p className="mr-1 text-dim">{t(what === 'message' ? 'shell.cannotShowMessage' : 'shell.cannotShow')}</p>
        {text !== '' && (
          <>
            {!shown && (
              <Button look="quiet" onClick={() => setShown(true)}>
                {t('shell.showAsText')}
              </Button>
            )}
            <Button look="quiet" onClick={() => copy(text)}>
              {t(copied ? 'chat.copied' : 'shell.copy')}
            </Button>
          </>
        )}
      </div>
      {shown && <PlainText text={text} />}
    </div>
  );
}

/** The same for a row of a list. */
export function UnshownRow({ text }: { readonly text: string }) {
  return (
    <li className="mb-1">
      <CannotShow what="item" text={text} />
    </li>
  );
}

/** A text as it is written. The browser skips what is far out of sight. */
export function PlainText({ text }: { readonly text: string }) {
  const pieces = inPieces(text);
  return (
    <div dir="auto" className="min-w-0 cursor-auto wrap-anywhere whitespace-pre-wrap select-text">
      {pieces.map((piece, index) =>
        pieces.length === 1 ? (
          <Fragment key={index}>{piece}</Fragment>
        ) : (
          <div key={index} className="offscreen-light">
            {piece}
          </div>
        ),
      )}
    </div>
  );
}
