import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type NetworkId, type OrganisationId, personOf } from '../../../../platform/session/actor.ts'

/** What an organisation says it offers, and whether the directory shows it. */
export interface Offer {
  isListed: boolean
  presentation: string
  competences: readonly string[]
  serves: readonly string[]
}

/** With the number of its changes; 0 while nothing was ever written. */
export interface KnownOffer extends Offer {
  version: number
}

/** The offer of one organisation, in its own words. */
export async function findOffer(db: Database, organisation: OrganisationId): Promise<KnownOffer> {
  const row = await db
    .selectFrom('facilitators.organisation_offer')
    .select(['is_listed', 'presentation', 'competences', 'serves', 'version'])
    .where('organisation_id', '=', organisation)
    .executeTakeFirst()
  if (!row) return { isListed: false, presentation: '', competences: [], serves: [], version: 0 }
  const { is_listed, ...offer } = row
  return { ...offer, isListed: is_listed }
}

/** One form at a time: held until the transaction ends. */
export async function lockOffer(tx: Database, organisation: OrganisationId): Promise<void> {
  const key = `facilitators.offer:${organisation}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

export async function saveOffer(
  tx: Database,
  { network, now, actor }: Pick<Context, 'network' | 'now' | 'actor'>,
  organisation: OrganisationId,
  offer: Offer,
): Promise<void> {
  const said = {
    is_listed: offer.isListed,
    presentation: offer.presentation,
    competences: [...offer.competences],
    serves: [...offer.serves],
    changed_at: now,
    changed_by: personOf(actor)?.personId ?? null,
  }
  await tx
    .insertInto('facilitators.organisation_offer')
    .values({ organisation_id: organisation, network_id: network.id, ...said })
    .onConflict((conflict) =>
      conflict
        .column('organisation_id')
        .doUpdateSet({ ...said, version: sql`facilitators.organisation_offer.version + 1` }),
    )
    .execute()
}

/** Does the network show the directory of its organisations? Not until somebody says so. DIR-80. */
export async function isDirectoryOpen(db: Database, network: NetworkId): Promise<boolean> {
  const row = await db
    .selectFrom('facilitators.organisation_directory')
    .select('is_open')
    .where('network_id', '=', network)
    .executeTakeFirst()
  return row?.is_open ?? false
}

export async function saveDirectory(
  tx: Database,
  { network, now, actor }: Pick<Context, 'network' | 'now' | 'actor'>,
  isOpen: boolean,
): Promise<void> {
  const said = { is_open: isOpen, changed_at: now, changed_by: personOf(actor)?.personId ?? null }
  await tx
    .insertInto('facilitators.organisation_directory')
    .values({ network_id: network.id, ...said })
    .onConflict((conflict) => conflict.column('network_id').doUpdateSet(said))
    .execute()
}
