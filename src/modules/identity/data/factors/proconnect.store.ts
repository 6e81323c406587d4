import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'

const PROVIDER = 'proconnect'

export async function isLinkedToProConnect(db: Database, person: PersonId): Promise<boolean> {
  const row = await db
    .selectFrom('identity.credential')
    .select('id')
    .where('provider', '=', PROVIDER)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

/** False when it was not linked. What ProConnect gave goes with it. */
export async function removeProConnectLink(tx: Database, person: PersonId): Promise<boolean> {
  const removed = await tx
    .deleteFrom('identity.credential')
    .where('provider', '=', PROVIDER)
    .where('person_id', '=', person)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}

/** The id token of the session's person, when ProConnect opened that session: what ends theirs there. */
export async function proConnectIdToken(db: Database, session: Id<'session'>): Promise<string | null> {
  const row = await db
    .selectFrom('identity.session as s')
    .innerJoin('identity.credential as k', 'k.person_id', 's.person_id')
    .select('k.id_token')
    .where('s.id', '=', session)
    .where('s.opened_by', '=', PROVIDER)
    .where('k.provider', '=', PROVIDER)
    .executeTakeFirst()
  return row?.id_token ?? null
}

/** Whose session it is. */
export async function personOfToken(db: Database, token: string): Promise<PersonId | null> {
  const row = await db
    .selectFrom('identity.session')
    .select('person_id')
    .where('token', '=', token)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Does the person act in this network for an organisation of that SIRET? Null when none of theirs says its own. */
export async function actsForSiret(
  db: Database,
  network: NetworkId,
  person: PersonId,
  siret: string,
): Promise<boolean | null> {
  const rows = await db
    .selectFrom('identity.membership as m')
    .innerJoin('identity.organisation as o', 'o.id', 'm.organisation_id')
    .select('o.siret')
    .where('m.network_id', '=', network)
    .where('m.person_id', '=', person)
    .where('m.ended_at', 'is', null)
    .where('o.siret', 'is not', null)
    .execute()
  return rows.length === 0 ? null : rows.some((row) => row.siret === siret)
}
