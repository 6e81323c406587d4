import { randomBytes } from 'node:crypto'
import { type NotNull, sql } from 'kysely'
import { civil, type Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { AwardAct } from '../../domain/awards/award.ts'
import { tellMoves } from '../proof/moves.store.ts'

const SLUG_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'

export type SchemeId = Id<'scheme'>
export type AwardId = Id<'award'>
type AgreementId = Id<'agreement'>
type PlaceId = Id<'place'>

export interface Scheme {
  id: SchemeId
  code: string
  name: string
}

export interface Grant {
  id: AwardId
  slug: string
  placeId: PlaceId
  scheme: Scheme
  grantedOn: Day
}

export function listSchemes(db: Database, network: NetworkId): Promise<Scheme[]> {
  return db
    .selectFrom('labels.scheme')
    .select(['id', 'code', 'name'])
    .where('network_id', '=', network)
    .orderBy(sql`name collate public.french`)
    .execute()
}

/** The labels of places granted under an agreement, the first one first. */
export async function grantsUnder(db: Database, agreement: AgreementId): Promise<Grant[]> {
  const rows = await db
    .selectFrom('labels.award as g')
    .innerJoin('labels.scheme as s', 's.id', 'g.scheme_id')
    .select(['g.id', 'g.slug', 'g.place_id', 'g.granted_on', 's.id as scheme_id', 's.code', 's.name'])
    .where('g.agreement_id', '=', agreement)
    .where('g.place_id', 'is not', null)
    .orderBy('g.granted_on')
    .orderBy('g.place_id')
    .$narrowType<{ place_id: NotNull }>()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    placeId: row.place_id,
    scheme: { id: row.scheme_id, code: row.code, name: row.name },
    grantedOn: row.granted_on,
  }))
}

/** What bears a label: a place, or a local authority itself. */
export type Holder =
  | { readonly kind: 'place'; readonly id: PlaceId }
  | { readonly kind: 'organisation'; readonly id: OrganisationId }

export interface NewAward {
  readonly scheme: Scheme
  readonly holder: Holder
  readonly grantedOn: Day
  /** What carries it; null: nothing but its own validity. */
  readonly agreementId: AgreementId | null
  /** The first day without it; null: no day of its own. */
  readonly validUntil?: Day | null
  readonly level?: number | null
  readonly versionId?: Id<'scheme-version'> | null
  readonly applicationId?: Id<'application'> | null
  readonly editionId?: Id<'edition'> | null
  readonly decisionId?: Id<'decision'> | null
}

/**
 * A label granted: its number, its address and the first of its acts. Throws the violation of
 * `one_active_award_per_holder` when the holder bears it already.
 */
