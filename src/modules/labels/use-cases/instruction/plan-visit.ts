import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type ApplicationId, lockApplication } from '../../data/applications/applications.store.ts'
import {
  addVisit,
  cancelVisit as cancel,
  confirmVisit,
  declineVisit,
  type NewVisit,
  replyToVisit,
  reportVisit as report,
  type Visit,
  type VisitId,
  type VisitReport,
  visitsOf,
} from '../../data/instruction/visits.store.ts'
import { isOver } from '../../domain/instruction/next-step.ts'
import { visitState } from '../../domain/instruction/visit.ts'
import { type ToldKind, tellInstruction } from '../../jobs/tell-instruction-queue.ts'
import { recordedBy } from '../recorded-by.ts'
import { actOnFile } from './desk.ts'

export type VisitRefusal =
  | 'file-moved-on'
  | 'visit-in-the-past'
  | 'visit-to-come'
  | 'visit-moved-on'
  | 'held-in-the-future'
  | 'people-shown-unasked'

type Done = true | Refusal<VisitRefusal> | null

/** A day proposed to the applicant, with who comes and what they look at. LAB-13. */
export async function planVisit(context: Context, id: ApplicationId, visit: NewVisit): Promise<Done> {
  try {
    return await actOnFile<true, VisitRefusal>(context, id, async (tx, file) => {
      if (isOver(file.state) || file.state === 'proposed') return refuse('file-moved-on')
      if (visit.plannedOn < context.today) return refuse('visit-in-the-past')
      const visitId = await addVisit(tx, id, visit, recordedBy(context))
      await writeJournal(tx, context, 'visit.proposed', id, { visit: visitId, on: visit.plannedOn })
      await tell(tx, 'visit_proposed', id, visitId)
      return true
    })
  } catch (error) {
    if (refusedBy(error) === 'one_visit_to_come') return refuse('visit-to-come')
    throw error
  }
}

export function cancelVisit(
  context: Context,
  id: ApplicationId,
  { visit: visitId, reason }: { visit: VisitId; reason: string },
): Promise<Done> {
  return actOnFile<true, VisitRefusal>(context, id, async (tx) => {
    const visit = await visitNamed(tx, id, visitId)
    if (!visit || !['proposed', 'confirmed'].includes(visitState(visit))) return refuse('visit-moved-on')
    await cancel(tx, visitId, { at: context.now, reason })
    await writeJournal(tx, context, 'visit.cancelled', id, { visit: visitId })
    await tell(tx, 'visit_cancelled', id, visitId)
    return true
  })
}

export interface TypedReport extends Omit<VisitReport, 'photos'> {
  /** Their bytes are kept already. */
  readonly photos: readonly { document: Document; sha256: string }[]
  /** Nobody is to be recognised on them, or all those who are agreed. */
  readonly isAgreed: boolean
}

/** What was seen, typed that evening or much later: the day is the one on which the visit really took place. LAB-13. */
export function reportVisit(
  context: Context,
  id: ApplicationId,
  visitId: VisitId,
  typed: TypedReport,
): Promise<Done> {
  return actOnFile<true, VisitRefusal>(context, id, async (tx, file) => {
    const visit = await visitNamed(tx, id, visitId)
    if (isOver(file.state)) return refuse('file-moved-on')
    if (!visit || !['proposed', 'confirmed'].includes(visitState(visit))) return refuse('visit-moved-on')
    if (typed.heldOn > context.today) return refuse('held-in-the-future')
    if (typed.photos.length > 0 && !typed.isAgreed) return refuse('people-shown-unasked')
    const photos = []
    for (const { document, sha256 } of typed.photos)
      photos.push({ fileId: await keepFile(tx, context, document, sha256), caption: document.name })
    await report(tx, visitId, { ...typed, photos }, recordedBy(context))
    await writeJournal(tx, context, 'visit.reported', id, { visit: visitId, on: typed.heldOn })
    await tell(tx, 'visit_reported', id, visitId)
    return true
  })
}

export type VisitAnswer =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'declined' | 'replied'; readonly words: string }

/** What the applicant says: the day suits, another is needed, or what they make of the report. LAB-13. */
export function answerVisit(
  context: Context,
  id: ApplicationId,
  visitId: VisitId,
  answer: VisitAnswer,
): Promise<Done> {
  return inTransaction<Done>(context.db, async (tx) => {
    const file = await lockApplication(tx, context.reach, id)
    const visit = file && (await visitNamed(tx, id, visitId))
    if (!visit) return null
    const expected = answer.kind === 'replied' ? ['reported'] : ['proposed']
    if (!expected.includes(visitState(visit))) return refuse('visit-moved-on')
    if (answer.kind === 'confirmed') await confirmVisit(tx, visitId, context.now)
    if (answer.kind === 'declined') await declineVisit(tx, visitId, { at: context.now, reason: answer.words })
    if (answer.kind === 'replied') await replyToVisit(tx, visitId, answer.words, recordedBy(context))
    await writeJournal(tx, context, `visit.${answer.kind}`, id, { visit: visitId })
    await tell(tx, `visit_${answer.kind}`, id, visitId)
    return true
  })
}

async function visitNamed(tx: Database, id: ApplicationId, visit: VisitId): Promise<Visit | null> {
  return (await visitsOf(tx, id)).find((one) => one.id === visit) ?? null
}

function tell(tx: Database, kind: ToldKind, application: ApplicationId, subject: VisitId): Promise<void> {
  return enqueue(tx, tellInstruction, { kind, application, subject })
}
