import { RefreshCw } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import type { MediaJobEntry } from '../state/model.ts';
import { useText } from '../locales/text.ts';
import { convert } from './open.ts';

type Props = { readonly file: Omit<MediaJobEntry, 'kind'> };

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
