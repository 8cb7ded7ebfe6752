import { Scissors } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import type { WorkshopEntry } from '../state/model.ts';
import { useText } from '../locales/text.ts';
import { openWorkshop } from './open.ts';

type Props = { readonly file: Omit<WorkshopEntry, 'kind'> };

/** Opens an attachment in the workshop, to send only a part of it. */
export function TrimButton({ file }: Props) {
  const { t } = useText();
  return (
    <Button
      look="icon"
      className="size-6!"
      aria-label={t('workshop.trimFile', { name: file.name })}
      onClick={() => openWorkshop({ ...file, kind: 'trim' })}
    >
      <Scissors size={13} aria-hidden />
    </Button>
  );
}
