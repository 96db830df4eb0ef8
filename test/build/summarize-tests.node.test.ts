import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../build/summarize-tests.mjs', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'fv-summary-'));
afterAll(() => rmSync(directory, { recursive: true }));

function summarize(report: object | null, ...failedStages: string[]) {
  const path = join(directory, 'report.json');
  writeFileSync(path, report ? JSON.stringify(report) : '');
  const { stdout, status } = spawnSync(process.execPath, [script, path, ...failedStages], { encoding: 'utf8' });
  return { line: stdout.trim(), status };
}

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((result) => ({ status: result })) });

describe('the last line of CI', () => {
  test('counts the tests of all projects', () => {
    const report = { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 'passed', 'passed'), file('passed', 'passed')] };
    expect(summarize(report)).toEqual({ line: '3 passed, 0 failed', status: 0 });
  });

  test('counts a failed test once, not again for the stage it failed', () => {
    const report = { numPassedTests: 1, numFailedTests: 1, testResults: [file('failed', 'passed', 'failed')] };
    expect(summarize(report, 'npm test')).toEqual({ line: '1 passed, 1 failed', status: 1 });
  });

  test('counts a file that did not load', () => {
    const report = { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed'), file('failed')] };
    expect(summarize(report, 'npm test')).toEqual({ line: '1 passed, 1 failed', status: 1 });
  });

  test('counts every other failed stage', () => {
    const report = { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed')] };
    expect(summarize(report, 'npm run lint', 'npm run build')).toEqual({ line: '1 passed, 2 failed', status: 1 });
  });

  test('fails where no test ran', () => {
    expect(summarize(null)).toEqual({ line: '0 passed, 1 failed', status: 1 });
    expect(summarize(null, 'npm test')).toEqual({ line: '0 passed, 1 failed', status: 1 });
  });
});
