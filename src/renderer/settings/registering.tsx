import { Check } from 'lucide-react';
import { useText } from '../locales/text.ts';

/** What an account of one's own gives. */
export function Registering() {
  const { t } = useText();
  return (
    <div>
      <p className="font-medium">{t('account.gives')}</p>
      <ul className="mt-1.5 flex flex-col gap-1 text-dim">
        {(['keep', 'credits', 'export'] as const).map((gift) => (
          <li key={gift} className="flex items-start gap-2">
            <Check size={14} aria-hidden className="mt-[3px] shrink-0 text-good" />
            {t(`account.gift.${gift}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
