import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../../platform/mail/mail.ts'
import type { AwardId } from '../../data/awards/awards.store.ts'
import { noteAddress } from '../../data/proof/addresses.store.ts'
import { coursesOf, type PublicAward, publicAwards } from '../../data/proof/course.queries.ts'
import { holdersOf } from '../../data/proof/holders.queries.ts'
import { forgetMoves, lastNoted, lockAward, noteCourse } from '../../data/proof/moves.store.ts'
import { type CoursePart, isSame } from '../../domain/proof/course.ts'
import { peopleOfPlace } from './people-of-place.ts'

/** The queue of what follows one course of one label. */
export const labelMovedQueue = { name: 'labels/label-moved' } as const

export interface ToldCourse {
  award: PublicAward
  holderName: string
  /** As it was when it was last told. */
  before: readonly CoursePart[]
  today: Day
}

type MailOf = (tx: Database, told: ToldCourse) => Promise<{ subject: string; body: string } | null>

/**
 * When the course of a label is no more the one that was noted, its consequences, in one transaction: the letters to
 * those who keep the place's page and to the partner's referents, and one job for what follows elsewhere. Nothing
 * otherwise: called twice, or by two processes, it is done once. LAB-35.
 */
export function followAward(
  db: Database,
  id: AwardId,
  { today, now }: { today: Day; now: Instant },
  mailOf: MailOf,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const network = await lockAward(tx, id)
    const [award] = network ? await publicAwards(tx, network, { ids: [id] }) : []
    // Under embargo it has no consequence yet, and waits for the publication.
    if (!award) return
    await forgetMoves(tx, id)
    const course = (await coursesOf(tx, [id])).get(id) ?? []
    if (course.length === 0) return
    const noted = await lastNoted(tx, id)
    if (noted && isSame(noted.parts, course)) return
    const seq = (noted?.seq ?? 0) + 1
    await noteCourse(tx, id, { seq, parts: course }, now)
    const [holder] = await holdersOf(tx, award.networkId, [award])
    if (seq === 1) await noteAddress(tx, award, { now, by: null })
    const told = {
      award: { ...award, course },
      holderName: holder?.name ?? '',
      before: noted?.parts ?? [],
      today,
    }
    const mail = await mailOf(tx, told)
    const people = mail ? await peopleOfPlace(tx, award.networkId, award, today) : null
    for (const to of new Set([...(people?.editors ?? []), ...(people?.referents ?? [])]))
      await writeMail(tx, now, {
        ...(mail ?? { subject: '', body: '' }),
        to,
        onceKey: `label:${id}:${seq}:${to}`,
      })
    await enqueue(tx, labelMovedQueue, { award: id, seq })
  })
}
