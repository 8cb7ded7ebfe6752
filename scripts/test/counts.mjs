/** The count of a step that is no test run, or of a run that left no report. */
export const failedStep = { passed: 0, failed: 1, skipped: 0 };

/** The sum of counts. */
export function addUp(counts) {
  return counts.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The counts of vitest's JSON report; a file that could not be loaded counts as one failure. */
export function vitestCounts(report, code) {
  if (!report) return failedStep;
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return checked(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    code,
  );
}

/** The counts of Playwright's JSON report; an error outside of the tests counts as one failure. */
export function playwrightCounts(report, code) {
  if (!report) return failedStep;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return checked({ passed: expected + flaky, failed: unexpected + report.errors.length, skipped }, code);
}

export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

// A runner that fails, or that ran nothing, has failed whatever its report says.
function checked(counts, code) {
  const unsound = code !== 0 || counts.passed === 0;
  return unsound && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
