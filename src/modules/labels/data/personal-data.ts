import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'
import { applicationSections } from './applications/personal-data.ts'
import { bulkSections } from './bulk/personal-data.ts'
import { decisionSections } from './decisions/personal-data.ts'
import { instructionSections } from './instruction/personal-data.ts'
import { jurySections } from './jury/personal-data.ts'
import { schemeSections } from './schemes/personal-data.ts'

/** The labels a person recorded. */
export const labelsPersonalData: PersonalData = {
  module: 'labels',
  title: 'Labels',
  read: async (db, { id }, within) => [
    ...(await applicationSections(db, id, within)),
    ...(await instructionSections(db, id, within)),
    ...(await bulkSections(db, { id }, within)),
    await sectionFrom(db, {
      key: 'labels',
      title: 'Labels que vous avez enregistrés',
      table: 'labels.award',
      columns: {
        recorded_at: ['enregistre_le', 'Enregistré le'],
        granted_on: ['attribue_le', 'Attribué le'],
        place_id: ['lieu', 'Lieu'],
        recorded_by: ['par', 'Enregistré par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and t.scheme_id in
        (select s.id from labels.scheme s where ${inside('s.network_id', within)})`,
    }),
    await sectionFrom(db, {
      key: 'actes-de-labels',
      title: 'Actes que vous avez enregistrés sur des labels',
      table: 'labels.award_act',
      columns: {
        recorded_at: ['enregistre_le', 'Enregistré le'],
        from_day: ['a_partir_du', 'À partir du'],
        kind: ['acte', 'Acte'],
        reason: ['motif', 'Motif'],
        recorded_by: ['par', 'Enregistré par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and t.award_id in (select a.id from labels.award a
        join labels.scheme s on s.id = a.scheme_id where ${inside('s.network_id', within)})`,
    }),
    await sectionFrom(db, {
      key: 'lieux-deplaces',
      title: 'Labels dont vous avez confirmé qu’ils suivent leur lieu',
      table: 'labels.award_address',
      columns: {
        recorded_at: ['enregistre_le', 'Enregistré le'],
        commune: ['commune', 'Commune'],
        recorded_by: ['par', 'Enregistré par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and t.award_id in (select a.id from labels.award a
        join labels.scheme s on s.id = a.scheme_id where ${inside('s.network_id', within)})`,
    }),
    ...(await decisionSections(db, { id }, within)),
    ...(await jurySections(db, id, within)),
    ...(await schemeSections(db, { id }, within)),
  ],
  preview: async () => ({ gone: [], kept: [] }),
  async erase() {
    // A label names who recorded it by the account, which has no name any more.
  },
}
