import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../../src/main/storage/database.ts';
import { openStores, writeHistory } from '../../support/bench-history.ts';
import { atMost, type Bench, figureOf } from '../figure.ts';
import { alternate, p95 } from '../stats.ts';

const runs = 7;
const limit = 50;

/** Frequent and rare, there and not, in both languages, of every length, as they grow under the user's fingers. */
const queries = [
  's|se|sea|sea f|sea follow|Piano|the sunset after|NIGHT|(9871)|(12)|20%|**8',
  '海|海浪|海浪放|把海浪放在|钢琴|下雪后面|标题在前三秒|（9000）|琴',
  'zebra|zz|熊猫|没有的话|the sea that is not there|Have a look|seconds|clip ends|q',
].flatMap((line) => line.split('|'));

export const search: Bench = {
  name: 'search',
  about: 'a search over 10,000 turns (p95 of many), against a LIKE over the same table',
  measure: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rushes-bench-'));
    await writeHistory(folder, [{ name: 'Long', turns: 10_000 }]);
    const { database, stores } = openStores(folder);
    try {
      const ours = (): Promise<number> => slowest((query) => stores.search.find(query, limit));
      const scan = (): Promise<number> => slowest((query) => scanFor(database, query));
      // The first of each is not counted: pages are not in memory yet.
      await ours();
      await scan();
      return [figureOf({ name: 'search', unit: 'ms', goal: atMost(50, 'ms'), ...(await alternate(runs, ours, scan)) })];
    } finally {
      database.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** The 95th percentile of the times that the queries take, ms. */
function slowest(find: (query: string) => unknown): Promise<number> {
  const times = queries.map((query) => {
    const startedAt = performance.now();
    find(query);
    return performance.now() - startedAt;
  });
  return Promise.resolve(p95(times));
}

function scanFor(database: Database, query: string): readonly unknown[] {
  return database.all(
    'SELECT id FROM turns WHERE prompt LIKE @like OR parts LIKE @like ORDER BY seq DESC LIMIT @limit',
    { like: `%${query}%`, limit },
  );
}
