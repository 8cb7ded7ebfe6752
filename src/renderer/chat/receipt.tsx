import { Popover } from '@base-ui/react/popover';
import { ReceiptText } from 'lucide-react';
import { isChargedForNothing, netOf, type Receipt } from '../../shared/domain/receipt.ts';
import type { Credits, Turn } from '../../shared/domain/turn.ts';
import { Button } from '../ui/button.tsx';
import { openDialog } from '../state/dialogs.ts';
import { useCopy } from '../ui/use-copy.ts';
import { useText } from '../locales/text.ts';
import { supportNote } from './turn-text.ts';

type Props = { readonly turn: Turn; readonly receipt: Receipt };

/** The balances around a turn, one click away from what it cost. */
export function ReceiptButton({ turn, receipt }: Props) {
  const { t } = useText();
  return (
    <Popover.Root>
      <Popover.Trigger
        render={
          <Button look="icon" className="-my-1 ml-0.5 size-5! align-middle" aria-label={t('receipt.show')}>
            <ReceiptText size={12} aria-hidden />
          </Button>
        }
      />
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={6} className="z-30">
          <Popover.Popup className="w-64 rounded-card border border-line-strong bg-panel p-3 text-sm focus:outline-none">
            <Popover.Title className="mb-2 font-semibold">{t('receipt.show')}</Popover.Title>
            <Balances receipt={receipt} />
            <Button look="bare" className="mt-2" onClick={() => openDialog({ kind: 'settings', section: 'credits' })}>
              {t('credits.open')}
            </Button>
            {isChargedForNothing(receipt) && <SupportNote turn={turn} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Balances({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useText();
  const { charged, reserved, returned } = netOf(receipt);
  return (
    <table className="w-full tabular">
      <thead className="text-faint">
        <tr>
          <th className="pb-1 text-left font-normal">{t('shell.credits')}</th>
          <th className="pb-1 text-right font-normal">{t('receipt.available')}</th>
          <th className="pb-1 text-right font-normal">{t('receipt.held')}</th>
        </tr>
      </thead>
      <tbody>
        <Balance name={t('receipt.before')} credits={receipt.before} />
        <Balance name={t('receipt.after')} credits={receipt.later ?? receipt.after} />
      </tbody>
      <tfoot className="border-t border-line">
        <Total name={t('receipt.charged')} credits={charged} />
        {reserved > 0 && <Total name={t('receipt.held')} credits={reserved} />}
        {returned > 0 && <Total name={t('receipt.returned')} credits={returned} />}
      </tfoot>
    </table>
  );
}

function Total({ name, credits }: { readonly name: string; readonly credits: number }) {
  return (
    <tr>
      <th colSpan={2} className="pt-1 text-left font-medium">
        {name}
      </th>
      <td className="pt-1 text-right font-medium">{credits}</td>
    </tr>
  );
}

function Balance({ name, credits }: { readonly name: string; readonly credits: Credits }) {
  return (
    <tr>
      <th className="pb-1 text-left font-normal text-dim">{name}</th>
      <td className="pb-1 text-right">{credits.available}</td>
      <td className="pb-1 text-right">{credits.frozen}</td>
    </tr>
  );
}

function SupportNote({ turn }: { readonly turn: Turn }) {
  const { t, locale } = useText();
  const { copied, copy } = useCopy();
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="mb-2 text-bad">{t('receipt.forNothing')}</p>
      <Button look="quiet" onClick={() => copy(supportNote(t, locale, turn))}>
        {t(copied ? 'receipt.noteCopied' : 'receipt.copyNote')}
      </Button>
    </div>
  );
}
