import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { AwardStatus } from '../../domain/awards/award.ts'
import type { IssuedBadge } from '../../domain/badges/badge-standing.ts'
import type { AwardId } from '../awards/awards.store.ts'
import type { BadgeKeyId } from './badge-keys.store.ts'

export type BadgeId = Id<'badge'>
export type BadgeListId = Id<'badge-list'>

const LIST_LENGTH = 131_072
/** Half full, a list is followed by another: a place drawn at random is then soon free. */
const LIST_HOLDS = LIST_LENGTH / 2
const DRAWS = 64

export interface NewBadge {
  readonly id: BadgeId
  readonly networkId: NetworkId
  readonly awardId: AwardId
  readonly place: { readonly list: BadgeListId; readonly index: number }
  readonly level: number | null
  readonly validFrom: Instant
  readonly validUntil: Instant | null
  readonly rsaKeyId: BadgeKeyId
  readonly ed25519KeyId: BadgeKeyId
  readonly jwt: string
  readonly json: string
  readonly issuedAt: Instant
}

export interface Badge extends NewBadge, IssuedBadge {}

/** A place on a list, drawn at random among those never given. The list is held until the transaction ends. LAB-47. */
export async function drawPlace(
  tx: Database,
  network: NetworkId,
  at: Instant,
): Promise<{ list: BadgeListId; index: number }> {
  const list = await openList(tx, network, at)
  const drawn = Array.from({ length: DRAWS }, () => randomInt(LIST_LENGTH))
  const { rows } = await sql<{ list_index: number }>`select d.i as list_index
    from unnest(${drawn}::integer[]) with ordinality as d (i, rank)
    where not exists (select 1 from labels.badge b where b.list_id = ${list} and b.list_index = d.i)
    order by d.rank limit 1`.execute(tx)
  const [free] = rows
  if (!free) throw new Error('no free place was drawn on the list of badges')
  return { list, index: free.list_index }
}

async function openList(tx: Database, network: NetworkId, at: Instant): Promise<BadgeListId> {
  const open = await tx
    .selectFrom('labels.badge_list as l')
    .select('l.id')
    .where('l.network_id', '=', network)
    .where(sql<boolean>`(select count(*) from labels.badge b where b.list_id = l.id) < ${LIST_HOLDS}`)
    .orderBy('l.opened_at')
    .orderBy('l.id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (open) return open.id
  const id: BadgeListId = newId()
  await tx
    .insertInto('labels.badge_list')
    .values({ id, network_id: network, length: LIST_LENGTH, opened_at: at })
    .execute()
  return id
}

/** Throws the violation of `one_badge_per_status_index` when the place was given meanwhile. */
export async function addBadge(tx: Database, badge: NewBadge): Promise<void> {
  await tx
    .insertInto('labels.badge')
    .values({
      id: badge.id,
      network_id: badge.networkId,
      award_id: badge.awardId,
      list_id: badge.place.list,
      list_index: badge.place.index,
      level: badge.level,
      valid_from: badge.validFrom,
      valid_until: badge.validUntil,
      rsa_key_id: badge.rsaKeyId,
      ed25519_key_id: badge.ed25519KeyId,
      jwt: badge.jwt,
      json: badge.json,
      issued_at: badge.issuedAt,
    })
    .execute()
}

export async function revokeBadge(
  tx: Database,
  badge: BadgeId,
  because: 'withdrawn' | 'replaced',
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('labels.badge_revocation')
    .values({ badge_id: badge, because, revoked_at: at })
    .onConflict((on) => on.column('badge_id').doNothing())
    .execute()
}

/** Those of labels found withdrawn, all at once: what a list says once, it says for ever. */
export async function revokeWithdrawn(tx: Database, badges: readonly BadgeId[], at: Instant): Promise<void> {
  await sql`insert into labels.badge_revocation (badge_id, because, revoked_at)
    select id, 'withdrawn', ${at} from unnest(${badges}::uuid[]) as b (id)
    on conflict (badge_id) do nothing`.execute(tx)
}

/** The badges of an award, the last issued first. */
export async function badgesOfAward(db: Database, award: AwardId): Promise<Badge[]> {
  const rows = await badges(db)
    .where('b.award_id', '=', award)
    .orderBy('b.issued_at', 'desc')
    .orderBy('b.id', 'desc')
    .execute()
  return rows.map(badgeOf)
}

/** A badge of any network of the installation: whoever holds one may have it read. */
export async function findBadge(db: Database, id: BadgeId): Promise<Badge | null> {
  const row = await badges(db).where('b.id', '=', id).executeTakeFirst()
  return row ? badgeOf(row) : null
}

function badges(db: Database) {
  return db
    .selectFrom('labels.badge as b')
    .innerJoin('labels.badge_key as rsa', 'rsa.id', 'b.rsa_key_id')
    .innerJoin('labels.badge_key as ed', 'ed.id', 'b.ed25519_key_id')
    .leftJoin('labels.badge_revocation as r', 'r.badge_id', 'b.id')
    .selectAll('b')
    .select([
      'r.revoked_at',
      sql<boolean>`num_nonnulls(rsa.compromised_from, ed.compromised_from) > 0`.as('has_compromised_key'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof badges>['executeTakeFirstOrThrow']>>

function badgeOf(row: Row): Badge {
  return {
    id: row.id,
    networkId: row.network_id,
    awardId: row.award_id,
    place: { list: row.list_id, index: row.list_index },
    level: row.level,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    rsaKeyId: row.rsa_key_id,
    ed25519KeyId: row.ed25519_key_id,
    jwt: row.jwt,
    json: row.json,
    issuedAt: row.issued_at,
    isRevoked: row.revoked_at !== null,
    hasCompromisedKey: row.has_compromised_key,
  }
}

export interface ListedStatus {
  readonly id: BadgeId
  readonly index: number
  readonly validUntil: Instant | null
  readonly isRevoked: boolean
  readonly status: AwardStatus
}

/** Where every badge of a list stands on a day: one statement, whatever their number. Null: no such list here. LAB-56. */
export async function statusesOfList(
  db: Database,
  network: NetworkId,
  list: BadgeListId,
  on: Day,
): Promise<ListedStatus[] | null> {
  const known = await db
    .selectFrom('labels.badge_list')
    .select('id')
    .where('id', '=', list)
    .where('network_id', '=', network)
    .executeTakeFirst()
  if (!known) return null
  const { rows } = await sql<ListedStatus>`
    select b.id, b.list_index as index, b.valid_until as "validUntil", r.badge_id is not null as "isRevoked",
      coalesce(c.status, 'not_yet') as status
    from labels.badge b
    left join labels.badge_revocation r on r.badge_id = b.id
    left join labels.label_course c on c.award_id = b.award_id and c.network_id = ${network}
      and c.from_day <= ${on} and (c.until_day is null or c.until_day > ${on})
    where b.list_id = ${list}`.execute(db)
  return rows
}

/** The labels borne on a day or withdrawn by then, of every network: those whose badges the night looks at. */
export async function awardsToKeep(db: Database, on: Day): Promise<AwardId[]> {
  const rows = await db
    .selectFrom('labels.label_course')
    .select('award_id')
    .distinct()
    .where('status', 'in', ['active', 'withdrawn'])
    .where('from_day', '<=', on)
    .where((is) => is.or([is('until_day', 'is', null), is('until_day', '>', on)]))
    .orderBy('award_id')
    .execute()
  return rows.flatMap(({ award_id }) => award_id ?? [])
}
