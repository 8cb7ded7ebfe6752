import { describe, expect, it } from 'vitest';
import { createCreditMeter } from '../../../../src/main/turns/credit-meter.ts';
import { netOf, type Receipt } from '../../../../src/shared/domain/receipt.ts';
import type { Turn } from '../../../../src/shared/domain/turn.ts';
import { turn } from '../../renderer/state/fixtures.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

const credits = (available: number, frozen = 0) => ({ available, frozen, total: available + frozen });

function createRig() {
  const clock = createFakeClock();
  const turns = new Map<string, Turn>();
  let [watching, told] = [0, 0];
  const settled: string[] = [];
  const meter = createCreditMeter(
    { clock, timings: { balanceFollowMs: 300_000 } as never, report: () => expect.fail() },
    {
      journal: {
        get: (id) => turns.get(id) ?? null,
        patch: (id, patch) => {
          const next = { ...(turns.get(id) ?? turn({ id })), ...patch };
          turns.set(id, next);
          return next;
        },
      },
      balanceWatch: {
        begin: () => {
          watching += 1;
          return () => void (watching -= 1);
        },
      },
      onReceipt: () => void (told += 1),
      onSettled: (projectId) => void settled.push(projectId),
    },
  );
  const end = (id: string, own: ReturnType<typeof meter.begin>, after: Receipt['after']): void => {
    const { before, ...seen } = own.seen();
    const receipt = { ...seen, before: before ?? expect.fail(), after, chargedForNothing: false };
    turns.set(id, turn({ id, projectId: `project of ${id}`, state: 'done', receipt }));
    own.end();
  };
  const net = (id: string) => netOf(turns.get(id)?.receipt ?? expect.fail());
  return { clock, meter, end, net, settled, watching: () => watching, told: () => told };
}

describe('the credits of a turn', () => {
  it('are netted with what came back while it ran and after its end', () => {
    const { meter, end, net, told } = createRig();
    const own = meter.begin('a', credits(100));
    meter.see(credits(40, 60));
    end('a', own, credits(70, 30));
    expect(net('a')).toEqual({ charged: 0, reserved: 30, returned: 30 });
    meter.see(credits(570, 30));
    expect(net('a')).toMatchObject({ reserved: 30 });
    meter.see(credits(90));
    expect(net('a')).toEqual({ charged: 10, reserved: 0, returned: 50 });
    expect(told()).toBe(1);
  });

  it.each(['another account', 'another turn'])('stay as they are once there is %s', (what) => {
    const { meter, end, net } = createRig();
    end('a', meter.begin('a', credits(100)), credits(70, 30));
    if (what === 'another account') meter.see(null);
    else meter.begin('b', credits(70, 30));
    meter.see(credits(100));
    expect(net('a')).toMatchObject({ reserved: 30 });
  });

  it('are those of all that ran at the same time', () => {
    const { meter, end, net } = createRig();
    const [a, b] = [meter.begin('a', credits(100)), meter.begin('b', credits(40, 60))];
    meter.see(credits(10, 90));
    end('a', a, credits(10, 30));
    end('b', b, credits(10));
    expect([net('a'), net('b')]).toEqual([
      { charged: 60, reserved: 0, returned: 0 },
      { charged: 30, reserved: 0, returned: 0 },
    ]);
  });

  it('are asked for while some are reserved, for a while', async () => {
    const { clock, meter, end, watching } = createRig();
    end('a', meter.begin('a', credits(100)), credits(52));
    expect(watching()).toBe(0);
    end('b', meter.begin('b', credits(52)), credits(22, 30));
    expect(watching()).toBe(1);
    await clock.advance(300_000);
    expect(watching()).toBe(0);
    end('c', meter.begin('c', credits(52)), credits(22, 30));
    meter.close();
    await clock.advance(0);
    expect(watching()).toBe(0);
  });

  it('that were reserved after its end are followed beyond the next turn, and say when they are settled', () => {
    const { meter, end, settled, watching } = createRig();
    end('a', meter.begin('a', credits(100)), credits(52, 48));
    const next = meter.begin('b', credits(52, 48));
    meter.see(credits(52));
    expect(settled).toEqual([]);
    end('b', next, credits(52, 48));
    expect(watching()).toBe(1);
    meter.see(credits(52, 48));
    expect(settled).toEqual([]);
    meter.see(credits(52));
    meter.see(credits(52));
    expect(settled).toEqual(['project of a']);
  });

  it('of another account are not waited for', () => {
    const { meter, end, settled } = createRig();
    end('a', meter.begin('a', credits(100)), credits(52, 48));
    meter.see(null);
    meter.see(credits(52));
    expect(settled).toEqual([]);
  });
});
