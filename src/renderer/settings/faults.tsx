import { useEffect, useState } from 'react';
import {
  type ArmedFaults,
  faultGroups,
  type FaultGroup,
  type FaultName,
  type FaultStrikes,
} from '../../shared/domain/fault-name.ts';
import { ask } from '../state/client.ts';
import { closeDialog } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { Choice, Hint } from '../ui/fields.tsx';

const groups = Object.keys(faultGroups) as readonly FaultGroup[];

/** What may go wrong with the service, to be met in a rehearsal; for whoever builds on Rushes or tests it. */
export function Faults() {
  const { t } = useText();
  const [armed, setArmed] = useState<ArmedFaults | null>(null);
  const credits = useWindow((state) => state.credits);
  // What strikes once may have done so since.
  useEffect(() => {
    void ask('rehearsal.faults', {}).then((answer) => answer.ok && setArmed(answer.data));
  }, [credits]);
  const choose = async (name: FaultName, strikes: FaultStrikes) => {
    const answer = await ask('rehearsal.setFault', { name, strikes });
    if (answer.ok) setArmed(answer.data);
  };
  return (
    <DialogFrame
      title={t('faults.title')}
      size="h-[min(680px,calc(100vh-32px))] w-[min(600px,calc(100vw-32px))]"
      onClose={() => closeDialog('faults')}
    >
      <div className="flex flex-col gap-6 overflow-y-auto p-5">
        <div className="flex items-start justify-between gap-4">
          <div>
            <p className="font-medium">{t('faults.credits', { count: credits?.available ?? 0 })}</p>
            <Hint>{t('faults.hint')}</Hint>
          </div>
          <Button onClick={() => void ask('rehearsal.resetCredits', {})}>{t('faults.resetCredits')}</Button>
        </div>
        {groups.map((group) => (
          <div key={group} role="group" aria-label={t(`faults.groups.${group}`)}>
            <h3 className="mb-2 text-sm font-medium text-faint">{t(`faults.groups.${group}`)}</h3>
            <div className="flex flex-col gap-2.5">
              {faultGroups[group].map((name) => (
                <FaultRow
                  key={name}
                  name={name}
                  strikes={armed?.[name] ?? 'never'}
                  onChoose={(strikes) => void choose(name, strikes)}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </DialogFrame>
  );
}

type RowProps = {
  readonly name: FaultName;
  readonly strikes: FaultStrikes;
  readonly onChoose: (strikes: FaultStrikes) => void;
};

function FaultRow({ name, strikes, onChoose }: RowProps) {
  const { t } = useText();
  const options = (['never', 'once', 'always'] as const).map((value) => ({ value, label: t(`faults.${value}`) }));
  return <Choice name={t(`faults.names.${name}`)} options={options} value={strikes} onChoose={onChoose} />;
}
