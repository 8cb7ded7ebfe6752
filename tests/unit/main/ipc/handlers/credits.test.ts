import { expect, it } from 'vitest';
import type { App } from '../../../../../src/main/app/app.ts';
import { creditHandlers } from '../../../../../src/main/ipc/handlers/credits.ts';
import type { CreditEntry } from '../../../../../src/shared/domain/credit-history.ts';
import { temporaryStores } from '../../../../support/temporary-stores.ts';
import { anExport, aProject } from '../../storage/samples.ts';

it('tells of thousands of messages and exports, each once and the newest first, in steps', async () => {
  const stores = temporaryStores();
  const project = aProject();
  stores.projects.save(project);
  for (let n = 0; n < 700; n += 1) {
    const record = anExport(project.id, { state: n % 2 === 0 ? 'saved' : 'failed', endedAt: n });
    stores.exports.add(record);
  }
  const paid = Array.from({ length: 1_200 }, (_, n): CreditEntry => {
    const money = { charged: 3, reserved: 0, returned: 0 };
    return { id: `turn ${n}`, kind: 'message', projectId: project.id, project: '', what: '', at: 5_000 - n, ...money };
  });
  let steps = 0;
  const app = {
    projects: { list: () => [project] },
    turns: {
      creditHistory: (from: number, limit: number) => {
        steps += 1;
        return paid.slice(from, from + limit);
      },
    },
    exports: {
      page: (before: number | null) => {
        steps += 1;
        const { records, before: older } = stores.exports.page(before, 300);
        return { exports: records.map(({ job }) => job), older };
      },
    },
  } as unknown as App;
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  const told = await creditHandlers['credits.history']({}, app, {} as never);
  clearInterval(counting);
  if (!told.ok) throw new Error('It was refused');
  const ids = told.value.map(({ id }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([1_550, 1_550]);
  expect(told.value.map(({ at }) => at)).toEqual(told.value.map(({ at }) => at).toSorted((one, other) => other - one));
  expect(steps).toBe(6);
  expect(turns).toBeGreaterThan(0);
});
