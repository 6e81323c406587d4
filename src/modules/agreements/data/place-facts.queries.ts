import { sql } from 'kysely'
import { type Day, earliest, latest } from '../../../kernel/day.ts'
import { dayOf } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import { peopleNames } from '../../identity/index.ts'
import {
  type Confirmation,
  confirmationsOf,
  type Exemption,
  exemptionsOf,
  semesterOf,
} from '../../places/index.ts'
import type { Agreement, AgreementId, PlaceId } from '../domain/agreement.ts'
import type { EvidenceFact } from '../domain/duties.ts'

/**
 * When the places these agreements list spoke of themselves, or were let off a semester, since their first act: what the
 * state is told beside the acts, oldest first. A file and staff speak for nobody (DIR-57). Four statements whatever the
 * number of agreements. AGR-74.
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
  const known = [
    ...confirmations.map((one) => factOf(one, names)),
    ...(await exemptionsOf(db, places)).map(exemptionFact).filter(({ on }) => on <= until),
  ]
  const ofPlace = Map.groupBy(known, ({ place }) => place)
  const facts = covers.flatMap(({ agreement_id, place_id }) =>
    (ofPlace.get(place_id) ?? []).map((fact) => ({ agreement_id, fact })),
  )
  const ofAgreement = Map.groupBy(facts, ({ agreement_id }) => agreement_id)
  return new Map(
    [...ofAgreement].map(([id, list]) => [
      id,
      list.map(({ fact }) => fact).sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
    ]),
  )
}

function factOf({ placeId, on, kind, by }: Confirmation, names: ReadonlyMap<string, string>) {
  return {
    ...{ duty: 'place_update', place: placeId, on, kind: 'places', link: null },
    by: (by && names.get(by)) || 'le gestionnaire du lieu',
    says: kind === 'updated' ? 'information mise à jour' : 'rien n’a changé',
  } as const satisfies EvidenceFact
}

/** Dated in the semester that it lets off, whenever it was given. */
function exemptionFact({ placeId, semester: start, reason, recordedAt }: Exemption) {
  const { lastDay } = semesterOf(start)
  const on = latest(start, earliest(dayOf(recordedAt), lastDay)) ?? start
  return {
    ...{ duty: 'place_update', place: placeId, on, kind: 'places', link: null, isStanding: true },
    by: 'la tête de réseau',
    says: `dispense : ${reason}`,
  } as const satisfies EvidenceFact
}

/** Agreements whose agenda still asks for a place that spoke since: to be read again. */
export async function noteConfirmedPlaces(db: Database): Promise<void> {
  await sql`update agreements.standing s set agenda_until = null
    where s.agreement_id in (
      select l.agreement_id from agreements.agenda_line l
      join places.current_place asked on asked.id::text = l.subject
      join places.own_word f on f.place_id = asked.current_id
        and f.on_day <= l.day and f.on_day > l.day - interval '6 months'
      where l.kind = 'place_update' and l.gone_on is null)`.execute(db)
}

/** What was read of the agreements that list the place is read again when it is next asked for. */
export async function forgetReadings(tx: Database, place: PlaceId): Promise<void> {
  await tx
    .updateTable('agreements.standing')
    .set({ agenda_until: null })
    .where('agreement_id', 'in', (covers) =>
      covers
        .selectFrom('agreements.place_cover as c')
        .innerJoin('places.current_place as face', 'face.id', 'c.place_id')
        .innerJoin('places.current_place as asked', 'asked.current_id', 'face.current_id')
        .where('asked.id', '=', place)
        .select('c.agreement_id'),
    )
    .execute()
}
