import { readFileSync } from 'node:fs'

/** How many tests held and how many did not. */
export interface Tally {
  passed: number
  failed: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

/** Vitest's JSON report. A file that could not even be loaded counts as one failure. */
export const tallyOfVitest = (report: VitestReport): Tally => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.length).length,
})

/** Playwright's JSON report. A journey that held at the second try held; an error outside of any journey is a failure. */
export const tallyOfPlaywright = ({ stats, errors }: PlaywrightReport): Tally => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
})

/** The tally of a run from its report and exit code, which must not contradict each other: a crash is a failure. */
export function tallyOfRun<Report>(code: number, file: string, tallyOf: (report: Report) => Tally): Tally {
  let tally: Tally = { passed: 0, failed: 0 }
  try {
    tally = tallyOf(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (code === 0) throw error
  }
  return code === 0 || tally.failed ? tally : { ...tally, failed: 1 }
}
