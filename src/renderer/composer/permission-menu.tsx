import { Menu } from '@base-ui/react/menu';
import { ChevronDown, ShieldCheck, ShieldOff, ShieldQuestionMark } from 'lucide-react';
import { spendPermissions } from '../../shared/domain/spend-permission.ts';
import { Button } from '../ui/button.tsx';
import { MenuChoice, MenuPopup } from '../ui/menu.tsx';
import { useText } from '../locales/text.ts';
import { choosePermission } from '../state/spending.ts';
import { useWindow } from '../state/store.ts';

const icons = { 'new-clips': ShieldCheck, always: ShieldQuestionMark, never: ShieldOff } as const;

/** Beside the composer: before what Rushes asks whether it may be paid for. */
export function PermissionMenu() {
  const { t } = useText();
  const spending = useWindow((state) => state.preferences.spending);
  const rehearsal = useWindow((state) => state.rehearsal);
  const Icon = icons[spending];
  // A rehearsal costs nothing, and never asks.
  if (rehearsal) return null;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <Button
            look="icon"
            className="h-6! w-auto! min-w-0 shrink! gap-1! px-1.5! text-xs"
            title={t('spending.title')}
            aria-description={t('spending.title')}
          >
            <Icon size={13} aria-hidden className="shrink-0" />
            <span className="truncate">{t(`spending.modes.${spending}`)}</span>
            <ChevronDown size={12} aria-hidden className="shrink-0" />
          </Button>
        }
      />
      <MenuPopup at={{ side: 'top', align: 'start' }} aria-label={t('spending.title')} className="min-w-52">
        <Menu.RadioGroup
          value={spending}
          onValueChange={(value) => {
            const chosen = spendPermissions.find((one) => one === value);
            if (chosen !== undefined) choosePermission(chosen);
          }}
        >
          {spendPermissions.map((one) => (
            <MenuChoice key={one} value={one}>
              {t(`spending.modes.${one}`)}
            </MenuChoice>
          ))}
        </Menu.RadioGroup>
      </MenuPopup>
    </Menu.Root>
  );
}
