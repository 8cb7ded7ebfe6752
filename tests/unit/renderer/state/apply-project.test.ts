import { describe, expect, it } from 'vitest';
import { apply, applyView } from '../../../../src/renderer/state/apply.ts';
import { initialState } from '../../../../src/renderer/state/model.ts';
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
    const begun = apply(applyView(initialState, view()), { type: 'import-review', head });
    const listed = apply(begun, { ...rowsOf, rows });
    const known = apply(listed, { ...rowsOf, rows: [row(1, 'notes.txt', large)] });
    const ready = apply(known, { type: 'import-review', head: { ...head, state: 'ready' } });
    const of = ({ views }: typeof ready) => views['p1']?.importReview;
    expect(of(ready)).toMatchObject({ state: 'ready', rows: [{ id: 0 }, { id: 1, check: large }] });
    expect(of(apply(ready, { ...rowsOf, reviewId: 'another', rows }))).toBe(of(ready));
    expect(of(apply(ready, { type: 'import-review-removed', projectId: 'p1', reviewId: 'i' }))).toBeNull();
  });
});
