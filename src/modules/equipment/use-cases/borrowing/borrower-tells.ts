import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { addOutcome, type Outcome } from '../../data/borrowing/outcomes.store.ts'
import { addReexamination, reexaminationOf } from '../../data/borrowing/reexaminations.store.ts'
import { addIncident, type Emergency } from '../../data/incidents/incidents.store.ts'
import type { Line } from '../../data/lines.store.ts'
import type { Rules } from '../../domain/rules.ts'
import { actOnLine, type LineTarget, recordedBy } from '../act-on-line.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { announce, told } from '../telling/announce.ts'

/** A photo whose bytes are already put, and what it shows. */
export interface PutPhoto extends Document {
  readonly sha256: string
  readonly alt: string
}

export interface Told {
  readonly account: string
  readonly discoveredAt: Instant
  readonly photos: readonly PutPhoto[]
  /** Only for an intervention that could not wait. */
  readonly emergency: Emergency | null
}

/**
 * The borrower says that a thing broke down, or what an emergency made them do. Nothing is repaired by them: the owner
 * accepts or contests. An emergency is justified and shown. EQP-901, L20, 002 art. 4.
 */
export function declareIncident(context: Context, target: LineTarget, told: Told): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['out', 'partially_returned'],
    action: 'incident.declared',
    async work(tx, line) {
      if (!line.unitId) return refused('no_such_thing')
      if (compareInstants(context.now, told.discoveredAt) < 0) return refused('custody_inconsistent')
      const forbidden = told.emergency && noEmergency(line.rules)
      if (forbidden) return forbidden
      if (told.emergency && told.photos.length === 0) return refused('reason_missing')
      const photos = []
      for (const { alt, sha256, ...document } of told.photos)
        photos.push({ fileId: await keepFile(tx, context, document, sha256), alt })
      const id = await addIncident(
        tx,
        {
          unitId: line.unitId,
          lineId: line.id,
          kind: told.emergency ? 'emergency_intervention' : 'breakdown',
          account: told.account,
          discoveredAt: told.discoveredAt,
          emergency: told.emergency,
          photos,
        },
        recordedBy(context),
      )
      // Who lends hears of it at once. EQP-901.
      const kind = told.emergency ? 'emergency_declared' : 'breakdown_declared'
      await announce(tx, { kind, line, once: `${kind}:${id}` })
      return line
    },
  })
}

/** The rules of the loan admit no intervention, and which article says so; null: they admit one that is justified. EQP-201. */
export function noEmergency(rules: Rules | null): Refused | null {
  const rule = rules?.emergencyIntervention
  if (rule?.value !== 'forbidden') return null
  const article = rule.source.from === 'agreement' ? rule.source.article : null
  return refused('emergency_forbidden', article ? { article } : {})
}

/** What the loan was for, at its return or after; told again, it corrects. EQP-1401. */
export function tellOutcome(context: Context, target: LineTarget, outcome: Outcome): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['out', 'partially_returned', 'returned', 'inspected', 'disputed', 'closed'],
    action: 'loan-outcome.told',
    async work(tx, line) {
      await addOutcome(tx, line.id, outcome, recordedBy(context))
      return line
    },
  })
}

/** Once, of a refusal or of a displacement: the question stays on file with its answer. EQP-506. */
export function askReexamination(
  context: Context,
  target: LineTarget,
  question: string,
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['rejected', 'displaced'],
    action: 'loan-reexamination.asked',
    async work(tx, line) {
      if (question.trim() === '') return refused('reason_missing')
      if (await reexaminationOf(tx, line.id)) return refused('state_changed', { state: line.state })
      await addReexamination(tx, line.id, question, context.now)
      return told(tx, 'reexamination_asked', line)
    },
  })
}
