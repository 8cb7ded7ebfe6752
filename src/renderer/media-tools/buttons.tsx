import { Scissors, RefreshCw } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { MediaJobEntry } from '../state/model.ts';
import { useText } from '../locales/text.ts';
import { openMediaTools, convert } from './open.ts';

type Props = { readonly file: Omit<MediaJobEntry, 'kind'> };

/** Opens the tools for an attachment, to send only a part of it. */
export function TrimButton({ file }: Props) {
  const { t } = useText();
  return (
    <IconButton
      icon={Scissors}
      size={13}
      name={t('mediaJob.trimFile', { name: file.name })}
      onClick={() => openMediaTools({ ...file, kind: 'trim' })}
    />
  );
}

/** Makes a file of a kind that the cloud takes, and shows how it goes. */
export function ConvertButton({ file }: Props) {
  const { t } = useText();
  return (
    <Button look="quiet" onClick={() => void convert({ ...file, kind: 'convert' })}>
      <RefreshCw size={12} aria-hidden />
      {t('mediaJob.open.convert')}
    </Button>
  );
}

/** What can be made of a file that the cloud does not take as it is. */
export function TooLargeActions({ file }: Props) {
  const { t } = useText();
  return (
    <>
      {(['compress', 'trim'] as const).map((kind) => (
        <Button key={kind} look="quiet" onClick={() => openMediaTools({ ...file, kind })}>
          {t(`mediaJob.open.${kind}`)}
        </Button>
      ))}
    </>
  );
}
