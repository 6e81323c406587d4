import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { answersOf } from '../../data/applications/answers.store.ts'
import { findApplication } from '../../data/applications/applications.store.ts'
import { proofsIn } from '../../data/applications/proofs.store.ts'
import { completionsOf } from '../../data/instruction/completions.store.ts'
import {
  giveOpinion as give,
  type Opinion,
  type OpinionId,
  opinionAskedOf,
} from '../../data/instruction/opinions.store.ts'
import { versionById } from '../../data/schemes/schemes.store.ts'
import type { Verdict } from '../../domain/instruction/opinion.ts'
import { tellInstruction } from '../../jobs/tell-instruction-queue.ts'
import { holderNames } from './holder-names.ts'

/** The question asked of whoever acts; null: none of theirs. */
export async function ownOpinion(
  { actor, network }: Context,
  db: Database,
  id: OpinionId,
): Promise<Opinion | null> {
  const person = personOf(actor)
  return person ? opinionAskedOf(db, network.id, person.personId, id) : null
}

/**
 * What the question opens: its criteria with their answers and proofs, and nothing else of the file. Each opening leaves a line in
 * the journal. LAB-12, LAB-55.
 */
export async function openForExpert(context: Context, id: OpinionId) {
  const { db, network } = context
  const opinion = await ownOpinion(context, db, id)
  const file =
    opinion && (await findApplication(db, { kind: 'all', network: network.id }, opinion.applicationId))
  const version = file && (await versionById(db, network.id, file.versionId))
  if (!opinion || !file || !version) return null
  await inTransaction(db, (tx) =>
    writeJournal(tx, context, 'application.opened-by-expert', file.id, { opinion: id }),
  )
  const { holders } = await holderNames(db, network.id, [file])
  const isOpened = ({ code }: { code: string }) => opinion.codes.includes(code)
  const requests = await completionsOf(db, file.id)
  const answered = requests.flatMap(({ items, answeredAt }) => (answeredAt === null ? [] : items))
  return {
    opinion,
    application: file,
    version,
    schemeName: version.scheme.name,
    holderName: holders.get(file.holder.id) ?? '',
    criteria: version.content.criteria.filter(isOpened),
    answers: (await answersOf(db, file.id)).filter(isOpened),
    proofs: (await proofsIn(db, file.id)).filter(isOpened),
    completed: answered.filter(isOpened),
  }
}

export type OpenedFile = NonNullable<Awaited<ReturnType<typeof openForExpert>>>

/** Given once: what an expert wrote is not written again. LAB-12. */
export function giveOpinion(
  context: Context,
  id: OpinionId,
  { verdict, body }: { verdict: Verdict; body: string },
): Promise<true | Refusal<'opinion-over'> | null> {
  return inTransaction<true | Refusal<'opinion-over'> | null>(context.db, async (tx) => {
    const opinion = await ownOpinion(context, tx, id)
    if (!opinion) return null
    if (!(await give(tx, id, { verdict, body, on: context.today }))) return refuse('opinion-over')
    const { applicationId: application } = opinion
    await writeJournal(tx, context, 'opinion.given', application, { opinion: id, verdict })
    await enqueue(tx, tellInstruction, { kind: 'opinion_given', application, subject: id })
    return true
  })
}
