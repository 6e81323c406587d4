import type { Context } from '../../../../platform/context.ts'
import { type OrganisationId, type PersonId, personOf } from '../../../../platform/session/actor.ts'
import { organisationNames, peopleNames } from '../../../identity/index.ts'
import { type AwaitedChange, awaitedOf, lastRefusal } from '../../data/life/awaited-changes.store.ts'
import { draftedSections } from '../../data/life/drafts.store.ts'
import { checksSensitive } from '../../data/life/editing-rule.store.ts'
import { keptPlace } from '../../data/life/kept-places.queries.ts'
import type { PlaceRow } from '../../data/life/place.store.ts'
import {
  type OrganisationLink,
  organisationLinks,
  type PersonLink,
  personLinks,
} from '../../data/life/place-links.store.ts'
import { writtenFieldsOf } from '../../data/life/written-fields.ts'
import { findPlaces, type PlaceSummary } from '../../data/places.queries.ts'
import { type Completeness, completenessOf } from '../../domain/life/completeness.ts'
import { type PlaceKind, placeKindOf } from '../../domain/life/place-kind.ts'
import type { WrittenFields } from '../../domain/life/sections.ts'
import type { PlaceId } from '../../domain/place.ts'
import { answersFor } from './tie-place.ts'

/** A place as those who keep it read it. */
export interface PlaceSheet {
  readonly row: PlaceRow
  readonly fields: WrittenFields
  readonly kind: PlaceKind
  readonly completeness: Completeness
  readonly organisations: readonly (OrganisationLink & { name: string; isOwn: boolean })[]
  readonly people: readonly (PersonLink & { name: string; isSelf: boolean })[]
  readonly awaited: readonly AwaitedChange[]
  readonly refused: AwaitedChange | null
  /** Sections of which the reader keeps a draft. */
  readonly drafted: ReadonlySet<string>
  readonly successor: PlaceSummary | null
  /** The reader's changes of what the place is are looked at first. */
  readonly isChecked: boolean
  /** The reader answers for the place: its organisation, or the head of the network. */
  readonly answersFor: boolean
}

export async function placeSheet(context: Context, id: PlaceId): Promise<PlaceSheet | null> {
  const { db, today, actor, network, reach } = context
  const row = await keptPlace(context, id)
  if (!row) return null
  const [organisations, people, awaited] = await Promise.all([
    organisationLinks(db, id, today),
    personLinks(db, id, today),
    awaitedOf(db, id),
  ])
  const self = personOf(actor)?.personId ?? null
  const own: readonly OrganisationId[] = reach.kind === 'these' ? reach.organisations : []
  const [names, personNames] = await Promise.all([
    organisationNames(
      db,
      organisations.map(({ organisationId }) => organisationId),
    ),
    peopleNames(
      db,
      people.map(({ personId }): PersonId => personId),
    ),
  ])
  const fields = writtenFieldsOf(row)
  const [successor] = row.successor_id ? await findPlaces(db, network.id, [row.successor_id]) : []
  return {
    row,
    fields,
    kind: placeKindOf(fields),
    completeness: completenessOf({ ...fields, pointPrecision: row.point_precision }),
    organisations: organisations.map((link) => ({
      ...link,
      name: names.get(link.organisationId) ?? '',
      isOwn: own.includes(link.organisationId),
    })),
    people: people.map((link) => ({
      ...link,
      name: personNames.get(link.personId) ?? '',
      isSelf: link.personId === self,
    })),
    awaited,
    refused: await lastRefusal(db, id),
    drafted: self ? await draftedSections(db, { place: id, person: self }) : new Set(),
    successor: successor ?? null,
    isChecked: reach.kind !== 'all' && (await checksSensitive(db, network.id)),
    answersFor: await answersFor(db, context, id),
  }
}
