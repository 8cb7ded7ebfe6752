import type { Net } from '../../shared/domain/receipt.ts';
import type { Translate } from './text.ts';

/** What became of credits: `48 credits`, `30 reserved`, `12 given back`, or `Not charged`. */
export function creditLine(t: Translate, { charged, reserved, returned }: Net): readonly string[] {
  return [
    ...(charged > 0 ? [t('chat.cost', { count: charged })] : []),
    ...(reserved > 0 ? [t('shell.creditsHeld', { held: reserved })] : []),
    ...(charged + reserved === 0 ? [t('receipt.notCharged')] : []),
    ...(returned > 0 ? [t('receipt.givenBack', { count: returned })] : []),
  ];
}
