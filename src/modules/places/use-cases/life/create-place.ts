import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationWithin } from '../../../identity/index.ts'
import { addDistinction } from '../../data/duplicates/distinctions.store.ts'
import { addPlaceRow } from '../../data/life/new-places.store.ts'
import { addRevision } from '../../data/life/place.store.ts'
import { addOrganisationLink } from '../../data/life/place-links.store.ts'
import { freeSlug } from '../../data/life/slugs.store.ts'
import { SAID_WHEN_ADDED } from '../../domain/duplicates/reasons.ts'
import { slugOf } from '../../domain/imports/import.ts'
import type { PlaceFields, PlaceId } from '../../domain/place.ts'
import { authorship } from './speaker.ts'

export interface NewPlace {
  readonly fields: PlaceFields
  /** Who runs it; null: nobody is named, which only the head of the network may do. */
  readonly operator: OrganisationId | null
  /** The likely duplicates that were shown before: they are not this one, and the queue shows no such pair. DIR-46. */
  readonly isNot?: readonly PlaceId[]
}

/**
 * A place that nobody sees before it is published, run from today by its organisation. Probable duplicates are shown
 * before: `likelyDuplicates`. DIR-1, DIR-48.
 */
export async function createPlace(
  context: Context,
  { fields, operator, isNot = [] }: NewPlace,
): Promise<PlaceId | Refusal<'no-such-organisation'>> {
  const { network, today, now, reach } = context
  return inTransaction<PlaceId | Refusal<'no-such-organisation'>>(context.db, async (tx) => {
    const runner = operator && (await organisationWithin(tx, reach, operator))
    if ((operator || reach.kind !== 'all') && !runner) return refuse('no-such-organisation')
    const id: PlaceId = newId()
    const slug = await freeSlug(tx, network.id, slugOf(fields), id)
    await addPlaceRow(tx, network.id, { id, slug, fields: { ...fields, updatedOn: today }, now })
    const told = authorship(context, 'created')
    await addRevision(tx, id, 1, {}, told)
    if (runner) {
      const link = { place: id, organisation: runner.id, role: 'operates' as const, from: today, until: null }
      await addOrganisationLink(tx, network.id, link, { at: now, by: told.by })
    }
    for (const other of isNot)
      await addDistinction(
        tx,
        network.id,
        { places: [id, other], reason: SAID_WHEN_ADDED },
        { at: now, by: told.by },
      )
    await writeJournal(tx, context, 'place.created', id, {
      operator,
      ...(isNot.length > 0 && { isNot: [...isNot] }),
    })
    return id
  })
}
