import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../platform/session/actor.ts'
import type { Audience } from '../domain/consent.ts'

/** A person as they let themselves be shown; null: not to this reader. */
export interface ShownFields {
  name: string | null
  jobTitle: string | null
  organisation: string | null
  commune: string | null
  email: string | null
  phone: string | null
}

export interface ShownPerson extends ShownFields {
  personId: PersonId
}

const FIELDS = ['name', 'job_title as jobTitle', 'organisation', 'commune', 'email', 'phone'] as const

/**
 * What each of these people lets `audience` see in that network, today. Every page that shows a person asks here,
 * at each request: a withdrawal is effective at once. Who shows nothing is absent from the answer. DIR-78.
 */
export async function shownFields(
  db: Database,
  network: NetworkId,
  personIds: readonly PersonId[],
  { audience, today }: { audience: Audience; today: Day },
): Promise<Map<PersonId, ShownFields>> {
  if (personIds.length === 0) return new Map()
  const rows = await shownOn(db, network, today)
    .select(['person_id', ...FIELDS])
    .where('reader', '=', audience)
    .where('person_id', 'in', personIds)
    .orderBy('membership_id')
    .execute()
  // The first quality held comes last, and wins.
  return new Map(rows.reverse().map(({ person_id, ...fields }) => [person_id as PersonId, fields]))
}

/** Who reads: anybody, or a member with the organisations they act for. */
export type DirectoryReader =
  | { kind: 'public' }
  | { kind: 'member'; organisations: readonly OrganisationId[] }

export const PAGE_SIZE = 25

/** One page of the facilitators who let this reader see at least their name, found by name, organisation or commune. DIR-78, DIR-79. */
export async function listFacilitators(
  db: Database,
  network: NetworkId,
  asked: { reader: DirectoryReader; q: string; page: number; today: Day },
): Promise<{ people: ShownPerson[]; total: number }> {
  const found = shownOn(db, network, asked.today)
    .where('role', '=', 'facilitator')
    .where('name', 'is not', null)
    .where(readBy(asked.reader))
    .$if(asked.q !== '', (query) =>
      query.where(
        sql<boolean>`public.folded(concat_ws(' ', name, organisation, commune))
          like '%' || public.folded(${asked.q.replace(/[\\%_]/g, '\\$&')}) || '%'`,
      ),
    )
  const { count } = await found.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await found
    .select(['person_id', ...FIELDS])
    .orderBy(sql`name collate public.french`)
    .orderBy('membership_id')
    .limit(PAGE_SIZE)
    .offset((asked.page - 1) * PAGE_SIZE)
    .execute()
  return {
    people: rows.map(({ person_id, ...fields }) => ({ personId: person_id as PersonId, ...fields })),
    total: count,
  }
}

function shownOn(db: Database, network: NetworkId, today: Day) {
  return db
    .selectFrom('privacy.shown_person')
    .where('network_id', '=', network)
    .where('from_day', '<=', today)
    .where((is) => is.or([is('until_day', 'is', null), is('until_day', '>', today)]))
}

/** A colleague of the same place sees what is shown to colleagues; another member, what is shown to members. */
function readBy(reader: DirectoryReader) {
  if (reader.kind === 'public') return sql<boolean>`reader = 'public'`
  return sql<boolean>`reader = case when organisation_id = any(${sql.val([...reader.organisations])}::uuid[])
    then 'same_place' else 'network' end`
}
