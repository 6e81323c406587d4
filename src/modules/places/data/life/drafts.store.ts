import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Section } from '../../domain/life/sections.ts'
import type { PlaceId } from '../../domain/place.ts'

/** What a form held, by the names of its fields. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

interface DraftKey {
  place: PlaceId
  person: PersonId
  section: Section
}

/** What somebody typed and keeps for later: theirs alone. DIR-73. */
export async function keepDraft(
  tx: Database,
  { place, person, section }: DraftKey,
  { typed, at }: { typed: Typed; at: Instant },
): Promise<void> {
  const kept = { typed: JSON.stringify(typed), saved_at: at }
  await tx
    .insertInto('places.section_draft')
    .values({ place_id: place, person_id: person, section, ...kept })
    .onConflict((conflict) => conflict.columns(['place_id', 'person_id', 'section']).doUpdateSet(kept))
    .execute()
}

export async function findDraft(
  db: Database,
  { place, person, section }: DraftKey,
): Promise<{ typed: Typed; savedAt: Instant } | null> {
  const row = await db
    .selectFrom('places.section_draft')
    .select(['typed', 'saved_at'])
    .where('place_id', '=', place)
    .where('person_id', '=', person)
    .where('section', '=', section)
    .executeTakeFirst()
  return row ? { typed: row.typed as Typed, savedAt: row.saved_at } : null
}

/** The sections of a place of which this person keeps a draft. */
export async function draftedSections(
  db: Database,
  { place, person }: Omit<DraftKey, 'section'>,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('places.section_draft')
    .select('section')
    .where('place_id', '=', place)
    .where('person_id', '=', person)
    .execute()
  return new Set(rows.map(({ section }) => section))
}

export async function dropDraft(tx: Database, { place, person, section }: DraftKey): Promise<void> {
  await tx
    .deleteFrom('places.section_draft')
    .where('place_id', '=', place)
    .where('person_id', '=', person)
    .where('section', '=', section)
    .execute()
}
