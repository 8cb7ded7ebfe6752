import { expect, it } from 'vitest';
import { betterBindId, type BindId } from '../../../../src/shared/domain/bind-id.ts';

const of = (key: BindId['key'], id = key as string): BindId => ({ key, id });
const order = [of('bind_id'), of('bind'), of('user_id'), of('unknown')];

it('keeps the better id, whichever came first', () => {
  for (const [at, better] of order.entries())
    for (const worse of [...order.slice(at + 1), null]) {
      expect(betterBindId(better, worse)).toBe(better);
      expect(betterBindId(worse, better)).toBe(better);
    }
  expect(betterBindId(null, null)).toBeNull();
});

it('keeps the later one of two that are as good', () => {
  for (const { key } of order) expect(betterBindId(of(key, 'old'), of(key, 'new'))).toEqual(of(key, 'new'));
});
