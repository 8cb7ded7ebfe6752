import { Button } from '../ui/button.tsx';
import type { WorkshopEntry } from '../state/model.ts';
import { useText } from '../locales/text.ts';
import { convert } from './open.ts';

/** There is nothing to choose: this is seen only after a failure or a refused result. */
export function ConvertForm({ entry }: { readonly entry: WorkshopEntry }) {
  const { t } = useText();
  return (
    <footer className="flex justify-end">
      <Button look="primary" onClick={() => void convert(entry)}>
        {t('workshop.start.convert')}
      </Button>
    </footer>
  );
}
