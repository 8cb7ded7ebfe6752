import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChangelog } from '../../../../src/renderer/help/read-changelog.ts';

const changelog = `# Changelog

The form is that of [Keep a Changelog](https://keepachangelog.com/).

## [Unreleased]

### Added

- One thing that
  takes two lines.
- Another - with a dash.

## [1.2.0] - 2026-11-27

### Fixed

- A fault.

### Removed

- Nothing.
`;

describe('readChangelog', () => {
  it('finds versions, their days, and what changed in each', () => {
    expect(readChangelog(changelog)).toEqual([
      {
        version: 'Unreleased',
        date: null,
        groups: [{ kind: 'Added', changes: ['One thing that takes two lines.', 'Another - with a dash.'] }],
      },
      {
        version: '1.2.0',
        date: '2026-11-27',
        groups: [
          { kind: 'Fixed', changes: ['A fault.'] },
          { kind: 'Removed', changes: ['Nothing.'] },
        ],
      },
    ]);
  });

  it('finds nothing in what is no changelog', () => expect(readChangelog('# Title\n\nWords.')).toEqual([]));

  it('reads ours, which says the same in both languages', () => {
    const [en, zh] = ['CHANGELOG.md', 'CHANGELOG.zh.md'].map((name) =>
      readChangelog(readFileSync(join(import.meta.dirname, '../../../..', name), 'utf8')).map(({ date, groups }) => ({
        date,
        changes: groups.map(({ changes }) => changes.length),
      })),
    );
    expect(en?.length).toBeGreaterThan(0);
    expect(zh).toEqual(en);
  });
});
