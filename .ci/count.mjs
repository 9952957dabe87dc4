// Adds up the tests of Vitest's JSON report and the failed steps of .ci/run: prints "N passed, N failed".
// node count.mjs REPORT [FAILED STEP…]
import { readFileSync } from 'node:fs';

const [path, ...steps] = process.argv.slice(2);
let [passed, failed, skipped] = [0, 0, 0];
try {
  const report = JSON.parse(readFileSync(path, 'utf8'));
  [passed, failed, skipped] = [report.numPassedTests, report.numFailedTests, report.numPendingTests];
  // A file that could not even be loaded holds no test that failed, yet it did.
  for (const file of report.testResults) {
    if (file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed')) failed += 1;
  }
} catch (error) {
  process.stdout.write(`no test report: ${error.message}\n`);
}
failed += steps.filter((step) => step !== 'tests').length;
// Tests may fail in ways that no report tells (a crash, an unhandled error): the step's own word counts.
if (steps.includes('tests') && failed === 0) failed += 1;
if (passed === 0 && failed === 0) failed += 1;
if (skipped > 0) process.stdout.write(`${skipped} tests were skipped\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
