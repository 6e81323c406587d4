import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'

export interface Count {
  passed: number
  failed: number
  skipped: number
}

const bin = join(root, 'node_modules', '.bin')

/** Types and lint: each counts as one test. The generated types are compared by a test of their own. */
export function runChecks(): Count {
  const steps = [
    { name: 'types', ok: run('tsc', ['--noEmit']) },
    { name: 'lint', ok: run('biome', ['check', '--error-on-warnings', '.']) },
  ]
  for (const { name, ok } of steps) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`)
  const passed = steps.filter(({ ok }) => ok).length
  return { passed, failed: steps.length - passed, skipped: 0 }
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
  const found = readReport<{
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numFailedTestSuites: number
  }>(report)
  if (!found) return { passed: 0, failed: 1, skipped: 0 }
  // A file that does not load fails as a suite without any failed test.
  const failed = found.numFailedTests || (ok ? 0 : Math.max(1, found.numFailedTestSuites))
  return { passed: found.numPassedTests, failed, skipped: found.numPendingTests }
}

export function runPlaywright(args: readonly string[] = []): Count {
  const report = reportFile('playwright')
  const ok = run('playwright', ['test', '--reporter=list,json', ...args], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  const found = readReport<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }>(report)
  if (!found) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = found.stats
  return { passed: expected, failed: unexpected + flaky || (ok ? 0 : 1), skipped }
}

export function sum(counts: readonly Count[]): Count {
  return counts.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
    skipped: all.skipped + one.skipped,
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
