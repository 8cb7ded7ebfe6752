import { Button } from '../ui/button.tsx';
import type { MediaJobEntry } from '../state/model.ts';
import { useText } from '../locales/text.ts';
import { convert } from './open.ts';

/** There is nothing to choose: this is seen only after a failure or a refused result. */
export function ConvertForm({ entry }: { readonly entry: MediaJobEntry }) {
  const { t } = useText();
  return (
    <footer className="flex justify-end">
      <Button look="primary" onClick={() => void convert(entry)}>
        {t('mediaJob.start.convert')}
      </Button>
    </footer>
  );
}
