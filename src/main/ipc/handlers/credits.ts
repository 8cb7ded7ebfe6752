import type { creditRequests } from '../../../shared/contract/credits.ts';
import { creditCsv, type CreditEntry, dayOf } from '../../../shared/domain/credit-history.ts';
import { mainTexts } from '../../../shared/locales/main-texts.ts';
import { ok } from '../../../shared/result.ts';
import type { App } from '../../app/app.ts';
import type { HandlersOf } from '../router.ts';

export const creditHandlers: HandlersOf<typeof creditRequests> = {
  'credits.history': (_input, app) => ok(historyOf(app)),
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
    return desktop.saveTable(t('credits.file', { day: dayOf(Date.now()) }), creditCsv(historyOf(app), words));
  },
};

/** Messages with their receipts, and exports, which cost nothing. */
function historyOf({ turns, exports, projects }: App): readonly CreditEntry[] {
  const names = new Map(projects.list().map(({ id, name }) => [id, name]));
  const saved = exports.list().flatMap(({ id, projectId, fileName, state, endedAt }): readonly CreditEntry[] => {
    if (state !== 'saved' || endedAt === null) return [];
    const project = names.get(projectId);
    const place = { projectId: project === undefined ? null : projectId, project: project ?? '' };
    return [{ id, kind: 'export', ...place, what: fileName, at: endedAt, charged: 0, reserved: 0, returned: 0 }];
  });
  return [...turns.creditHistory(), ...saved].toSorted((one, other) => other.at - one.at);
}
