// usage: summarize-tests.mjs REPORT [FAILED_STAGE …]
// Prints `N passed, N failed` from vitest's JSON report (all projects). A failed stage that is not explained by
// failed tests counts as one failure, and so does a test file that did not load.
import { readFileSync } from 'node:fs';

const [path, ...failedStages] = process.argv.slice(2);

/** @returns {{ passed: number; failed: number }} */
function count(report) {
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'));
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

let passed = 0;
let failed = 0;
try {
  ({ passed, failed } = count(JSON.parse(readFileSync(path, 'utf8'))));
} catch {
  // No report: the test stage died before it wrote one, and is among the failed stages.
}
const unexplained = failedStages.filter((stage) => !(stage === 'npm test' && failed > 0));
if (passed === 0 && failed === 0 && unexplained.length === 0) unexplained.push('npm test: no test ran');
failed += unexplained.length;

for (const stage of unexplained) console.error(`failed: ${stage}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
