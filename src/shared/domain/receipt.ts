/** A balance: `frozen` credits are reserved by work in progress, and neither available nor charged. */
export type Credits = {
  readonly available: number;
  readonly frozen: number;
  readonly total: number;
};

/**
 * The balances around a turn. `chargedForNothing`: credits went, and neither words nor a change came for them. `lowest`: the
 * least that was available while it ran. `later`: the balance after its end, where more came back or was charged. `beside`:
 * others ran at the same time, so that what was reserved may be theirs.
 */
export type Receipt = {
  readonly before: Credits;
  readonly after: Credits;
  readonly chargedForNothing: boolean;
  readonly lowest?: number;
  readonly later?: Credits;
  readonly beside?: true;
};

/** What became of a turn's credits: none of it is negative. `reserved`: neither charged nor given back yet. */
export type Net = { readonly charged: number; readonly reserved: number; readonly returned: number };

/** Nothing below zero, and nothing given back where the user has topped up meanwhile: nobody can tell then. */
export function netOf({ before, after, lowest, later = after, beside }: Receipt): Net {
  const gone = Math.max(0, before.available - later.available);
  const held = Math.min(gone, Math.max(0, later.frozen - before.frozen));
  const most = Math.max(gone, before.available - Math.min(after.available, lowest ?? after.available));
  const returned = later.available > before.available || beside === true ? 0 : most - gone;
  return { charged: gone - held, reserved: beside === true ? 0 : held, returned };
}

/** What the turn costs as far as anybody knows, in credits: what it was charged, and what is still reserved for it. */
export function costOf(receipt: Receipt): number {
  const { charged, reserved } = netOf(receipt);
  return charged + reserved;
}

/** Whether credits are gone for good, and nothing came for them. */
export function isChargedForNothing(receipt: Receipt): boolean {
  return receipt.chargedForNothing && netOf(receipt).charged > 0;
}

/**
 * The receipt with a balance that was read after the turn's end, while nothing else ran. Null where that says nothing new:
 * nothing has moved, or more came than the turn took, so that the user has topped up.
 */
export function withLater(receipt: Receipt, now: Credits): Receipt | null {
  const last = receipt.later ?? receipt.after;
  const back = now.available - last.available;
  if (receipt.beside === true || (back === 0 && now.frozen === last.frozen)) return null;
  if (back < 0 || back > costOf(receipt) || now.frozen > last.frozen) return null;
  return { ...receipt, later: now };
}
