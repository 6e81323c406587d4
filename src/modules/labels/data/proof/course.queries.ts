import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import { type CoursePart, courseOf } from '../../domain/proof/course.ts'
import type { AwardId, SchemeId } from '../awards/awards.store.ts'

type PlaceId = Id<'place'>

/** One award as anybody may read it: what it is, who holds it, and its course. */
export interface PublicAward {
  id: AwardId
  networkId: NetworkId
  scheme: { id: SchemeId; code: string; name: string }
  number: string
  slug: string
  placeId: PlaceId | null
  organisationId: OrganisationId | null
  agreementId: Id<'agreement'> | null
  versionId: Id<'scheme-version'> | null
  edition: { name: string; year: number } | null
  course: readonly CoursePart[]
}

/** Two statements whatever the number of awards; a label under embargo is not there (LAB-29). */
export async function publicAwards(
  db: Database,
  network: NetworkId,
  asked: { slug?: string; scheme?: string; year?: number; ids?: readonly AwardId[] } = {},
): Promise<PublicAward[]> {
  if (asked.ids?.length === 0) return []
  const rows = await db
    .selectFrom('labels.award as a')
    .innerJoin('labels.scheme as s', 's.id', 'a.scheme_id')
    .leftJoin('labels.edition as e', 'e.id', 'a.edition_id')
    .select([
      'a.id',
      's.network_id',
      's.id as scheme_id',
      's.code',
      's.name',
      'a.number',
      'a.slug',
      'a.place_id',
      'a.organisation_id',
      'a.agreement_id',
      'a.version_id',
      'e.name as edition',
      'e.year',
    ])
    .where('s.network_id', '=', network)
    .where((is) => is.or([is('a.edition_id', 'is', null), is('e.published_at', 'is not', null)]))
    .$if(asked.slug !== undefined, (query) => query.where('a.slug', '=', asked.slug ?? ''))
    .$if(asked.scheme !== undefined, (query) => query.where('s.code', '=', asked.scheme ?? ''))
    .$if(asked.year !== undefined, (query) => query.where('e.year', '=', asked.year ?? 0))
    .$if(asked.ids !== undefined, (query) =>
      query.where(sql<boolean>`a.id = any(${sql.val([...(asked.ids ?? [])])}::uuid[])`),
    )
    .orderBy(sql`s.name collate public.french`)
    .orderBy('a.number')
    .execute()
  const courses = await coursesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    networkId: row.network_id,
    scheme: { id: row.scheme_id, code: row.code, name: row.name },
    number: row.number,
    slug: row.slug,
    placeId: row.place_id,
    organisationId: row.organisation_id,
    agreementId: row.agreement_id,
    versionId: row.version_id,
    edition: row.edition !== null && row.year !== null ? { name: row.edition, year: row.year } : null,
    course: courses.get(row.id) ?? [],
  }))
}

/** The course of each of these awards: one statement. */
export async function coursesOf(
  db: Database,
  awards: readonly AwardId[],
): Promise<ReadonlyMap<AwardId, readonly CoursePart[]>> {
  if (awards.length === 0) return new Map()
  const rows = await db
    .selectFrom('labels.label_course')
    .select(['award_id', 'status', 'from_day', 'until_day', 'level'])
    .where(sql<boolean>`award_id = any(${sql.val([...awards])}::uuid[])`)
    .execute()
  const ofAward = Map.groupBy(rows, ({ award_id }) => award_id as AwardId)
  return new Map([...ofAward].map(([id, parts]) => [id, courseOf(parts.map(partOf))]))
}

function partOf(row: {
  status: string | null
  from_day: Day | null
  until_day: Day | null
  level: number | null
}): CoursePart {
  return {
    status: row.status as CoursePart['status'],
    from: row.from_day as Day,
    until: row.until_day,
    level: row.level,
  }
}
