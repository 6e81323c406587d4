import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'

/** What a person declared, answered or noted. */
export const federationPersonalData: PersonalData = {
  module: 'federation',
  title: 'Réseaux suivis',
  read: async (db, { id }, within) => [
    await sectionFrom(db, {
      key: 'reseaux-declares',
      title: 'Réseaux que vous avez déclarés',
      table: 'federation.peer',
      columns: {
        declared_at: ['le', 'Le'],
        name: ['reseau', 'Réseau'],
        declared_by: ['par', 'Déclaré par'],
      },
      where: sql<boolean>`t.declared_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'rapprochements-repondus',
      title: 'Rapprochements auxquels vous avez répondu',
      table: 'federation.same_offer',
      columns: {
        answered_at: ['le', 'Le'],
        other_name: ['lieu', 'Autre lieu'],
        answered_by: ['par', 'Répondu par'],
      },
      where: sql<boolean>`t.answered_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'lieux-proposes-a-un-reseau',
      title: 'Lieux que vous avez proposés à un autre réseau',
      table: 'federation.transfer',
      columns: {
        offered_at: ['le', 'Le'],
        place_id: ['lieu', 'Lieu'],
        reason: ['motif', 'Motif'],
        offered_by: ['par', 'Proposé par'],
      },
      where: sql<boolean>`t.offered_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'lieux-proposes-par-un-reseau',
      title: 'Lieux proposés par un autre réseau, auxquels vous avez répondu',
      table: 'federation.offered_place',
      columns: {
        answered_at: ['le', 'Le'],
        place_id: ['lieu', 'Lieu'],
        answered_by: ['par', 'Répondu par'],
      },
      where: sql<boolean>`t.answered_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'notes-sur-des-fiches',
      title: 'Notes que vous avez écrites',
      table: 'federation.note',
      columns: { at: ['le', 'Le'], text: ['note', 'Note'], by: ['par', 'Écrite par'] },
      where: sql<boolean>`t.by = ${id} and t.place_id in
        (select c.place_id from federation.copy c where ${inside('c.network_id', within)})`,
    }),
  ],
  preview: async () => ({ gone: [], kept: [] }),
  async erase() {
    // Each names its author by the account, which has no name any more.
  },
}
