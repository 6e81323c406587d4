import { sql } from 'kysely'
import { type Day, earliest } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'
import { peopleNames } from '../../identity/index.ts'
import { type Confirmation, confirmationsOf } from '../../places/index.ts'
import type { Agreement, AgreementId, PlaceId } from '../domain/agreement.ts'
import type { EvidenceFact } from '../domain/duties.ts'

/**
 * When the places these agreements list were updated or confirmed, since their first act: what the state is told beside
 * the acts, oldest first. Three statements whatever the number of agreements. AGR-74.
 */
export async function placeFacts(
  db: Database,
  agreements: readonly Agreement[],
  until: Day,
): Promise<Map<AgreementId, EvidenceFact[]>> {
  const from = earliest(...agreements.flatMap(({ acts }) => acts.map(({ occurredOn }) => occurredOn ?? null)))
  if (from === null) return new Map()
  const covers = await db
    .selectFrom('agreements.place_cover')
    .select(['agreement_id', 'place_id'])
    .where(
      'agreement_id',
      'in',
      agreements.map(({ id }) => id),
    )
    .execute()
  const places = [...new Set(covers.map(({ place_id }) => place_id))]
  const confirmations = await confirmationsOf(db, places, { from, until })
  const names = await peopleNames(
    db,
    confirmations.flatMap(({ by }) => by ?? []),
  )
  const ofPlace = Map.groupBy(confirmations, ({ placeId }) => placeId)
  const facts = covers.flatMap(({ agreement_id, place_id }) =>
    (ofPlace.get(place_id) ?? []).map((one) => ({ agreement_id, fact: factOf(one, names) })),
  )
  const ofAgreement = Map.groupBy(facts, ({ agreement_id }) => agreement_id)
  return new Map(
    [...ofAgreement].map(([id, list]) => [
      id,
      list.map(({ fact }) => fact).sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
    ]),
  )
}

function factOf({ placeId, on, kind, by }: Confirmation, names: ReadonlyMap<string, string>): EvidenceFact {
  const told = { duty: 'place_update', place: placeId, on, kind: 'places', link: null } as const
  return kind === 'updated'
    ? { ...told, by: 'la fiche du lieu', says: 'information mise à jour', isStanding: true }
    : { ...told, by: (by && names.get(by)) || 'une personne du réseau', says: 'rien n’a changé' }
}

/** Agreements whose agenda still asks for a place confirmed since, by a file for instance: to be read again. */
export async function noteConfirmedPlaces(db: Database): Promise<void> {
  await sql`update agreements.standing s set agenda_until = null
    where s.agreement_id in (
      select l.agreement_id from agreements.agenda_line l
      join places.confirmation f on f.place_id::text = l.subject
        and f.on_day <= l.day and f.on_day > l.day - interval '6 months'
      where l.kind = 'place_update' and l.gone_on is null)`.execute(db)
}

/** What was read of the agreements that list the place is read again when it is next asked for. */
export async function forgetReadings(tx: Database, place: PlaceId): Promise<void> {
  await tx
    .updateTable('agreements.standing')
    .set({ agenda_until: null })
    .where('agreement_id', 'in', (covers) =>
      covers.selectFrom('agreements.place_cover').select('agreement_id').where('place_id', '=', place),
    )
    .execute()
}
