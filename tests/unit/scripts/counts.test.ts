import { describe, expect, it } from 'vitest';
import { addUp, playwrightCounts, summaryLine, vitestCounts } from '../../../scripts/test/counts.mjs';

const vitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};
const playwrightReport = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] };

describe('the counts of a test run', () => {
  it('are summed into one line', () => {
    const total = addUp([vitestCounts(vitestReport, 0), playwrightCounts(playwrightReport, 0)]);
    expect(summaryLine(total)).toBe('5 passed, 0 failed, 1 skipped');
    expect(summaryLine({ passed: 5, failed: 1, skipped: 0 })).toBe('5 passed, 1 failed');
  });

  it('have a failure for a missing report, a bad exit code and a run of nothing', () => {
    expect(vitestCounts(undefined, 0).failed).toBe(1);
    expect(vitestCounts(vitestReport, 1).failed).toBe(1);
    expect(vitestCounts({ ...vitestReport, numPassedTests: 0, testResults: [] }, 0).failed).toBe(1);
    expect(playwrightCounts(undefined, 0).failed).toBe(1);
    expect(
      playwrightCounts({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 4 }, errors: [] }, 0).failed,
    ).toBe(1);
  });

  it('have a failure for a file that could not be loaded', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    const report = { ...vitestReport, testResults: [...vitestReport.testResults, unloaded] };
    expect(vitestCounts(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });
});
