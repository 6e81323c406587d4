import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { listPeople } from '../../../identity/index.ts'
import type { Application, ApplicationId } from '../../data/applications/applications.store.ts'
import {
  addOpinion,
  type NewOpinion,
  type OpinionId,
  revokeOpinion,
} from '../../data/instruction/opinions.store.ts'
import { tellInstruction } from '../../jobs/tell-instruction-queue.ts'
import { recordedBy } from '../recorded-by.ts'
import { actOnFile } from './desk.ts'

export type OpinionRefusal =
  | 'file-moved-on'
  | 'not-an-expert'
  | 'expert-of-applicant'
  | 'asked-already'
  | 'due-in-the-past'
  | 'opinion-over'

/** The experts of the network, by name; those of the applicant itself are no experts of its file. LAB-12. */
export async function expertsFor(
  { db, network, today }: Context,
  { applicantId, holder }: Pick<Application, 'applicantId' | 'holder'>,
) {
  const people = await listPeople(db, network.id, { roles: ['expert'] }, today)
  return people.map(({ personId, name, organisationId, organisationName }) => ({
    ...{ personId, name, organisationName },
    isOfApplicant: organisationId === applicantId || organisationId === holder.id,
  }))
}

/** Asks an expert a question on some criteria of a file; those, with their proofs, are all that opens to them. LAB-12. */
export async function askOpinion(
  context: Context,
  id: ApplicationId,
  asked: NewOpinion,
): Promise<true | Refusal<OpinionRefusal> | null> {
  try {
    return await actOnFile<true, OpinionRefusal>(context, id, async (tx, file) => {
      if (file.state !== 'submitted' && file.state !== 'under_instruction') return refuse('file-moved-on')
      if (asked.dueOn <= context.today) return refuse('due-in-the-past')
      const expert = (await expertsFor(context, file)).find(({ personId }) => personId === asked.personId)
      if (!expert) return refuse('not-an-expert')
      if (expert.isOfApplicant) return refuse('expert-of-applicant')
      const opinion = await addOpinion(tx, id, asked, recordedBy(context))
      const { codes, dueOn, isShared } = asked
      await writeJournal(tx, context, 'opinion.asked', id, { opinion, codes, dueOn, isShared })
      await enqueue(tx, tellInstruction, { kind: 'opinion_asked', application: id, subject: opinion })
      return true
    })
  } catch (error) {
    if (refusedBy(error) === 'one_opinion_asked_at_a_time') return refuse('asked-already')
    throw error
  }
}

/** The question is taken back: from then on nothing of the file opens to the expert. LAB-12. */
export function revokeQuestion(
  context: Context,
  id: ApplicationId,
  { opinion, reason }: { opinion: OpinionId; reason: string },
): Promise<true | Refusal<OpinionRefusal> | null> {
  return actOnFile<true, OpinionRefusal>(context, id, async (tx) => {
    if (!(await revokeOpinion(tx, id, opinion, { at: context.now, reason }))) return refuse('opinion-over')
    await writeJournal(tx, context, 'opinion.revoked', id, { opinion })
    await enqueue(tx, tellInstruction, { kind: 'opinion_revoked', application: id, subject: opinion })
    return true
  })
}
