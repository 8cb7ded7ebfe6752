import { Plus, Proportions, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { costKinds } from '../../shared/domain/message-cost.ts';
import { lengths, moods, noFormat, type Ratio, ratios, type VideoFormat } from '../../shared/domain/video-format.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../locales/text.ts';
import { chooseFormat, formatOf, hasClip, showFormat, suffixOf } from '../state/format.ts';
import { useWindow } from '../state/store.ts';
import { hasBegun } from '../state/turns.ts';
import { costText, useLikelyCost } from './likely.ts';
import { formatWordsId } from './missing.ts';

const shapes = {
  '16:9': { name: 'wide', look: 'h-[9px] w-4' },
  '9:16': { name: 'vertical', look: 'h-[14px] w-2' },
  '1:1': { name: 'square', look: 'size-3' },
} as const satisfies Readonly<Record<Ratio, unknown>>;

/** Over the composer: how wide, how long and in which mood the video is to be. What is chosen stands behind the words, and goes with them. */
export function FormatStrip({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const format = useWindow((state) => formatOf(state, projectId));
  const remakes = useWindow(({ views: { [projectId]: view } }) => hasBegun(view) && hasClip(view));
  const likely = useLikelyCost(projectId);
  if (format === null) return null;
  const choose = (change: Partial<VideoFormat>) => chooseFormat(projectId, { ...format, ...change });
  const cost = costText(t, costKinds('', false), likely);
  return (
    <section aria-label={t('format.title')} className="@container relative flex shrink-0 flex-col gap-1 pb-2">
      <div className="flex items-center gap-1.5">
        <Pills
          name={t('format.ratio')}
          options={ratios}
          value={format.ratio}
          nameOf={(ratio) => t(`format.ratios.${shapes[ratio].name}`)}
          onChoose={(ratio) => choose({ ratio })}
        >
          {(ratio) => (
            <>
              <span aria-hidden className={`${shapes[ratio].look} rounded-[2px] border-[1.5px] border-current`} />
              <span aria-hidden className="tabular @max-[330px]:hidden">
                {ratio}
              </span>
            </>
          )}
        </Pills>
        <Pills
          name={t('format.length')}
          options={lengths}
          value={format.seconds}
          nameOf={(count) => t('format.seconds', { count })}
          onChoose={(seconds) => choose({ seconds })}
        >
          {(seconds) => <span aria-hidden>{t('time.lengthSeconds', { s: seconds })}</span>}
        </Pills>
      </div>
      <Pills
        name={t('format.mood')}
        options={moods}
        value={format.mood}
        nameOf={(mood) => t(`format.moods.${mood}`)}
        onChoose={(mood) => choose({ mood })}
      >
        {(mood) => <span aria-hidden>{t(`format.moods.${mood}`)}</span>}
      </Pills>
      <IconButton
        icon={X}
        size={13}
        name={t('format.close')}
        className="absolute top-0 right-0 size-6!"
        onClick={() => {
          showFormat(projectId, false);
          document.getElementById('message')?.focus();
        }}
      />
      {remakes && (
        <p role="status" className="flex items-center gap-2 px-1 text-sm text-dim empty:hidden">
          {format.ratio !== null && (
            <>
              <span aria-hidden className="size-[7px] shrink-0 rounded-full bg-accent" />
              {cost === null ? t('format.remakes') : t('format.remakesFor', { cost })}
            </>
          )}
        </p>
      )}
    </section>
  );
}

type PillsProps<T extends string | number> = {
  readonly name: string;
  readonly options: readonly T[];
  readonly value: T | null;
  readonly nameOf: (option: T) => string;
  readonly onChoose: (option: T | null) => void;
  readonly children: (option: T) => ReactNode;
};

/** One of a few or none: what is chosen already is left out by another click, or by the space bar. */
function Pills<T extends string | number>({ name, options, value, nameOf, onChoose, children }: PillsProps<T>) {
  const group = useId();
  return (
    <fieldset className="flex w-fit min-w-0 flex-wrap rounded-control border border-line bg-panel p-px">
      <legend className="sr-only">{name}</legend>
      {options.map((option) => (
        <label
          key={option}
          title={nameOf(option)}
          className="flex h-6 items-center gap-1 rounded-[6px] px-1.5 text-sm text-dim transition-colors hover:text-ink has-checked:bg-bubble has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={group}
            aria-label={nameOf(option)}
            className="sr-only"
            checked={option === value}
            onChange={() => onChoose(option)}
            onClick={() => option === value && onChoose(null)}
            onKeyDown={(event) => {
              if (event.key !== ' ' || option !== value) return;
              event.preventDefault();
              onChoose(null);
            }}
          />
          {children(option)}
        </label>
      ))}
    </fieldset>
  );
}

/** Under the words: what goes along with them, to read and to leave out. */
export function FormatWords({ projectId, text }: { readonly projectId: string; readonly text: string }) {
  const { t } = useText();
  const words = useWindow((state) => suffixOf(state, projectId, text.trim()));
  if (words === '') return null;
  return (
    <div className="flex items-start gap-1.5 text-dim">
      <Plus size={12} aria-hidden className="mt-1 shrink-0 text-faint" />
      <p id={formatWordsId} dir="auto" className="min-w-0 flex-1 wrap-anywhere">
        {words.replace(/^[\s,，]+/, '')}
      </p>
      <IconButton
        icon={X}
        size={13}
        name={t('format.leaveOut')}
        tip={t('format.leaveOut')}
        className="-my-0.5 size-6!"
        onClick={() => {
          chooseFormat(projectId, noFormat);
          document.getElementById('message')?.focus();
        }}
      />
    </div>
  );
}

/** Opens the strip where it is closed. */
export function FormatButton({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const open = useWindow((state) => formatOf(state, projectId) !== null);
  if (open) return null;
  return (
    <Button look="icon" className="h-6! w-auto! gap-1! px-1.5! text-xs" onClick={() => showFormat(projectId, true)}>
      <Proportions size={13} aria-hidden />
      {t('format.title')}
    </Button>
  );
}
