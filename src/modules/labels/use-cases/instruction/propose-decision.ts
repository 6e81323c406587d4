import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type ApplicationId, moveApplication } from '../../data/applications/applications.store.ts'
import { addProposal, type Proposal, proposalOn } from '../../data/instruction/proposals.store.ts'
import { versionById } from '../../data/schemes/schemes.store.ts'
import { recordedBy } from '../recorded-by.ts'
import { actOnFile } from './desk.ts'

export type ProposalRefusal =
  | 'file-moved-on'
  | 'reasons-missing'
  | 'reserve-missing'
  | 'level-missing'
  | 'level-unknown'

/** Hands a file over to those who decide, with what the instructors propose and why. LAB-14, LAB-15. */
export function proposeDecision(
  context: Context,
  id: ApplicationId,
  proposal: Proposal,
): Promise<true | Refusal<ProposalRefusal> | null> {
  return actOnFile<true, ProposalRefusal>(context, id, async (tx, file) => {
    if (file.state !== 'under_instruction') return refuse('file-moved-on')
    const version = await versionById(tx, context.network.id, file.versionId)
    const fault = faultOf(proposal, version?.content.grading)
    if (fault) return refuse(fault)
    const recorded = recordedBy(context)
    const before = await proposalOn(tx, id)
    await addProposal(tx, id, (before?.seq ?? 0) + 1, proposal, recorded)
    await moveApplication(tx, file, 'proposed', recorded)
    const { kind, level } = proposal
    await writeJournal(tx, context, 'instruction.proposed', id, { kind, level })
    return true
  })
}

type Grading = NonNullable<Awaited<ReturnType<typeof versionById>>>['content']['grading']

function faultOf(
  { kind, level, reasons, reserves }: Proposal,
  grading: Grading | undefined,
): Exclude<ProposalRefusal, 'file-moved-on'> | null {
  if (kind !== 'granted' && reasons === '') return 'reasons-missing'
  if (kind === 'granted_with_reserve' && reserves.length === 0) return 'reserve-missing'
  if (grading?.kind !== 'levels' || kind === 'refused') return null
  if (level === null) return 'level-missing'
  return grading.levels.some((one) => one.level === level) ? null : 'level-unknown'
}

/** Back under instruction before it is decided: a fact came, or the proposal was wrong. LAB-14. */
export function takeBackProposal(
  context: Context,
  id: ApplicationId,
  reason: string,
): Promise<true | Refusal<ProposalRefusal> | null> {
  return actOnFile<true, ProposalRefusal>(context, id, async (tx, file) => {
    if (file.state !== 'proposed') return refuse('file-moved-on')
    await moveApplication(tx, file, 'under_instruction', { ...recordedBy(context), reason })
    await writeJournal(tx, context, 'instruction.reopened', id)
    return true
  })
}
