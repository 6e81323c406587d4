import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addFollowUp, type FollowUpId } from '../../data/orientation/follow-ups.store.ts'
import { followsOrientations } from '../../data/orientation/orientation-rule.store.ts'
import { departmentNumber } from '../../domain/departments.ts'
import type { Place } from '../../domain/place.ts'
import type { Service } from '../../domain/vocabulary.ts'

interface FollowedSheet {
  /** Made by the page: the same sheet sent twice, on paper and as a PDF, is followed once. */
  id: FollowUpId
  firstName: string
  prescriber: string
  needs: readonly Service[]
  /** Those of the sheet, one at least. */
  places: readonly Pick<Place, 'id' | 'inseeCode' | 'postalCode'>[]
}

/** Keeps who was sent where, with their consent, until somebody says whether they came. Never in the journal. DIR-76. */
export async function followOrientation(
  context: Context,
  { id, firstName, prescriber, needs, places }: FollowedSheet,
): Promise<null | Refusal<'not-followed-here'>> {
  const { network, today, now, actor } = context
  const givenBy = personOf(actor)?.personId
  return inTransaction<null | Refusal<'not-followed-here'>>(context.db, async (tx) => {
    if (!givenBy || !(await followsOrientations(tx, network.id))) return refuse('not-followed-here')
    const [first] = places
    const isNew = await addFollowUp(tx, {
      ...{ id, network: network.id, givenOn: today, givenBy, firstName, prescriber, agreedAt: now, needs },
      department: (first && departmentNumber(first)) ?? '',
      places: places.map((place) => place.id),
    })
    if (isNew) await writeJournal(tx, context, 'orientation.followed', id, {})
    return null
  })
}
