import type { Selectable } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type {
  AgreementsSigning,
  AgreementsSigningCall,
  AgreementsSigningCode,
} from '../../../platform/db/schema.generated.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { CallLife } from '../domain/signing-call-life.ts'
import type { Party } from '../domain/terms.ts'

type SigningRow = Selectable<AgreementsSigning>
type CallRow = Selectable<AgreementsSigningCall>
type CodeRow = Selectable<AgreementsSigningCode>

/** Who is called to sign for a party. */
export interface SigningCall {
  id: CallRow['id']
  party: Party
  rank: number
  personId: PersonId
  organisationId: CallRow['organisation_id']
  mandateId: CallRow['mandate_id']
  delegationId: CallRow['delegation_id']
}

export interface Signing extends CallLife {
  id: SigningRow['id']
  textId: SigningRow['text_id']
  content: string
  fingerprint: string
  openedAt: Instant
  /** When the head called again, and how many times. */
  renewedAt: Instant | null
  renewals: number
  /** By rank. */
  calls: SigningCall[]
}

/** The signing open on the agreement, or null. Whether the asker may see the agreement is the caller's to decide. */
export async function openSigningOf(db: Database, agreement: AgreementId): Promise<Signing | null> {
  const row = await db
    .selectFrom('agreements.signing as s')
    .innerJoin('agreements.signing_text as t', 't.id', 's.text_id')
    .select(['s.id', 's.text_id', 't.content', 't.fingerprint', 's.opened_at'])
    .select(['s.remind_every', 's.expires_on', 's.renewed_at', 's.renewals'])
    .where('s.agreement_id', '=', agreement)
    .where('s.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { id, text_id: textId, content, fingerprint, opened_at: openedAt, renewals } = row
  const life = { remindEvery: row.remind_every, expiresOn: row.expires_on, renewedAt: row.renewed_at }
  return { id, textId, content, fingerprint, openedAt, renewals, ...life, calls: await callsOf(db, id) }
}

/** Those that are recalled, in every network: for the job of the morning. */
export function signingsToRemind(db: Database): Promise<{ agreement: AgreementId; network: NetworkId }[]> {
  return db
    .selectFrom('agreements.signing as s')
    .innerJoin('agreements.agreement as a', 'a.id', 's.agreement_id')
    .select(['a.id as agreement', 'a.network_id as network'])
    .where('s.closed_at', 'is', null)
    .where('s.remind_every', 'is not', null)
    .orderBy('s.id')
    .execute()
}

/** The agreements on which this person is called to sign, acting for these organisations; the oldest call first. */
export function callsOfPerson(
  db: Database,
  network: NetworkId,
  { person, organisations }: { person: PersonId; organisations: readonly CallRow['organisation_id'][] },
): Promise<{ agreement: AgreementId }[]> {
  if (organisations.length === 0) return Promise.resolve([])
  return db
    .selectFrom('agreements.signing_call as l')
    .innerJoin('agreements.signing as s', 's.id', 'l.signing_id')
    .innerJoin('agreements.agreement as a', 'a.id', 's.agreement_id')
    .select('a.id as agreement')
    .where('l.person_id', '=', person)
    .where('l.organisation_id', 'in', organisations)
    .where('a.network_id', '=', network)
    .where('s.closed_at', 'is', null)
    .orderBy('s.opened_at')
    .orderBy('s.id')
    .execute()
}

async function callsOf(db: Database, signing: SigningRow['id']): Promise<SigningCall[]> {
  const rows = await db
    .selectFrom('agreements.signing_call')
    .selectAll()
    .where('signing_id', '=', signing)
    .orderBy('rank')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    party: row.party,
    rank: row.rank,
    personId: row.person_id,
    organisationId: row.organisation_id,
    mandateId: row.mandate_id,
    delegationId: row.delegation_id,
  }))
}

export interface NewSigning {
  content: string
  fingerprint: string
  life: CallLife
  calls: readonly Omit<SigningCall, 'id'>[]
}

/** Freezes the text and calls the signers. A second open signing of one agreement is refused: `one_open_signing`. */
export async function addSigning(
  tx: Database,
  agreement: AgreementId,
  { content, fingerprint, life, calls }: NewSigning,
  opened: { at: Instant; by: PersonId | null },
): Promise<SigningRow['id']> {
  const [id, textId] = [newId<'signing'>(), newId<'signing-text'>()]
  await tx
    .insertInto('agreements.signing_text')
    .values({ id: textId, agreement_id: agreement, content, fingerprint, frozen_at: opened.at })
    .execute()
  await tx
    .insertInto('agreements.signing')
    .values({
      id,
      agreement_id: agreement,
      text_id: textId,
      opened_at: opened.at,
      opened_by: opened.by,
      remind_every: life.remindEvery,
      expires_on: life.expiresOn,
    })
    .execute()
  // Nobody is called when every party signs with a provider of its own.
  if (calls.length === 0) return id
  await tx
    .insertInto('agreements.signing_call')
    .values(
      calls.map((call) => ({
        id: newId<'signing-call'>(),
        signing_id: id,
        party: call.party,
        rank: call.rank,
        person_id: call.personId,
        organisation_id: call.organisationId,
        mandate_id: call.mandateId,
        delegation_id: call.delegationId,
      })),
    )
    .execute()
  return id
}

export async function renewSigning(
  tx: Database,
  id: SigningRow['id'],
  { remindEvery, expiresOn }: CallLife,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('agreements.signing')
    .set(({ eb }) => ({
      remind_every: remindEvery,
      expires_on: expiresOn,
      renewed_at: at,
      renewals: eb('renewals', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function closeSigning(
  tx: Database,
  id: SigningRow['id'],
  closed: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('agreements.signing')
    .set({ closed_at: closed.at, closed_by: closed.by })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()
}

export interface SigningCode {
  id: CodeRow['id']
  declared: string[]
  sentAt: Instant
  expiresAt: Instant
}

export async function addCode(
  tx: Database,
  call: CallRow['id'],
  code: Omit<SigningCode, 'id'>,
): Promise<CodeRow['id']> {
  const id = newId<'signing-code'>()
  await tx
    .insertInto('agreements.signing_code')
    .values({
      id,
      call_id: call,
      declared: code.declared,
      sent_at: code.sentAt,
      expires_at: code.expiresAt,
    })
    .execute()
  return id
}

/** The last code sent for this call, while nobody used it. An older one opens nothing any more. */
export async function latestCode(db: Database, call: CallRow['id']): Promise<SigningCode | null> {
  const row = await db
    .selectFrom('agreements.signing_code')
    .selectAll()
    .where('call_id', '=', call)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.used_at) return null
  return { id: row.id, declared: row.declared, sentAt: row.sent_at, expiresAt: row.expires_at }
}

export async function useCode(tx: Database, id: CodeRow['id'], at: Instant): Promise<void> {
  await tx.updateTable('agreements.signing_code').set({ used_at: at }).where('id', '=', id).execute()
}

/** For the job that sends it. */
export async function codeToSend(db: Database, id: Id<'signing-code'>) {
  const row = await db
    .selectFrom('agreements.signing_code as c')
    .innerJoin('agreements.signing_call as l', 'l.id', 'c.call_id')
    .innerJoin('agreements.signing as s', 's.id', 'l.signing_id')
    .select(['c.id', 'c.used_at', 'c.expires_at', 'l.person_id', 's.agreement_id'])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!row || row.used_at) return null
  return { id: row.id, personId: row.person_id, agreement: row.agreement_id, expiresAt: row.expires_at }
}
