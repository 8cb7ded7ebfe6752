import { setImmediate } from 'node:timers/promises';
import type { creditRequests } from '../../../shared/contract/credits.ts';
import { creditCsv, type CreditEntry, dayOf } from '../../../shared/domain/credit-history.ts';
import type { ExportJob } from '../../../shared/domain/export-job.ts';
import { mainTexts } from '../../../shared/locales/main-texts.ts';
import { ok } from '../../../shared/result.ts';
import type { App } from '../../app/app.ts';
import type { HandlersOf } from '../router.ts';

export const creditHandlers: HandlersOf<typeof creditRequests> = {
  'credits.history': async (_input, app) => ok(await historyOf(app)),
  'credits.exportHistory': async (_input, app, { desktop }) => {
    const t = mainTexts(desktop.settings().locale);
    const columns = (['when', 'project', 'kind', 'what', 'charged', 'reserved', 'returned'] as const).map((column) =>
      t(`credits.${column}`),
    );
    const words = {
      columns,
      kinds: { message: t('credits.message'), export: t('credits.export') },
      deleted: t('credits.deleted'),
    };
    return desktop.saveTable(t('credits.file', { day: dayOf(Date.now()) }), creditCsv(await historyOf(app), words));
  },
};

/** Read in one go, in some milliseconds: main does other things in between. */
const atOnce = 500;

/** Messages with their receipts, and exports, which cost nothing; newest first. */
async function historyOf({ turns, exports, projects }: App): Promise<readonly CreditEntry[]> {
  const names = new Map(projects.list().map(({ id, name }) => [id, name]));
  const savedOf = ({ id, projectId, fileName, state, endedAt }: ExportJob): readonly CreditEntry[] => {
    if (state !== 'saved' || endedAt === null) return [];
    const project = names.get(projectId);
    const place = { projectId: project === undefined ? null : projectId, project: project ?? '' };
    return [{ id, kind: 'export', ...place, what: fileName, at: endedAt, charged: 0, reserved: 0, returned: 0 }];
  };
  // What comes meanwhile moves the rest on, and would be met twice.
  const found = new Map<string, CreditEntry>();
  const take = async (entries: readonly CreditEntry[]): Promise<void> => {
    for (const entry of entries) found.set(entry.id, entry);
    await setImmediate();
  };
  for (let from = 0, read = atOnce; read === atOnce; from += read) {
    const entries = turns.creditHistory(from, atOnce);
    read = entries.length;
    await take(entries);
  }
  for (let before: number | null = null, first = true; first || before !== null; first = false) {
    const page = exports.page(before);
    before = page.older;
    await take(page.exports.flatMap(savedOf));
  }
  return [...found.values()].toSorted((one, other) => other.at - one.at);
}
