import { Button } from '../ui/button.tsx';
import type { WorkshopEntry } from '../state/model.ts';
import { useText } from '../locales/text.ts';
import { openWorkshop } from './open.ts';

/** What can be made of a file that the cloud does not take as it is. */
export function TooLargeDeeds({ file }: { readonly file: Omit<WorkshopEntry, 'kind'> }) {
  const { t } = useText();
  return (
    <>
      <Button look="quiet" onClick={() => openWorkshop({ ...file, kind: 'compress' })}>
        {t('workshop.open.compress')}
      </Button>
      <Button look="quiet" onClick={() => openWorkshop({ ...file, kind: 'trim' })}>
        {t('workshop.open.trim')}
      </Button>
    </>
  );
}
