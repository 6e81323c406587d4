import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { recordActs } from '../../data/agreements.store.ts'
import { parseAct } from '../../domain/acts.schema.ts'
import type { Act } from '../../domain/acts.ts'
import type { Agreement, StoredAct } from '../../domain/agreement.ts'
import {
  type CorrectedMembers,
  changesAnything,
  correctedAct,
  type WhyNotCorrectable,
  whyNotCorrectable,
} from '../../domain/correctable.ts'
import { correctionsOf, standingActs } from '../../domain/corrections.ts'
import { tellParties } from '../../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'

export interface Correction {
  act: string
  reason: string
  /** What it should have said; null withdraws the act. */
  members: CorrectedMembers | null
}

export type CorrectionRefusal =
  | 'no-such-act'
  | 'already-corrected'
  | 'nothing-corrected'
  | 'dated-in-the-future'
  | 'unknown-party'
  | 'letter-out-of-order'
  | 'invalid-correction'
  | WhyNotCorrectable

/** A new act that supersedes one recorded wrongly, or withdraws it. Both stay. AGR-84, AGR-133. */
export async function correctAct(
  context: Context,
  target: Target,
  correction: Correction,
): Promise<Agreement | Refusal<CorrectionRefusal | TargetRefusal>> {
  try {
    return await correctOnce(context, target, correction)
  } catch (error) {
    if (refusedBy(error) === 'one_correction_per_act') return refuse('already-corrected')
    throw error
  }
}

function correctOnce(context: Context, target: Target, correction: Correction) {
  return actOnAgreement<Agreement | Refusal<CorrectionRefusal | TargetRefusal>>(
    context,
    target,
    async (tx, agreement) => {
      const act = correctingAct(agreement, correction, context.today)
      if (isRefusal(act)) return act
      const after = await recordActs(tx, agreement, [act], recordedBy(context))
      const kept = after.acts.at(-1)?.id ?? ''
      const details = { act: kept, corrects: correction.act, withdrawn: correction.members === null }
      await writeJournal(tx, context, 'act.corrected', agreement.id, details)
      await enqueue(tx, tellParties, { agreement: agreement.id, act: kept })
      return after
    },
  )
}

/** The act that corrects, or why there is none; nothing is written: for the page that shows what it changes. */
export function correctingAct(
  agreement: Agreement,
  { act: id, reason, members }: Correction,
  today: Day,
): Act | Refusal<CorrectionRefusal> {
  const act = agreement.acts.find((one) => one.id === id)
  if (!act) return refuse('no-such-act')
  const fixed = whyNotCorrectable(act)
  if (fixed) return refuse(fixed)
  if (correctionsOf(agreement.acts).has(id)) return refuse('already-corrected')
  if (members === null) {
    const withdrawn = { id: newId<'act'>(), supersedes: id, correctionReason: reason }
    return { type: 'act_voided', ...withdrawn, occurredOn: today }
  }
  return whyNot(agreement, act, members, today) ?? checked(correctedAct(act, members, reason, newId<'act'>()))
}

function whyNot(
  agreement: Agreement,
  act: StoredAct,
  members: CorrectedMembers,
  today: Day,
): Refusal<CorrectionRefusal> | null {
  const { occurredOn, party } = members
  if (!changesAnything(act, members)) return refuse('nothing-corrected')
  if (occurredOn && occurredOn > today) return refuse('dated-in-the-future', { day: occurredOn })
  if (party && !agreement.terms.parties.includes(party)) return refuse('unknown-party')
  return occurredOn ? whyOutOfOrder(agreement, act, occurredOn) : null
}

/** A letter is posted, then presented, then delivered or sent back: no correction turns that round. AGR-41. */
function whyOutOfOrder(agreement: Agreement, act: StoredAct, on: Day): Refusal<'letter-out-of-order'> | null {
  const names = namesOf(agreement.acts, 'letter' in act ? act.letter : act.id)
  const rank = POSTAL_ORDER[act.type]
  if (rank === undefined) return null
  const others = standingActs(agreement.acts).filter(
    (one) => one.id !== act.id && names.has('letter' in one ? one.letter : one.id),
  )
  for (const other of others) {
    const otherRank = POSTAL_ORDER[other.type]
    if (otherRank === undefined || otherRank === rank || !other.occurredOn) continue
    const isWrong = otherRank < rank ? other.occurredOn > on : other.occurredOn < on
    if (isWrong) return refuse('letter-out-of-order', { day: on, other: other.occurredOn })
  }
  return null
}

const POSTAL_ORDER: Readonly<Partial<Record<Act['type'], number>>> = {
  registered_letter_sent: 0,
  registered_letter_first_presented: 1,
  registered_letter_received: 2,
  registered_letter_returned_unclaimed: 2,
}

/** A corrected letter goes by any of the names it had. */
function namesOf(acts: readonly StoredAct[], name: string): ReadonlySet<string> {
  const names = new Set([name])
  for (const { id, supersedes } of acts) if (supersedes && names.has(supersedes)) names.add(id)
  for (const { id, supersedes } of acts.toReversed()) if (supersedes && names.has(id)) names.add(supersedes)
  return names
}

/** The same parser as everywhere: what it would not read is refused. */
function checked(act: Act): Act | Refusal<'invalid-correction'> {
  const read = parseAct(act)
  return isRefusal(read) ? refuse('invalid-correction', read.details) : act
}
