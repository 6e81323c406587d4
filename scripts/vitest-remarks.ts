import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'
import { type Count, remark } from './remark.ts'

/** Counts the tests of a run and names those that failed; written as JSON in `file`. */
export default class RemarksReporter implements Reporter {
  readonly #file: string
  readonly #count: Count = { passed: 0, failed: 0, skipped: 0, remarks: [] }

  constructor({ file }: { file: string }) {
    this.#file = file
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result()
    if (state === 'pending') return
    this.#count[state] += 1
    if (state !== 'failed') return
    const where = `${test.module.relativeModuleId} › ${test.fullName}`
    this.#count.remarks.push(remark('FAILED', where, errors?.[0]?.message))
  }

  /** A file that does not load, or whose hooks fail, has an error and perhaps no test. */
  onTestModuleEnd(module: TestModule): void {
    const errors = [
      ...module.errors(),
      ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
    ]
    for (const { message } of errors) this.#fail(module.relativeModuleId, message)
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const { message } of unhandled) this.#fail('unhandled', message)
    writeFileSync(this.#file, JSON.stringify(this.#count))
  }

  #fail(where: string, message: string): void {
    this.#count.failed += 1
    this.#count.remarks.push(remark('FAILED', where, message))
  }
}
