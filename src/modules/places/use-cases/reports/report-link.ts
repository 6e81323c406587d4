import { timingSafeEqual } from 'node:crypto'
import { isId } from '../../../../kernel/id.ts'
import type { Config } from '../../../../platform/config.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import type { ReportId } from '../../data/reports/reports.store.ts'

type Secret = Pick<Config, 'secret'>

/** The end of the address where a report is followed: whoever holds it reads it, nobody guesses it. Nothing is stored. */
export function referenceOf(config: Secret, id: ReportId): string {
  return `${id}.${keyedDigest(config, 'places/report', id)}`
}

/** Null: this installation did not give it. */
export function reportOfReference(config: Secret, reference: string): ReportId | null {
  const [id = ''] = reference.split('.')
  if (!config.secret || !isId<'error-report'>(id)) return null
  const [given, expected] = [Buffer.from(reference), Buffer.from(referenceOf(config, id))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}
