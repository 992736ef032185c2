import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tallyOfPlaywright, tallyOfRun, tallyOfVitest } from '@/scripts/tally'

const file = join(mkdtempSync(join(tmpdir(), 'siftah-tally-')), 'report.json')
const reported = (report: object) => writeFileSync(file, JSON.stringify(report))

test('a test file that cannot be loaded is a failure, though no test in it failed', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
  ]
  expect(tallyOfVitest({ numPassedTests: 5, numFailedTests: 1, testResults })).toEqual({ passed: 5, failed: 2 })
})

test('a journey that held at the second try held; an error outside the journeys is a failure', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1 }
  expect(tallyOfPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 2 })
})

test('a run that ends badly is never counted as clean', () => {
  reported({ stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] })
  expect(tallyOfRun(0, file, tallyOfPlaywright)).toEqual({ passed: 3, failed: 0 })
  expect(tallyOfRun(1, file, tallyOfPlaywright)).toEqual({ passed: 3, failed: 1 })
  expect(tallyOfRun(1, '/no/report', tallyOfPlaywright)).toEqual({ passed: 0, failed: 1 })
})

test('a run that claims success without a report is not believed', () => {
  expect(() => tallyOfRun(0, '/no/report', tallyOfPlaywright)).toThrow(/ENOENT/)
})
