import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'
import { type Count, remark } from './remark.ts'

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
  for (const { name, ok } of steps) console.log(`${ok ? 'ok' : 'not ok'} ${name}`)
  const failed = steps.filter(({ ok }) => !ok)
  const remarks = failed.map(({ name }) => `FAILED ${name}`)
  return { passed: steps.length - failed.length, failed: failed.length, skipped: 0, remarks }
}

/** Everything vitest runs: unit, store, route and scenario tests on a real PostgreSQL. */
export function runVitest(args: readonly string[] = []): Count {
  const report = reportFile('vitest')
  const ok = run('vitest', ['run', ...args], { TEST_REPORT: report })
  const found = readReport<Count>(report)
  if (!found) return withoutReport('vitest')
  return { ...found, failed: found.failed || (ok ? 0 : 1) }
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
        return remark(status === 'flaky' ? 'FLAKY' : 'FAILED', `tests/browser/${file} › ${title}`, error)
      }),
  )
  return [...own, ...suites.flatMap(remarksOfSuite)]
}

function withoutReport(program: string): Count {
  return { passed: 0, failed: 1, skipped: 0, remarks: [`FAILED ${program}: no report was written`] }
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
