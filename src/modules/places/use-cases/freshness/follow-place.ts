import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addExemption, liftExemption } from '../../data/freshness/exemptions.store.ts'
import { addFollowUp, type FollowUpKind } from '../../data/freshness/follow-up.store.ts'
import { missed } from '../../domain/freshness/duty.ts'
import type { PlaceId } from '../../domain/place.ts'
import { owedFreshness } from './freshness-of.ts'

export type FollowUpRefusal = 'not-late' | 'waits-in-the-past'

interface Step {
  kind: FollowUpKind
  note: string
  until: Day | null
}

/** What staff did about a place that is late: it reminds, and decides of nothing. DIR-60. */
export function followPlace(
  context: Context,
  placeId: PlaceId,
  { kind, note, until }: Step,
): Promise<true | Refusal<FollowUpRefusal>> {
  const { network, today, now: at, actor } = context
  return inTransaction<true | Refusal<FollowUpRefusal>>(context.db, async (tx) => {
    const freshness = (await owedFreshness(tx, network.id, today, [placeId])).get(placeId)
    const semester = freshness?.state === 'overdue' ? missed(freshness.duties).at(-1) : undefined
    if (!semester) return refuse('not-late')
    if (kind === 'postponed' && until !== null && until <= today) return refuse('waits-in-the-past')
    const by = personOf(actor)?.personId ?? null
    const waits = kind === 'postponed' ? until : null
    await addFollowUp(tx, {
      ...{ network: network.id, placeId, semester: semester.start, kind, note },
      ...{ until: waits, at, by },
    })
    await writeJournal(tx, context, 'place.followed-up', placeId, { kind, semester: semester.name })
    return true
  })
}

export type ExemptionRefusal = 'no-such-semester' | 'already-exempted'

/** Lets a place off a semester that it owes and did not fulfil. DIR-59. */
export async function exemptPlace(
  context: Context,
  placeId: PlaceId,
  { semester, reason }: { semester: Day; reason: string },
): Promise<true | Refusal<ExemptionRefusal>> {
  const { network, today, now: recordedAt, actor } = context
  try {
    return await inTransaction<true | Refusal<ExemptionRefusal>>(context.db, async (tx) => {
      const duties = (await owedFreshness(tx, network.id, today, [placeId])).get(placeId)?.duties ?? []
      const duty = duties.find((one) => one.period.start === semester)
      if (duty?.status === 'exempted') return refuse('already-exempted')
      if (duty?.status !== 'due' && duty?.status !== 'overdue') return refuse('no-such-semester')
      const by = personOf(actor)?.personId ?? null
      await addExemption(tx, { network: network.id, placeId, semester, reason, recordedAt, by })
      await writeJournal(tx, context, 'place.exempted', placeId, { semester: duty.period.name })
      return true
    })
  } catch (error) {
    if (refusedBy(error) === 'one_exemption_per_semester') return refuse('already-exempted')
    throw error
  }
}

/** Takes the exemption back: the semester is owed as before. */
export function endExemption(
  context: Context,
  place: PlaceId,
  semester: Day,
): Promise<true | Refusal<'not-exempted'>> {
  const { network, now: at, actor } = context
  return inTransaction<true | Refusal<'not-exempted'>>(context.db, async (tx) => {
    const by = personOf(actor)?.personId ?? null
    const isLifted = await liftExemption(tx, { network: network.id, place, semester, by, at })
    if (!isLifted) return refuse('not-exempted')
    await writeJournal(tx, context, 'place.exemption-ended', place, { semester })
    return true
  })
}
