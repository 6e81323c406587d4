import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { JurorKind } from '../../domain/jury/interest.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import type { EditionId } from '../schemes/editions.store.ts'

export interface Juror {
  readonly id: JurorId
  readonly editionId: EditionId
  readonly personId: PersonId
  readonly kind: JurorKind
  readonly isChair: boolean
  readonly from: Day
  /** The first day out of the jury. */
  readonly until: Day | null
  readonly territories: readonly string[]
}

/** Throws the violation of `one_seat_per_person`, or of `one_chair_per_jury`. */
export async function addJuror(
  tx: Database,
  juror: Omit<Juror, 'id' | 'until'>,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<JurorId> {
  const id: JurorId = newId()
  await tx
    .insertInto('labels.juror')
    .values({
      id,
      edition_id: juror.editionId,
      person_id: juror.personId,
      kind: juror.kind,
      is_chair: juror.isChair,
      from_day: juror.from,
      territories: [...juror.territories],
      named_at: at,
      named_by: by,
    })
    .execute()
  return id
}

/** Ends a seat: false when that juror sits no more, or in another jury. */
export async function endSeat(tx: Database, edition: EditionId, id: JurorId, until: Day): Promise<boolean> {
  const row = await tx
    .updateTable('labels.juror')
    .set({ until_day: until, is_chair: false })
    .where('id', '=', id)
    .where('edition_id', '=', edition)
    .where('until_day', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Everybody who sat, the chair first. */
export async function jurorsOf(db: Database, edition: EditionId): Promise<Juror[]> {
  const rows = await db
    .selectFrom('labels.juror')
    .selectAll()
    .where('edition_id', '=', edition)
    .orderBy('is_chair', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(jurorOf)
}

/** The seats a person has in the juries of a network that day. */
export async function seatsOf(
  db: Database,
  network: NetworkId,
  person: PersonId,
  today: Day,
): Promise<Juror[]> {
  const rows = await db
    .selectFrom('labels.juror as j')
    .innerJoin('labels.edition as e', 'e.id', 'j.edition_id')
    .innerJoin('labels.scheme as s', 's.id', 'e.scheme_id')
    .selectAll('j')
    .where('s.network_id', '=', network)
    .where('j.person_id', '=', person)
    .where('j.from_day', '<=', today)
    .where((is) => is.or([is('j.until_day', 'is', null), is('j.until_day', '>', today)]))
    .orderBy('e.year', 'desc')
    .orderBy('j.id')
    .execute()
  return rows.map(jurorOf)
}

/** Does somebody sit that day? */
export function sits({ from, until }: Pick<Juror, 'from' | 'until'>, on: Day): boolean {
  return from <= on && (until === null || on < until)
}

interface Row {
  id: JurorId
  edition_id: EditionId
  person_id: PersonId
  kind: string
  is_chair: boolean
  from_day: Day
  until_day: Day | null
  territories: string[]
}

function jurorOf(row: Row): Juror {
  return {
    id: row.id,
    editionId: row.edition_id,
    personId: row.person_id,
    kind: row.kind as JurorKind,
    isChair: row.is_chair,
    from: row.from_day,
    until: row.until_day,
    territories: row.territories,
  }
}
