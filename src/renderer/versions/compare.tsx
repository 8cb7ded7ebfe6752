import { Popover } from '@base-ui/react/popover';
import { useId, useState } from 'react';
import { ChangeText } from '../chat/change-text.tsx';
import { playBeside } from '../state/player.ts';
import { Button } from '../ui/button.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useText } from '../locales/text.ts';

type Props = { readonly projectId: string; readonly version: number; readonly present: number };

/** The difference between the version on screen and another one, in words. */
export function Compare(props: Props) {
  const { t } = useText();
  return (
    <Popover.Root>
      <Popover.Trigger className="inline-flex h-6 shrink-0 items-center rounded-control border border-line-strong px-2 text-sm transition-colors hover:bg-bubble data-popup-open:bg-bubble">
        {t('versions.compare')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={6} className="z-40">
          <Popover.Popup
            aria-label={t('versions.compare')}
            className="flex max-h-[60vh] w-84 flex-col rounded-card border border-line-strong bg-panel p-3 focus:outline-none"
          >
            <Comparison {...props} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** As many lines as people read. */
const most = 300;

function Comparison({ projectId, version, present }: Props) {
  const { t } = useText();
  const select = useId();
  const [other, setOther] = useState(present);
  const [from, to] = [Math.min(version, other), Math.max(version, other)];
  const answer = useAnswer('draft.compare', { projectId, from, to });
  const changes = answer?.ok === true ? answer.data : null;
  const others = Array.from({ length: present }, (_, index) => present - index).filter((one) => one !== version);
  return (
    <>
      <label htmlFor={select} className="mb-1 text-sm text-dim">
        {t('versions.compareWith')}
      </label>
      <select
        id={select}
        value={other}
        onChange={(event) => setOther(Number(event.target.value))}
        className="h-7 rounded-control border border-line-strong bg-raised px-2"
      >
        {others.map((one) => (
          <option key={one} value={one}>
            {t(one === present ? 'versions.compareNow' : 'versions.pick', { version: one })}
          </option>
        ))}
      </select>
      <h3 className="mt-3 mb-1.5 text-sm font-semibold tabular">{t('versions.between', { from, to })}</h3>
      <div aria-live="polite" className="min-h-0 overflow-y-auto">
        {changes?.length === 0 && <p className="text-dim">{t('versions.same')}</p>}
        {changes !== null && changes.length > 0 && (
          <ul aria-label={t('versions.between', { from, to })} className="flex flex-col gap-1">
            {changes.slice(0, most).map((change, index) => (
              <li key={index} className="offscreen-line flex items-baseline gap-x-2">
                <ChangeText change={change} />
              </li>
            ))}
            {changes.length > most && (
              <li className="text-faint">{t('shell.moreRows', { count: changes.length - most })}</li>
            )}
          </ul>
        )}
      </div>
      <Popover.Close
        render={<Button look="quiet" className="mt-3 self-start" />}
        onClick={() => playBeside(other === present ? 'present' : other)}
      >
        {t('versions.sideBySide')}
      </Popover.Close>
    </>
  );
}
