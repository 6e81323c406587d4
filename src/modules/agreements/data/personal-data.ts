import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'

/** Agreements a person drafted, and the acts they recorded. An act is never rewritten: erasure keeps them all. */
export const agreementsPersonalData: PersonalData = {
  module: 'agreements',
  title: 'Conventions',
  read: (db, { id }, within) =>
    Promise.all([
      sectionFrom(db, {
        key: 'conventions',
        title: 'Conventions que vous avez préparées',
        table: 'agreements.agreement',
        columns: {
          created_at: ['prepare_le', 'Préparée le'],
          reference: ['reference', 'Référence'],
          created_by: ['par', 'Préparée par'],
          representative_name: ['representant', 'Représentant'],
          representative_title: ['qualite', 'Qualité'],
        },
        where: sql<boolean>`t.created_by = ${id} and ${inside('t.network_id', within)}`,
      }),
      sectionFrom(db, {
        key: 'actes',
        title: 'Actes que vous avez enregistrés',
        table: 'agreements.act',
        columns: {
          recorded_at: ['enregistre_le', 'Enregistré le'],
          type: ['acte', 'Acte'],
          occurred_on: ['date', 'Daté du'],
          recorded_by: ['par', 'Enregistré par'],
          payload: ['contenu', 'Contenu'],
        },
        where: sql<boolean>`t.recorded_by = ${id} and t.agreement_id in
          (select a.id from agreements.agreement a where ${inside('a.network_id', within)})`,
      }),
    ]),
  async preview(db, { id }) {
    const { acts } = await db
      .selectFrom('agreements.act')
      .select((of) => of.fn.countAll<number>().as('acts'))
      .where('recorded_by', '=', id)
      .executeTakeFirstOrThrow()
    if (acts === 0) return { gone: [], kept: [] }
    return {
      gone: [],
      kept: [
        {
          what: `Les actes de conventions enregistrés par la personne (${acts}), avec le nom du signataire tel qu’il est écrit sur le papier`,
          why: 'Ils prouvent la convention : un acte signé n’est jamais réécrit.',
        },
      ],
    }
  },
  async erase() {
    // Acts are append-only, and an account without a name stands behind those it recorded.
  },
}
