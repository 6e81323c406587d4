import { sql } from 'kysely'
import { type Day, earliest } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Owing } from '../../domain/freshness/duty.ts'
import type { PlaceId } from '../../domain/place.ts'
import { ruleOf } from './rule.store.ts'

/** Since when a place owes a word, how often, and by which labels and agreements. */
export interface OwingPlace extends Owing {
  labels: readonly string[]
  agreements: readonly Id<'agreement'>[]
}

interface Part {
  awardId: string
  name: string
  agreementId: Id<'agreement'> | null
  from: Day
  until: Day | null
}

/**
 * The places that owe a word today, by the rule of the network: those that bear a label which asks for it, or all.
 * `among`: these only. A closed, hidden or draft place owes nothing.
 */
export async function owingPlaces(
  db: Database,
  network: NetworkId,
  today: Day,
  among: readonly PlaceId[] | null = null,
): Promise<ReadonlyMap<PlaceId, OwingPlace>> {
  if (among?.length === 0) return new Map()
  const rule = await ruleOf(db, network)
  if (rule.from !== null && rule.from > today) return new Map()
  const owing = new Map<PlaceId, OwingPlace>()
  for (const [place, parts] of await borneParts(db, network, among)) {
    const borne = owedBy(parts, today)
    if (borne) owing.set(place, { ...borne, from: laterOf(borne.from, rule.from), every: rule.every })
  }
  if (rule.covers === 'labelled') return owing
  for (const [place, listedOn] of await listedPlaces(db, network, among)) {
    const from = laterOf(listedOn, rule.from)
    const borne = owing.get(place)
    const labels = { labels: borne?.labels ?? [], agreements: borne?.agreements ?? [] }
    if (from <= today || borne)
      owing.set(place, {
        ...{ ...labels, every: rule.every },
        ...{ from: earliest(from, borne?.from) ?? from, until: null },
      })
  }
  return owing
}

async function borneParts(db: Database, network: NetworkId, among: readonly PlaceId[] | null) {
  const rows = await db
    .selectFrom('labels.information_owed as o')
    .innerJoin('places.current_place as c', 'c.id', 'o.place_id')
    .innerJoin('places.place as p', 'p.id', 'c.current_id')
    .select(['p.id', 'o.award_id', 'o.name', 'o.agreement_id', 'o.from_day', 'o.until_day'])
    .where('o.network_id', '=', network)
    .where('p.status', '=', 'published')
    .$if(among !== null, (query) => query.where('p.id', 'in', [...(among ?? [])]))
    .orderBy(sql`o.name collate public.french`)
    .orderBy('o.from_day')
    .execute()
  const parts = rows.map((row) => ({
    place: row.id,
    awardId: String(row.award_id),
    name: row.name ?? '',
    agreementId: row.agreement_id,
    from: row.from_day as Day,
    until: row.until_day,
  }))
  return Map.groupBy(parts, ({ place }) => place)
}

/** Null: the place bears none of them today. */
function owedBy(parts: readonly Part[], today: Day): Omit<OwingPlace, 'every'> | null {
  const borne = [...Map.groupBy(parts, ({ awardId }) => awardId).values()].flatMap((course) => {
    const now = course.findLast(({ from, until }) => from <= today && (until === null || today < until))
    return now ? [{ ...now, from: borneFrom(course, now) }] : []
  })
  const from = earliest(...borne.map((one) => one.from))
  if (from === null) return null
  const ends = borne.map(({ until }) => until)
  return {
    from,
    until: ends.includes(null) ? null : (ends.sort().at(-1) ?? null),
    labels: [...new Set(borne.map(({ name }) => name))],
    agreements: [...new Set(borne.flatMap(({ agreementId }) => agreementId ?? []))],
  }
}

/** The first day of the parts that follow each other without a gap up to this one: a suspension begins nothing anew. */
function borneFrom(course: readonly Part[], part: Part): Day {
  const before = course.find(({ until }) => until === part.from)
  return before ? borneFrom(course, before) : part.from
}

async function listedPlaces(db: Database, network: NetworkId, among: readonly PlaceId[] | null) {
  const rows = await db
    .selectFrom('places.place as p')
    .select(['p.id', 'p.created_at'])
    .where('p.network_id', '=', network)
    .where('p.status', '=', 'published')
    .$if(among !== null, (query) => query.where('p.id', 'in', [...(among ?? [])]))
    .execute()
  return rows.map(({ id, created_at }) => [id, dayOf(created_at)] as const)
}

function laterOf(day: Day, other: Day | null): Day {
  return other !== null && other > day ? other : day
}
