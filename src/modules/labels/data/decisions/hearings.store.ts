import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { AwardId } from '../awards/awards.store.ts'

export type HearingId = Id<'hearing'>

/** What a holder is asked to answer before a decision against its label. LAB-33. */
export interface Hearing {
  readonly id: HearingId
  readonly awardId: AwardId
  readonly purpose: 'suspended' | 'withdrawn'
  readonly grounds: string
  readonly askedOn: Day
  /** The last day to answer. */
  readonly until: Day
  /** Null: nothing was answered yet. */
  readonly answer: { readonly words: string; readonly on: Day } | null
  /** A decision was taken on it. */
  readonly isUsed: boolean
}

type Recorded = { at: Instant; by: PersonId | null }

export async function addHearing(
  tx: Database,
  asked: Pick<Hearing, 'awardId' | 'purpose' | 'grounds' | 'askedOn' | 'until'>,
  recorded: Recorded,
): Promise<HearingId> {
  const id: HearingId = newId()
  await tx
    .insertInto('labels.hearing')
    .values({
      id,
      award_id: asked.awardId,
      purpose: asked.purpose,
      grounds: asked.grounds,
      asked_on: asked.askedOn,
      until_day: asked.until,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
  return id
}

/** False when it was answered before. */
export async function addHearingAnswer(
  tx: Database,
  hearing: HearingId,
  { words, on }: { words: string; on: Day },
  recorded: Recorded,
): Promise<boolean> {
  const added = await tx
    .insertInto('labels.hearing_answer')
    .values({
      hearing_id: hearing,
      words,
      answered_on: on,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hearing_id')
    .executeTakeFirst()
  return added !== undefined
}

/** Of a label found through a reach, the last one first. */
export async function hearingsOf(db: Database, award: AwardId): Promise<Hearing[]> {
  const rows = await db
    .selectFrom('labels.hearing as h')
    .leftJoin('labels.hearing_answer as r', 'r.hearing_id', 'h.id')
    .leftJoin('labels.decision as d', 'd.hearing_id', 'h.id')
    .selectAll('h')
    .select(['r.words', 'r.answered_on', 'd.id as decision_id'])
    .where('h.award_id', '=', award)
    .orderBy('h.recorded_at', 'desc')
    .orderBy('h.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    awardId: row.award_id,
    purpose: row.purpose === 'suspended' ? 'suspended' : 'withdrawn',
    grounds: row.grounds,
    askedOn: row.asked_on,
    until: row.until_day,
    answer: row.words !== null && row.answered_on ? { words: row.words, on: row.answered_on } : null,
    isUsed: row.decision_id !== null,
  }))
}
