import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../src/platform/root.ts'

export interface Count {
  passed: number
  failed: number
  skipped: number
  /** What failed or passed only when played again, one line each: a long log is read from its end. */
  remarks: string[]
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numFailedTestSuites: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites: PlaywrightSuite[]
}

interface PlaywrightSuite {
  specs?: {
    file: string
    title: string
    tests: { status: string; results: { errors: { message?: string }[] }[] }[]
  }[]
  suites?: PlaywrightSuite[]
}

const bin = join(root, 'node_modules', '.bin')

/** Types and lint: each counts as one test. The generated types are compared by a test of their own. */
export function runChecks(): Count {
  const steps = [
    { name: 'types', ok: run('tsc', ['--noEmit']) },
    { name: 'lint', ok: run('biome', ['check', '--error-on-warnings', '.']) },
  ]
  for (const { name, ok } of steps) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`)
  const failed = steps.filter(({ ok }) => !ok)
  const remarks = failed.map(({ name }) => `FAILED ${name}`)
  return { passed: steps.length - failed.length, failed: failed.length, skipped: 0, remarks }
}

/** Everything vitest runs: unit, store, route and scenario tests on a real PostgreSQL. */
export function runVitest(args: readonly string[] = []): Count {
  const report = reportFile('vitest')
  const ok = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ])
  const found = readReport<VitestReport>(report)
  if (!found) return withoutReport('vitest')
  // A file that does not load fails as a suite without any failed test.
  const failed = found.numFailedTests || (ok ? 0 : Math.max(1, found.numFailedTestSuites))
  const remarks = found.testResults.flatMap(failuresOfFile)
  return { passed: found.numPassedTests, failed, skipped: found.numPendingTests, remarks }
}

function failuresOfFile({
  name,
  status,
  message,
  assertionResults,
}: VitestReport['testResults'][number]): string[] {
  const file = relative(root, name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [remark('FAILED', file, message)] : []
  return failed.map((test) => remark('FAILED', `${file} › ${test.fullName}`, test.failureMessages[0]))
}

export function runPlaywright(args: readonly string[] = []): Count {
  const report = reportFile('playwright')
  const ok = run('playwright', ['test', '--reporter=list,json', ...args], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  const found = readReport<PlaywrightReport>(report)
  if (!found) return withoutReport('playwright')
  const { expected, unexpected, flaky, skipped } = found.stats
  const remarks = found.suites.flatMap(remarksOfSuite)
  return { passed: expected + flaky, failed: unexpected || (ok ? 0 : 1), skipped, remarks }
}

function remarksOfSuite({ specs = [], suites = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const error = results.flatMap(({ errors }) => errors)[0]?.message
        return remark(status === 'flaky' ? 'FLAKY ' : 'FAILED', `tests/browser/${file} › ${title}`, error)
      }),
  )
  return [...own, ...suites.flatMap(remarksOfSuite)]
}

function withoutReport(program: string): Count {
  return { passed: 0, failed: 1, skipped: 0, remarks: [`FAILED ${program}: no report was written`] }
}

/** One line of at most 300 signs: what, where, and how the error begins. */
function remark(what: string, where: string, error = ''): string {
  const words = stripVTControlCharacters(error)
    .split('\n')
    .map((line) => line.trim())
  return `${what} ${where}: ${words.filter(Boolean).slice(0, 3).join(' | ')}`.slice(0, 300)
}

export function sum(counts: readonly Count[]): Count {
  return counts.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
    skipped: all.skipped + one.skipped,
    remarks: [...all.remarks, ...one.remarks],
  }))
}

function run(program: string, args: readonly string[], environment: Record<string, string> = {}): boolean {
  const { status } = spawnSync(join(bin, program), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  return status === 0
}

function reportFile(name: string): string {
  const folder = join(root, '.data', 'reports')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}
