import { createHash } from 'node:crypto'
import type { ExpressionBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { DB } from '../../../../platform/db/schema.generated.ts'
import type { NetworkId, OrganisationId, PersonId, Reach } from '../../../../platform/session/actor.ts'
import type { JudgedPlace, ListMoment, Verdict } from '../../domain/bulk/place-list.ts'
import type { SchemeId } from '../awards/awards.store.ts'
import type { DecisionId } from '../decisions/decisions.store.ts'
import type { SchemeVersionId } from '../schemes/schemes.store.ts'

export type PlaceListId = Id<'place-list'>
type PlaceId = Id<'place'>

interface Recorded {
  at: Instant
  by: PersonId | null
}

/** A list of places that a partner proposes for a label. LAB-19. */
export interface PlaceList {
  readonly id: PlaceListId
  readonly networkId: NetworkId
  readonly schemeId: SchemeId
  readonly versionId: SchemeVersionId
  readonly partnerId: OrganisationId
  readonly agreementId: Id<'agreement'>
  readonly addsTo: PlaceListId | null
  readonly committee: string
  readonly metOn: Day
  readonly minutes: string
  readonly minutesFile: Id<'file'> | null
  readonly createdAt: Instant
  readonly moment: ListMoment
  readonly decisionId: DecisionId | null
}

export async function addPlaceList(
  tx: Database,
  made: Omit<PlaceList, 'id' | 'createdAt' | 'moment' | 'decisionId'>,
  { at, by }: Recorded,
): Promise<PlaceListId> {
  const id: PlaceListId = newId()
  await tx
    .insertInto('labels.place_list')
    .values({
      id,
      network_id: made.networkId,
      scheme_id: made.schemeId,
      version_id: made.versionId,
      partner_id: made.partnerId,
      agreement_id: made.agreementId,
      adds_to: made.addsTo,
      committee: made.committee,
      met_on: made.metOn,
      minutes: made.minutes,
      minutes_file_id: made.minutesFile,
      created_at: at,
      created_by: by,
    })
    .execute()
  return id
}

/** Null when it does not exist, or lies out of reach. The head reads a list from its signature on. */
export async function findPlaceList(db: Database, reach: Reach, id: PlaceListId): Promise<PlaceList | null> {
  const row = await placeLists(db, reach).where('l.id', '=', id).executeTakeFirst()
  return row ? placeListOf(row) : null
}

/** As `findPlaceList`, held until the transaction ends. */
export async function lockPlaceList(tx: Database, reach: Reach, id: PlaceListId): Promise<PlaceList | null> {
  await tx.selectFrom('labels.place_list').select('id').where('id', '=', id).forUpdate().execute()
  return findPlaceList(tx, reach, id)
}

/** The lists of a reach, the last one opened first. */
export async function listPlaceLists(db: Database, reach: Reach): Promise<PlaceList[]> {
  const rows = await placeLists(db, reach)
    .orderBy('l.created_at', 'desc')
    .orderBy('l.id')
    .limit(500)
    .execute()
  return rows.map(placeListOf)
}

function placeLists(db: Database, reach: Reach) {
  return db
    .selectFrom('labels.place_list as l')
    .leftJoin('labels.charter_signature as c', 'c.list_id', 'l.id')
    .leftJoin('labels.list_decision as d', 'd.list_id', 'l.id')
    .where((where) => isReached(where, reach))
    .selectAll('l')
    .select(['c.signed_on', 'd.decision_id'])
}

function isReached(
  where: ExpressionBuilder<DB & { l: DB['labels.place_list']; c: { signed_on: Day | null } }, 'l' | 'c'>,
  reach: Reach,
) {
  if (reach.kind === 'nobody') return where.lit(false)
  const inNetwork = where('l.network_id', '=', reach.network)
  if (reach.kind === 'all') return where.and([inNetwork, where('c.signed_on', 'is not', null)])
  return where.and([inNetwork, where('l.partner_id', 'in', [...reach.organisations, sql.lit(null)])])
}

type Row = Awaited<ReturnType<ReturnType<typeof placeLists>['executeTakeFirstOrThrow']>>

function placeListOf(row: Row): PlaceList {
  return {
    id: row.id,
    networkId: row.network_id,
    schemeId: row.scheme_id,
    versionId: row.version_id,
    partnerId: row.partner_id,
    agreementId: row.agreement_id,
    addsTo: row.adds_to,
    committee: row.committee,
    metOn: row.met_on,
    minutes: row.minutes,
    minutesFile: row.minutes_file_id,
    createdAt: row.created_at,
    moment: row.decision_id ? 'decided' : row.signed_on ? 'signed' : 'draft',
    decisionId: row.decision_id,
  }
}

/** Adds places not yet in it; how many came. Throws the violation of `signed_list_is_closed` once its charter is signed. */
export async function addToList(
  tx: Database,
  list: PlaceListId,
  places: readonly { id: PlaceId; origin: 'chosen' | 'file' | 'created' }[],
  { at, by }: Recorded,
): Promise<number> {
  if (places.length === 0) return 0
  const { rows } = await sql`insert into labels.listed_place (list_id, place_id, origin, added_at, added_by)
    select ${list}::uuid, place_id, origin, ${at}::timestamptz, ${by}::uuid
    from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ origin }) => origin)}::text[])
      as added (place_id, origin)
    on conflict on constraint one_line_per_listed_place do nothing returning place_id`.execute(tx)
  return rows.length
}

/** Whether the place was in it. Throws the violation of `signed_list_is_closed` once its charter is signed. */
export async function removeFromList(tx: Database, list: PlaceListId, place: PlaceId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('labels.listed_place')
    .where('list_id', '=', list)
    .where('place_id', '=', place)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** What the head says of one place; false when it is not in the list. */
export async function judgeLine(
  tx: Database,
  list: PlaceListId,
  place: PlaceId,
  { verdict, reason, until }: { verdict: Verdict; reason: string; until: Day | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('labels.listed_place')
    .set({ verdict, reason, reserve_until: until })
    .where('list_id', '=', list)
    .where('place_id', '=', place)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Every line, unnamed, in the order of the places' ids. */
export async function linesOf(db: Database, list: PlaceListId): Promise<Omit<JudgedPlace, 'name'>[]> {
  const rows = await db
    .selectFrom('labels.listed_place')
    .select(['place_id', 'verdict', 'reason', 'reserve_until'])
    .where('list_id', '=', list)
    .orderBy('place_id')
    .execute()
  return rows.map((row) => ({
    placeId: row.place_id,
    verdict: row.verdict as Verdict,
    reason: row.reason,
    reserveUntil: row.reserve_until,
  }))
}

/** What names a list beyond doubt: SHA-256 of its places' ids in order, hexadecimal. LAB-20. */
export function hashOf(places: readonly PlaceId[]): string {
  return createHash('sha256')
    .update([...places].sort().join('\n'))
    .digest('hex')
}

export interface CharterSignature {
  readonly text: string
  readonly listSha256: string
  readonly places: number
  readonly mandateId: Id<'mandate'>
  readonly delegationId: Id<'delegation'> | null
  readonly signerName: string
  readonly signerTitle: string
  readonly signedOn: Day
}

/** Throws the violation of `charter_signature_pkey` when it was signed meanwhile. */
export async function addCharterSignature(
  tx: Database,
  list: PlaceListId,
  signature: CharterSignature,
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .insertInto('labels.charter_signature')
    .values({
      list_id: list,
      text: signature.text,
      list_sha256: signature.listSha256,
      places: signature.places,
      mandate_id: signature.mandateId,
      delegation_id: signature.delegationId,
      signer_name: signature.signerName,
      signer_title: signature.signerTitle,
      signed_on: signature.signedOn,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
}

export async function charterOf(db: Database, list: PlaceListId): Promise<CharterSignature | null> {
  const row = await db
    .selectFrom('labels.charter_signature')
    .selectAll()
    .where('list_id', '=', list)
    .executeTakeFirst()
  if (!row) return null
  return {
    text: row.text,
    listSha256: row.list_sha256,
    places: row.places,
    mandateId: row.mandate_id,
    delegationId: row.delegation_id,
    signerName: row.signer_name,
    signerTitle: row.signer_title,
    signedOn: row.signed_on,
  }
}

/** Throws the violation of `list_decision_pkey` when it was decided meanwhile. */
export async function addListDecision(
  tx: Database,
  { id, schemeId }: Pick<PlaceList, 'id' | 'schemeId'>,
  decisionId: DecisionId,
  listSha256: string,
): Promise<void> {
  await tx
    .insertInto('labels.list_decision')
    .values({ list_id: id, scheme_id: schemeId, list_sha256: listSha256, decision_id: decisionId })
    .execute()
}
