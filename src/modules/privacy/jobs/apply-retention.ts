import type { Job } from '../../../platform/jobs/jobs.ts'
import type { RetentionRule } from '../../../platform/privacy/retention.ts'
import { recordRun } from '../data/retention-runs.store.ts'

/**
 * Every night, each rule in turn. One that fails is logged and does not stop the others; the job then fails as a
 * whole and is tried again, which is harmless: a rule finds only what is still due.
 */
export function applyRetention(rules: readonly RetentionRule[]): Job {
  return {
    name: 'privacy/apply-retention',
    schedule: '41 3 * * *',
    async work(services) {
      const failed: string[] = []
      for (const rule of rules) {
        const run = await applied(rule, services)
        await recordRun(services.db, { ...run, rule: rule.name, ranAt: services.clock.now() })
        if (run.failed) failed.push(rule.name)
      }
      if (failed.length > 0) throw new Error(`retention failed: ${failed.join(', ')}`)
    },
  }
}

async function applied(rule: RetentionRule, services: Parameters<RetentionRule['apply']>[0]) {
  try {
    return { removed: await rule.apply(services), failed: false }
  } catch (error) {
    services.log.error({ rule: rule.name, error: String(error) }, 'a retention rule failed')
    return { removed: 0, failed: true }
  }
}
