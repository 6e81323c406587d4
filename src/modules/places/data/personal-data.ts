import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'

/** The imports a person made. */
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
  ],
  preview: async () => ({ gone: [], kept: [] }),
  async erase() {
    // An import names its author by the account, which has no name any more.
  },
}
