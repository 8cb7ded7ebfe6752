import { describe, expect, it } from 'vitest';
import { withImport } from '../../../../src/renderer/state/apply-project.ts';
import type { ImportCheck, ImportRow } from '../../../../src/shared/domain/import-review.ts';
import { view } from './fixtures.ts';

const row = (id: number, name: string, check: ImportCheck = { state: 'usable' }): ImportRow => ({
  id,
  name,
  folder: 'Lake',
  bytes: 1,
  kind: 'video',
  check,
});
const large: ImportCheck = { state: 'offer', reason: { kind: 'too-large', maxBytes: 1 } };
const rows = [row(0, 'Clip A.mp4'), row(1, 'notes.txt', { state: 'refused', failure: { code: 'unsupported-file' } })];

describe('a list of files that came in', () => {
  const head = {
    id: 'i',
    projectId: 'p1',
    state: 'reading',
    skips: { hidden: 0, unreadable: 0, special: 0 },
    capped: false,
  } as const;
  const rowsOf = { type: 'import-rows', projectId: 'p1', reviewId: 'i' } as const;

  it('grows, learns and goes', () => {
    const begun = withImport(view(), { type: 'import-review', head });
    const listed = withImport(begun, { ...rowsOf, rows });
    const known = withImport(listed, { ...rowsOf, rows: [row(1, 'notes.txt', large)] });
    const ready = withImport(known, { type: 'import-review', head: { ...head, state: 'ready' } });
    expect(ready.importReview).toMatchObject({ state: 'ready', rows: [{ id: 0 }, { id: 1, check: large }] });
    expect(withImport(ready, { ...rowsOf, reviewId: 'another', rows })).toBe(ready);
    expect(
      withImport(ready, { type: 'import-review-removed', projectId: 'p1', reviewId: 'i' }).importReview,
    ).toBeNull();
  });
});
