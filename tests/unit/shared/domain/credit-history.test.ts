import { describe, expect, it } from 'vitest';
import { creditCsv, type CreditEntry, groupCredits } from '../../../../src/shared/domain/credit-history.ts';

const at = (day: number, hour = 12) => new Date(2026, 10, day, hour, 5).getTime();

function entry(changes: Partial<CreditEntry> = {}): CreditEntry {
  const own = { id: 'a', projectId: 'p1', project: 'Sea', what: 'A calm sea', at: at(30) };
  return { ...own, kind: 'message', charged: 48, reserved: 0, returned: 0, ...changes };
}

const words = {
  columns: ['Date', 'Project', 'Kind', 'What', 'Charged', 'Reserved', 'Given back'],
  kinds: { message: 'Message', export: 'Export' },
  deleted: 'Deleted project',
};
const rowsOf = (csv: string) => csv.slice(1).split('\r\n').slice(1, -1);

describe('the history of credits', () => {
  const entries = [
    entry({ id: 'c', charged: 3, returned: 2 }),
    entry({ id: 'b', projectId: null, project: '', at: at(29, 23) }),
    entry({ id: 'a', at: at(29, 8), reserved: 10 }),
  ];

  it('has a sum for each day', () => {
    expect(groupCredits(entries, 'day')).toMatchObject([
      { key: '2026-11-30', charged: 3, returned: 2, entries: [{ id: 'c' }] },
      { key: '2026-11-29', charged: 96, reserved: 10, entries: [{ id: 'b' }, { id: 'a' }] },
    ]);
  });

  it('has a sum for each project, and one for those that are deleted', () => {
    expect(groupCredits(entries, 'project')).toMatchObject([
      { key: 'p1', charged: 51, reserved: 10 },
      { key: '', charged: 48 },
    ]);
  });
});

describe('the history as a table', () => {
  it('begins with the mark by which Excel reads Chinese, and has a line for each entry', () => {
    const csv = creditCsv([entry({ what: '平静的海', project: '海' }), entry({ projectId: null })], words);
    expect(csv.startsWith('\uFEFFDate,Project,')).toBe(true);
    expect(rowsOf(csv)).toEqual([
      '2026-11-30 12:05,海,Message,平静的海,48,0,0',
      '2026-11-30 12:05,Deleted project,Message,A calm sea,48,0,0',
    ]);
  });

  it.each([
    ['a, "b"', '"a, ""b"""'],
    ['one\ntwo', '"one\ntwo"'],
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['\t=1', `"'\t=1"`],
    ['plain', 'plain'],
  ])('writes %j so that no program runs or splits it', (what, cell) => {
    const csv = creditCsv([entry({ what })], words);
    expect(csv).toContain(`,Message,${cell},48,0,0\r\n`);
  });
});
