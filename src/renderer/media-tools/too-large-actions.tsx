import { Button } from '../ui/button.tsx';
import type { MediaJobEntry } from '../state/model.ts';
import { useText } from '../locales/text.ts';
import { openMediaTools } from './open.ts';

/** What can be made of a file that the cloud does not take as it is. */
export function TooLargeActions({ file }: { readonly file: Omit<MediaJobEntry, 'kind'> }) {
  const { t } = useText();
  return (
    <>
      <Button look="quiet" onClick={() => openMediaTools({ ...file, kind: 'compress' })}>
        {t('mediaJob.open.compress')}
      </Button>
      <Button look="quiet" onClick={() => openMediaTools({ ...file, kind: 'trim' })}>
        {t('mediaJob.open.trim')}
      </Button>
    </>
  );
}
