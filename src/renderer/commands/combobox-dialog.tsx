import { Dialog } from '@base-ui/react/dialog';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../ui/keys.ts';
import { closeDialog } from '../state/dialogs.ts';
import { useText } from '../locales/text.ts';

export type Choice = {
  readonly id: string;
  readonly content: ReactNode;
  /** A heading that stands above this choice. */
  readonly heading?: string;
  readonly choose: () => void;
};

type Props = {
  readonly kind: 'palette' | 'search';
  readonly title: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly choices: readonly Choice[];
  /** Shown where nothing is found. */
  readonly nothing: string;
  /** How many there are, for a screen reader. */
  readonly count: string;
};

/** A field and what it finds: the arrows walk through the choices, Enter takes one, Escape leaves. */
export function ComboboxDialog({ kind, title, placeholder, query, onQuery, choices, nothing, count }: Props) {
  const { t } = useText();
  const list = useId();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const at = Math.max(
    0,
    choices.findIndex(({ id }) => id === chosenId),
  );
  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    closeDialog(kind);
    // The dialog returns the focus as it closes; only then can the chosen action take it.
    setTimeout(choice.choose);
  };
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const target = stepFrom(event.key, at, choices.length);
    if (target === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (target === null) choose(choices[at]);
    else setChosenId(choices[target]?.id ?? null);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeDialog(kind)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup className="fixed top-[12vh] left-1/2 z-40 flex max-h-[70vh] w-[min(560px,calc(100vw-32px))] -translate-x-1/2 flex-col overflow-hidden rounded-card border border-line-strong bg-panel focus:outline-none">
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          <input
            role="combobox"
            aria-label={title}
            aria-expanded
            aria-controls={list}
            aria-activedescendant={choices[at] === undefined ? undefined : `${list}-${at}`}
            aria-autocomplete="list"
            placeholder={placeholder}
            value={query}
            maxLength={200}
            onChange={(event) => {
              setChosenId(null);
              onQuery(event.target.value);
            }}
            onKeyDown={onKey}
            className="h-11 shrink-0 cursor-text border-b border-line bg-transparent px-4 text-[15px] select-text placeholder:text-faint focus:outline-none"
          />
          <p role="status" className="sr-only">
            {choices.length === 0 ? nothing : count}
          </p>
          <div id={list} role="listbox" aria-label={title} className="min-h-0 overflow-y-auto p-1.5">
            {choices.map((choice, index) => (
              <ChoiceRow
                key={choice.id}
                id={`${list}-${index}`}
                choice={choice}
                chosen={index === at}
                onPoint={() => setChosenId(choice.id)}
                onChoose={() => choose(choice)}
              />
            ))}
          </div>
          {choices.length === 0 && <p className="px-4 pb-5 text-center text-faint">{nothing}</p>}
          <Dialog.Close className="sr-only">{t('settings.close')}</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type RowProps = {
  readonly id: string;
  readonly choice: Choice;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
};

function ChoiceRow({ id, choice, chosen, onPoint, onChoose }: RowProps) {
  return (
    <>
      {choice.heading !== undefined && (
        <div role="presentation" className="px-2.5 pt-2 pb-1 text-xs font-semibold text-faint">
          {choice.heading}
        </div>
      )}
      {/* The keys are the field's, which keeps the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        ref={chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        onPointerMove={() => !chosen && onPoint()}
        onClick={onChoose}
        className={`flex min-h-8 items-center gap-2.5 rounded-control px-2.5 py-1 ${chosen ? 'bg-bubble' : ''}`}
      >
        {choice.content}
      </div>
    </>
  );
}

/** The choice that a key leads to, wrapping round at both ends; null for any other key. */
export function stepFrom(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(count - 1, at + 8);
  return key === 'PageUp' ? Math.max(0, at - 8) : null;
}
