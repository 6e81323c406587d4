import { sql } from 'kysely'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { Audience, Choices, ConsentField } from '../domain/consent.ts'

/** A person's choices change one form at a time: held until the transaction ends. */
export async function lockConsents(tx: Database, person: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`privacy.consent:${person}`}, 0))`.execute(tx)
}

/** What the person lets be shown in that network today. */
export async function choicesOf(db: Database, person: PersonId, network: NetworkId): Promise<Choices> {
  const rows = await db
    .selectFrom('privacy.consent')
    .select(['field', 'audience'])
    .where('person_id', '=', person)
    .where('network_id', '=', network)
    .where('withdrawn_at', 'is', null)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.field as ConsentField, row.audience as Audience]))
}

export interface PastConsent {
  field: ConsentField
  audience: Audience
  wording: string
  givenAt: Instant
  withdrawnAt: Instant | null
}

/** Every choice ever made there, latest first: the proof. */
export async function consentHistory(
  db: Database,
  person: PersonId,
  network: NetworkId,
): Promise<PastConsent[]> {
  const rows = await db
    .selectFrom('privacy.consent')
    .select(['field', 'audience', 'wording', 'given_at', 'withdrawn_at'])
    .where('person_id', '=', person)
    .where('network_id', '=', network)
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    field: row.field as ConsentField,
    audience: row.audience as Audience,
    wording: row.wording,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
  }))
}

export interface GivenConsent {
  personId: PersonId
  networkId: NetworkId
  field: ConsentField
  audience: Audience
  /** The very words that were on the page. */
  wording: string
}

export async function recordConsent(tx: Database, given: GivenConsent, at: Instant): Promise<void> {
  await tx
    .insertInto('privacy.consent')
    .values({
      id: newId(),
      person_id: given.personId,
      network_id: given.networkId,
      field: given.field,
      audience: given.audience,
      wording: given.wording,
      given_at: at,
    })
    .execute()
}

export async function withdrawConsent(
  tx: Database,
  { personId, networkId, field }: Omit<GivenConsent, 'audience' | 'wording'>,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('privacy.consent')
    .set({ withdrawn_at: at })
    .where('person_id', '=', personId)
    .where('network_id', '=', networkId)
    .where('field', '=', field)
    .where('withdrawn_at', 'is', null)
    .execute()
}
