import { describe, expect, it } from 'vitest';
import { costOf, isChargedForNothing, netOf, withLater } from '../../../../src/shared/domain/receipt.ts';

const credits = (available: number, frozen = 0) => ({ available, frozen, total: available + frozen });
const receipt = { before: credits(100), after: credits(52), chargedForNothing: false };

describe('what became of the credits of a turn', () => {
  it.each([
    ['charged', {}, { charged: 48, reserved: 0, returned: 0 }],
    ['not charged', { after: credits(100) }, { charged: 0, reserved: 0, returned: 0 }],
    ['reserved, and nothing charged yet', { after: credits(40, 60) }, { charged: 0, reserved: 60, returned: 0 }],
    ['charged in part', { after: credits(30, 20) }, { charged: 50, reserved: 20, returned: 0 }],
    ['given back while it ran', { lowest: 0 }, { charged: 48, reserved: 0, returned: 52 }],
    ['all given back', { after: credits(100), lowest: 0 }, { charged: 0, reserved: 0, returned: 100 }],
    ['given back later', { later: credits(90) }, { charged: 10, reserved: 0, returned: 38 }],
    [
      'of a user who topped up meanwhile',
      { after: credits(600), lowest: 20 },
      { charged: 0, reserved: 0, returned: 0 },
    ],
    ['beside another turn', { after: credits(10, 30), beside: true }, { charged: 60, reserved: 0, returned: 0 }],
  ] as const)('%s', (_, changes, net) => {
    expect(netOf({ ...receipt, ...changes })).toEqual(net);
  });

  it('counts what is reserved until it comes back', () => {
    const held = { ...receipt, after: credits(40, 60) };
    expect(costOf(held)).toBe(60);
    expect(costOf(withLater(held, credits(100)) ?? expect.fail())).toBe(0);
    expect(netOf(withLater(held, credits(40)) ?? expect.fail())).toEqual({ charged: 60, reserved: 0, returned: 0 });
  });

  it.each([
    ['nothing has moved', credits(52)],
    ['the user has topped up', credits(552)],
    ['something else was spent', credits(40)],
    ['something else is being worked on', credits(52, 5)],
  ])('stays as it is where %s', (_, now) => {
    expect(withLater(receipt, now)).toBeNull();
  });

  it('was charged for nothing only while that is not given back', () => {
    const lost = { ...receipt, chargedForNothing: true };
    expect(isChargedForNothing(lost)).toBe(true);
    expect(isChargedForNothing({ ...lost, later: credits(100) })).toBe(false);
    expect(isChargedForNothing({ ...lost, after: credits(52, 48) })).toBe(false);
  });
});
