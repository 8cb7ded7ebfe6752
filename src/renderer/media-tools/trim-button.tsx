import { Scissors } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import type { MediaJobEntry } from '../state/model.ts';
import { useText } from '../locales/text.ts';
import { openMediaTools } from './open.ts';

type Props = { readonly file: Omit<MediaJobEntry, 'kind'> };

/** Opens the tools for an attachment, to send only a part of it. */
export function TrimButton({ file }: Props) {
  const { t } = useText();
  return (
    <Button
      look="icon"
      className="size-6!"
      aria-label={t('mediaJob.trimFile', { name: file.name })}
      onClick={() => openMediaTools({ ...file, kind: 'trim' })}
    >
      <Scissors size={13} aria-hidden />
    </Button>
  );
}
