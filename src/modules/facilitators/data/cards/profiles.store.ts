import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { Distance } from '../../domain/skills.ts'

/** What a facilitator says of themselves, whoever reads it. */
export interface Profile {
  presentation: string
  skills: readonly string[]
  themes: readonly string[]
  languages: readonly string[]
  goesTo: Distance | null
  availability: string
  photoFileId: Id<'file'> | null
}

/** With the number of its changes; 0 while nothing was ever written. */
export interface KnownProfile extends Profile {
  version: number
}

const BLANK: KnownProfile = {
  presentation: '',
  skills: [],
  themes: [],
  languages: [],
  goesTo: null,
  availability: '',
  photoFileId: null,
  version: 0,
}

interface Whose {
  person: PersonId
  network: NetworkId
}

export async function findProfile(db: Database, { person, network }: Whose): Promise<KnownProfile> {
  const row = await db
    .selectFrom('facilitators.profile')
    .selectAll()
    .where('person_id', '=', person)
    .where('network_id', '=', network)
    .executeTakeFirst()
  if (!row) return BLANK
  return {
    presentation: row.presentation,
    skills: row.skills,
    themes: row.themes,
    languages: row.languages,
    goesTo: row.goes_to as Distance | null,
    availability: row.availability,
    photoFileId: row.photo_file_id,
    version: row.version,
  }
}

/** One person's profile changes one form at a time: held until the transaction ends. */
export async function lockProfile(tx: Database, { person, network }: Whose): Promise<void> {
  const key = `facilitators.profile:${network}:${person}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

export async function saveProfile(
  tx: Database,
  { person, network }: Whose,
  profile: Profile,
  now: Instant,
): Promise<void> {
  const said = {
    presentation: profile.presentation,
    skills: [...profile.skills],
    themes: [...profile.themes],
    languages: [...profile.languages],
    goes_to: profile.goesTo,
    availability: profile.availability,
    photo_file_id: profile.photoFileId,
    updated_at: now,
  }
  await tx
    .insertInto('facilitators.profile')
    .values({ network_id: network, person_id: person, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'network_id'])
        .doUpdateSet({ ...said, version: sql`facilitators.profile.version + 1` }),
    )
    .execute()
}

/** A photo that no profile shows any more: nobody may ask for it again. */
export async function forgetPhoto(tx: Database, id: Id<'file'>): Promise<void> {
  await tx.deleteFrom('platform.file').where('id', '=', id).execute()
}

export async function removeProfile(tx: Database, { person, network }: Whose): Promise<void> {
  await tx
    .deleteFrom('facilitators.profile')
    .where('person_id', '=', person)
    .where('network_id', '=', network)
    .execute()
}
