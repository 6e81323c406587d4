import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'

/** The imports a person made, and the places they confirmed. */
export const placesPersonalData: PersonalData = {
  module: 'places',
  title: 'Lieux',
  read: async (db, { id }, within) => [
    await sectionFrom(db, {
      key: 'imports',
      title: 'Imports que vous avez faits',
      table: 'places.import_run',
      columns: {
        created_at: ['le', 'Le'],
        source: ['source', 'Source'],
        file_name: ['fichier', 'Fichier'],
        created_by: ['par', 'Fait par'],
      },
      where: sql<boolean>`t.created_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'colonnes-de-fichiers',
      title: 'Sources de lieux dont vous avez dit les colonnes',
      table: 'places.source_mapping',
      columns: {
        made_at: ['le', 'Le'],
        source: ['source', 'Source'],
        made_by: ['par', 'Fait par'],
      },
      where: sql<boolean>`t.made_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'confirmations',
      title: 'Fiches de lieux que vous avez confirmées',
      table: 'places.confirmation',
      columns: {
        on_day: ['le', 'Le'],
        recorded_at: ['enregistre_le', 'Enregistré le'],
        recorded_by: ['par', 'Confirmée par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and t.place_id in
        (select p.id from places.place p where ${inside('p.network_id', within)})`,
    }),
  ],
  preview: async () => ({ gone: [], kept: [] }),
  async erase() {
    // An import and a confirmation name their author by the account, which has no name any more.
  },
}
