import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { inside, sectionFrom } from '../../../../platform/privacy/personal-data.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'

/** What a person decided of files of places: what rows are, what is accepted of a source, what is undone. */
export async function importSections(db: Database, id: PersonId, within: NetworkId | null) {
  const ofRun = sql<boolean>`t.run_id in
    (select r.id from places.import_run r where ${inside('r.network_id', within)})`
  return [
    await sectionFrom(db, {
      key: 'imports-annules',
      title: 'Imports que vous avez annulés',
      table: 'places.import_run',
      columns: { undone_at: ['le', 'Le'], source: ['source', 'Source'], undone_by: ['par', 'Annulé par'] },
      where: sql<boolean>`t.undone_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'fichiers-refuses',
      title: 'Fichiers de lieux que vous avez refusé de publier',
      table: 'places.import_run',
      columns: {
        returned_at: ['le', 'Le'],
        source: ['source', 'Source'],
        returned_by: ['par', 'Refusé par'],
      },
      where: sql<boolean>`t.returned_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'lignes-decidees',
      title: 'Lignes de fichiers de lieux dont vous avez décidé',
      table: 'places.held_row',
      columns: {
        decided_at: ['le', 'Le'],
        line: ['ligne', 'Ligne'],
        decision: ['decision', 'Décision'],
        decided_by: ['par', 'Décidée par'],
      },
      where: sql<boolean>`t.decided_by = ${id} and ${ofRun}`,
    }),
    await sectionFrom(db, {
      key: 'lignes-ignorees',
      title: 'Lignes de fichiers de lieux que vous avez mises de côté',
      table: 'places.ignored_row',
      columns: {
        ignored_at: ['le', 'Le'],
        source: ['source', 'Source'],
        external_id: ['identifiant', 'Identifiant'],
        ignored_by: ['par', 'Mise de côté par'],
      },
      where: sql<boolean>`t.ignored_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'corrections-acceptees',
      title: 'Corrections de fichiers de lieux que vous avez acceptées',
      table: 'places.accepted_correction',
      columns: {
        accepted_at: ['le', 'Le'],
        source: ['source', 'Source'],
        code: ['constat', 'Constat'],
        accepted_by: ['par', 'Acceptée par'],
      },
      where: sql<boolean>`t.accepted_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'propositions-des-sources',
      title: 'Propositions des sources dont vous avez décidé',
      table: 'places.source_proposal',
      columns: {
        decided_at: ['le', 'Le'],
        source: ['source', 'Source'],
        decision: ['decision', 'Décision'],
        decided_by: ['par', 'Décidée par'],
      },
      where: sql<boolean>`t.decided_by = ${id} and ${inside('t.network_id', within)}`,
    }),
  ]
}
