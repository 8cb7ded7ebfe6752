import { useState } from 'react';
import type { Failure } from '../../shared/domain/failure.ts';
import type { NetworkMode, NetworkReport } from '../../shared/domain/network.ts';
import { Button } from '../ui/button.tsx';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { failureText } from '../locales/sentences.ts';
import { type Translate, useText } from '../locales/text.ts';
import { Choice, Hint, LabelledField } from '../ui/fields.tsx';

/** How the service is reached, and a test of it. A proxy of the user's own holds from its first usable address on. */
export function NetworkRows() {
  const { t } = useText();
  const { mode, address } = useWindow((state) => state.network);
  const [wanted, setWanted] = useState<NetworkMode | null>(null);
  const shown = wanted ?? mode;
  const options = [
    { value: 'system', label: t('network.system') },
    { value: 'manual', label: t('network.manual') },
    { value: 'none', label: t('network.none') },
  ] as const;
  const choose = (value: NetworkMode) => {
    const waits = value === 'manual' && address === '';
    setWanted(waits ? value : null);
    if (!waits) void ask('settings.network', { mode: value, address });
  };
  return (
    <div className="flex flex-col gap-3">
      <Choice
        name={t('network.title')}
        hint={t('network.titleHint')}
        options={options}
        value={shown}
        onChoose={choose}
      />
      {shown === 'manual' && <AddressField key={address} onTaken={() => setWanted(null)} />}
    </div>
  );
}

function AddressField({ onTaken }: { readonly onTaken: () => void }) {
  const { t } = useText();
  const { address } = useWindow((state) => state.network);
  const [problem, setProblem] = useState<Failure | null>(null);
  const take = async (written: string) => {
    if (written === '' || written === address) return setProblem(null);
    const answer = await ask('settings.network', { mode: 'manual', address: written }, 'quiet');
    if (answer.ok) onTaken();
    setProblem(answer.ok ? null : answer.error);
  };
  return (
    <LabelledField
      label={t('network.address')}
      hint={problem === null ? t('network.addressHint') : failureText(t, problem)}
      bad={problem !== null}
      defaultValue={address}
      placeholder={t('network.addressExample')}
      maxLength={500}
      autoCapitalize="off"
      onBlur={(event) => void take(event.target.value.trim())}
      className="w-64"
    />
  );
}

/** Forgets its finding when the user changes the setting. */
export function NetworkTest() {
  const { mode, address } = useWindow((state) => state.network);
  return <Test key={`${mode} ${address}`} />;
}

function Test() {
  const { t } = useText();
  const [report, setReport] = useState<NetworkReport | 'testing' | null>(null);
  const test = async () => {
    setReport('testing');
    const answer = await ask('network.test', {});
    setReport(answer.ok ? answer.data : null);
  };
  const isBad = report !== null && report !== 'testing' && report.outcome !== 'reachable';
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <p className="font-medium">{t('network.connection')}</p>
        <Button disabled={report === 'testing'} onClick={() => void test()}>
          {t('network.test')}
        </Button>
      </div>
      <p role="status" className={`mt-2 text-sm ${isBad ? 'text-bad' : 'text-dim'}`}>
        {reportText(t, report)}
      </p>
      <Hint>{t('network.certificates')}</Hint>
    </div>
  );
}

function reportText(t: Translate, report: NetworkReport | 'testing' | null): string {
  if (report === null) return t('network.testHint');
  if (report === 'testing') return t('network.testing');
  const { outcome, proxy } = report;
  if (outcome !== 'reachable') return t(`network.report.${outcome}`, { proxy: proxy ?? '' });
  return proxy === null ? t('network.reachableDirectly') : t('network.reachableThrough', { proxy });
}