export async function addAward(
  tx: Database,
  grant: NewAward,
  recorded: { at: Instant; by: PersonId | null },
): Promise<AwardId> {
  const id: AwardId = newId()
  const { scheme, holder, grantedOn, level = null } = grant
  await tx
    .insertInto('labels.award')
    .values({
      id,
      scheme_id: scheme.id,
      place_id: holder.kind === 'place' ? holder.id : null,
      organisation_id: holder.kind === 'organisation' ? holder.id : null,
      agreement_id: grant.agreementId,
      granted_on: grantedOn,
      valid_until: grant.validUntil ?? null,
      level,
      version_id: grant.versionId ?? null,
      application_id: grant.applicationId ?? null,
      edition_id: grant.editionId ?? null,
      number: await nextNumber(tx, scheme, civil(grantedOn).year),
      slug: newSlug(),
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
  const first = { seq: 1, kind: 'granted', from: grantedOn, reason: '', level } as const
  await addAwardAct(tx, id, { ...first, decisionId: grant.decisionId ?? null }, recorded)
  return id
}

export interface NewAwardAct {
  readonly seq: number
  readonly kind: AwardAct['kind']
  readonly from: Day
  readonly reason: string
  readonly level?: number | null
  readonly decisionId?: Id<'decision'> | null
  /** The act it replaces. */
  readonly supersedes?: Id<'award-act'> | null
}

/** Throws the violation of `one_award_act_per_seq` when another act came first. */
export async function addAwardAct(
  tx: Database,
  award: AwardId,
  act: NewAwardAct,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('labels.award_act')
    .values({
      id: newId(),
      award_id: award,
      seq: act.seq,
      kind: act.kind,
      from_day: act.from,
      reason: act.reason,
      level: act.level ?? null,
      decision_id: act.decisionId ?? null,
      supersedes: act.supersedes ?? null,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
  await tellMoves(tx)
}

/** `EPN-NORMANDIE-2026-0007`. Whoever counts at the same time waits for the transaction. */
async function nextNumber(tx: Database, { id, code }: Scheme, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('labels.award_counter')
    .values({ scheme_id: id, year, last: 1 })
    .onConflict((on) =>
      on.columns(['scheme_id', 'year']).doUpdateSet({ last: sql<number>`award_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${code.toUpperCase()}-${year}-${String(last).padStart(4, '0')}`
}

/** Sixty bits of chance, in letters and digits that are read aloud without mistake. */
export function newSlug(): string {
  return Array.from(randomBytes(12), (byte) => SLUG_LETTERS[byte % SLUG_LETTERS.length]).join('')
}

/**
 * What stopped with its agreement is over: the same label may be granted anew from that day. Nothing changes for one that
 * is still borne.
 */
export async function closeStopped(
  tx: Database,
  scheme: SchemeId,
  places: readonly PlaceId[],
  on: Day,
): Promise<void> {
  await sql`update labels.award a set over_on = greatest(v.until_day, a.granted_on)
    from labels.shown_label v
    where v.award_id = a.id and v.until_day <= ${on} and a.over_on is null
      and not exists (select 1 from labels.shown_label w
        where w.award_id = a.id and (w.until_day is null or w.until_day > ${on}))
      and a.scheme_id = ${scheme} and a.place_id = any(${places}::uuid[])`.execute(tx)
}

/** Over for good from that day, or borne again (`null`): what the exclusion of two labels at once reads. */
export async function closeAward(tx: Database, id: AwardId, overOn: Day | null): Promise<void> {
  await tx.updateTable('labels.award').set({ over_on: overOn }).where('id', '=', id).execute()
}

/**
 * The labels of the campaigns before end with the results of a new one, from that day: those of one holder, or of all
 * (LAB-31). Never those withdrawn or ended before; run twice, nothing more.
 */
export async function endFormerEditions(
  tx: Database,
  { scheme, edition, on, holder }: { scheme: SchemeId; edition: Id<'edition'>; on: Day; holder?: Holder },
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  const whose = holder ? sql`and coalesce(a.place_id, a.organisation_id) = ${holder.id}` : sql``
  const { rows } = await sql<{ id: AwardId; seq: number; from_day: Day }>`
    update labels.award a set over_on = greatest(${on}, a.granted_on)
    where a.scheme_id = ${scheme} and a.edition_id <> ${edition} and a.over_on is null
      and (a.valid_until is null or a.valid_until > ${on}) ${whose}
    returning a.id, (select max(t.seq) from labels.award_act t where t.award_id = a.id) as seq,
      a.over_on as from_day`.execute(tx)
  for (const { id, seq, from_day } of rows)
    await addAwardAct(tx, id, { seq: seq + 1, kind: 'ended', from: from_day, reason: '' }, recorded)
}

/** For seeds and first settings. */
export async function addScheme(
  db: Database,
  network: NetworkId,
  { code, name, description = '' }: { code: string; name: string; description?: string },
): Promise<SchemeId> {
  const id: SchemeId = newId()
  await db.insertInto('labels.scheme').values({ id, network_id: network, code, name, description }).execute()
  return id
}
