import { useState } from 'react';
import type { CompressionPlan } from '../../shared/domain/compression.ts';
import { maxUploadBytes } from '../../shared/domain/upload.ts';
import { Choice } from '../ui/fields.tsx';
import { Button } from '../ui/button.tsx';
import { ask } from '../state/client.ts';
import { useAnswer } from '../state/use-answer.ts';
import type { MediaJobEntry } from '../state/model.ts';
import { length, size } from '../locales/format.ts';
import { failureText } from '../locales/sentences.ts';
import { useText, type Translate } from '../locales/text.ts';
import { LostTracks } from './lost-tracks.tsx';

/** How small, what it will look like, how long it takes; then "Compress". */
export function CompressForm({ entry }: { readonly entry: MediaJobEntry }) {
  const { t } = useText();
  const { projectId, fileId, bytes } = entry;
  const targets = targetsFor(bytes, maxUploadBytes);
  const [target, setTarget] = useState<Target['name']>(targets[0]?.name ?? 'quarter');
  const targetBytes = targets.find(({ name }) => name === target)?.bytes ?? bytes;
  // Null while main is looking into the file.
  const plan = useAnswer('mediaJob.estimate', { fileId, targetBytes }, 'quiet');
  return (
    <>
      <Choice
        name={t('mediaJob.target')}
        options={targets.map(({ name }) => ({ value: name, label: t(`mediaJob.targets.${name}`) }))}
        value={target}
        onChoose={setTarget}
      />
      <p role="status" className="tabular">
        {plan === null ? t('mediaJob.looking') : plan.ok ? estimateText(t, plan.data) : failureText(t, plan.error)}
      </p>
      {plan?.ok && <LostTracks tracks={plan.data} />}
      <footer className="flex items-center justify-between gap-4">
        <p className="text-sm text-balance text-dim">{t('mediaJob.compressHint')}</p>
        <Button
          look="primary"
          disabled={!plan?.ok}
          onClick={() => void ask('mediaJob.compress', { projectId, fileId, targetBytes })}
        >
          {t('mediaJob.start.compress')}
        </Button>
      </footer>
    </>
  );
}

function estimateText(t: Translate, { estimatedBytes, width, height, estimatedMs }: CompressionPlan): string {
  return [
    t('mediaJob.estimate', { size: size(estimatedBytes) }),
    ...(width > 0 ? [t('mediaJob.estimateSize', { width, height })] : []),
    t('mediaJob.estimateTime', { time: length(t, estimatedMs) }),
  ].join(' · ');
}

/** A size that a file may be brought down to, in bytes. */
type Target = { readonly name: 'limit' | 'half' | 'quarter'; readonly bytes: number };

/** Just below the limit, so that the cloud does not refuse the result. */
const share = 0.98;

/** What may be chosen for a file of this size: the largest that the cloud takes, where it is larger; else parts of it. */
export function targetsFor(bytes: number, limit: number): readonly Target[] {
  const most = Math.floor(Math.min(bytes, limit * share));
  const parts: readonly Target[] = [
    { name: 'half', bytes: Math.floor(most / 2) },
    { name: 'quarter', bytes: Math.floor(most / 4) },
  ];
  return bytes > limit * share ? [{ name: 'limit', bytes: most }, ...parts] : parts;
}
