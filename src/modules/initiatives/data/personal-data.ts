import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'

/** The initiatives a person wrote. */
export const initiativesPersonalData: PersonalData = {
  module: 'initiatives',
  title: 'Initiatives',
  read: async (db, { id }, within) => {
    const inNetwork = sql`(select i.id from initiatives.initiative i where ${inside('i.network_id', within)})`
    return [
      await sectionFrom(db, {
        key: 'initiatives',
        title: 'Initiatives que vous avez déclarées',
        table: 'initiatives.initiative',
        columns: { created_at: ['declaree_le', 'Déclarée le'], created_by: ['par', 'Déclarée par'] },
        where: sql<boolean>`t.created_by = ${id} and t.id in ${inNetwork}`,
      }),
      await sectionFrom(db, {
        key: 'revisions-d-initiatives',
        title: 'Révisions d’initiatives que vous avez écrites',
        table: 'initiatives.revision',
        columns: {
          saved_at: ['enregistree_le', 'Enregistrée le'],
          revision: ['revision', 'Révision'],
          content: ['texte', 'Texte'],
          saved_by: ['par', 'Écrite par'],
        },
        where: sql<boolean>`t.saved_by = ${id} and t.initiative_id in ${inNetwork}`,
      }),
      await sectionFrom(db, {
        key: 'copies-d-initiatives',
        title: 'Copies figées à votre demande',
        table: 'initiatives.frozen_initiative',
        columns: {
          frozen_at: ['figee_le', 'Figée le'],
          purpose: ['pour', 'Pour'],
          content: ['texte', 'Texte'],
          frozen_by: ['par', 'Figée par'],
        },
        where: sql<boolean>`t.frozen_by = ${id} and t.initiative_id in ${inNetwork}`,
      }),
    ]
  },
  preview: async () => ({ gone: [], kept: [] }),
  async erase() {
    // An initiative names who wrote it by the account, which has no name any more.
  },
}
