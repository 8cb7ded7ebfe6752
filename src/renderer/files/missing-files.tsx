import { Button } from '../ui/button.tsx';
import { useText } from '../locales/text.ts';

type Props = {
  readonly count: number;
  /** Null where trying again cannot help. */
  readonly onRetry: (() => void) | null;
  /** Null where there is nothing to send yet. */
  readonly onWithout: (() => void) | null;
  /** For what the line explains. */
  readonly id?: string;
};

/** Why a message does not go, and the two ways on: a message never goes without its files unless the user says so. */
export function MissingFiles({ count, onRetry, onWithout, id }: Props) {
  const { t } = useText();
  return (
    <div
      role="alert"
      className="flex max-w-full flex-wrap items-center gap-x-2 gap-y-1 rounded-control border border-line bg-raised py-1 pr-1 pl-3 text-sm text-ink"
    >
      <span className="flex grow items-center gap-2">
        <span aria-hidden className="size-[7px] shrink-0 rounded-full bg-bad" />
        <p id={id}>{t('files.missing', { count })}</p>
      </span>
      <span className="ml-auto flex flex-wrap justify-end gap-1.5">
        {onRetry !== null && (
          <Button look="quiet" onClick={onRetry}>
            {t('composer.retryShort')}
          </Button>
        )}
        <Button look="quiet" disabled={onWithout === null} onClick={() => onWithout?.()}>
          {t('files.sendWithout', { count })}
        </Button>
      </span>
    </div>
  );
}
