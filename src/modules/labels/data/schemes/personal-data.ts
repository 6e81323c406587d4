import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import {
  inside,
  type Section,
  type Subject,
  sectionFrom,
  type Within,
} from '../../../../platform/privacy/personal-data.ts'

/** The labels a person wrote and published, and the campaigns they opened. */
export async function schemeSections(
  db: Database,
  { id }: Pick<Subject, 'id'>,
  within: Within,
): Promise<Section[]> {
  const ofNetwork = sql<boolean>`t.scheme_id in
    (select s.id from labels.scheme s where ${inside('s.network_id', within)})`
  return [
    await sectionFrom(db, {
      key: 'labels-publies',
      title: 'Versions de labels que vous avez publiées',
      table: 'labels.scheme_version',
      columns: {
        published_at: ['publiee_le', 'Publiée le'],
        version: ['version', 'Version'],
        published_by: ['par', 'Publiée par'],
      },
      where: sql<boolean>`t.published_by = ${id} and ${ofNetwork}`,
    }),
    await sectionFrom(db, {
      key: 'labels-en-preparation',
      title: 'Labels en préparation que vous avez modifiés en dernier',
      table: 'labels.scheme_draft',
      columns: {
        changed_at: ['modifie_le', 'Modifié le'],
        changed_by: ['par', 'Modifié par'],
      },
      where: sql<boolean>`t.changed_by = ${id} and ${ofNetwork}`,
    }),
    await sectionFrom(db, {
      key: 'campagnes-de-labels',
      title: 'Campagnes de labels que vous avez ouvertes',
      table: 'labels.edition',
      columns: {
        created_at: ['ouverte_le', 'Ouverte le'],
        name: ['campagne', 'Campagne'],
        created_by: ['par', 'Ouverte par'],
      },
      where: sql<boolean>`t.created_by = ${id} and ${ofNetwork}`,
    }),
    await sectionFrom(db, {
      key: 'campagnes-prolongees',
      title: 'Campagnes de labels que vous avez prolongées',
      table: 'labels.edition_extension',
      columns: {
        at: ['prolongee_le', 'Prolongée le'],
        reason: ['motif', 'Motif'],
        by: ['par', 'Prolongée par'],
      },
      where: sql<boolean>`t.by = ${id} and t.edition_id in (select e.id from labels.edition e
        join labels.scheme s on s.id = e.scheme_id where ${inside('s.network_id', within)})`,
    }),
  ]
}
