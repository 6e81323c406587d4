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
        key: 'avenants',
        title: 'Avenants que vous avez préparés',
        table: 'agreements.amendment',
        columns: {
          created_at: ['prepare_le', 'Préparé le'],
          object: ['objet', 'Objet'],
          created_by: ['par', 'Préparé par'],
        },
        where: sql<boolean>`t.created_by = ${id} and t.agreement_id in
          (select a.id from agreements.agreement a where ${inside('a.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'agendas',
        title: 'Adresses par lesquelles un agenda suit les échéances',
        table: 'agreements.feed',
        columns: {
          created_at: ['creee_le', 'Créée le'],
          created_by: ['par', 'Créée par'],
          person_id: ['pour', 'Pour'],
          revoked_at: ['retiree_le', 'Retirée le'],
        },
        where: sql<boolean>`(t.created_by = ${id} or t.person_id = ${id}) and ${inside('t.network_id', within)}`,
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
      sectionFrom(db, {
        key: 'appels-a-signer',
        title: 'Signatures en ligne auxquelles vous avez été appelé',
        table: 'agreements.signing_call',
        columns: {
          person_id: ['personne', 'Personne appelée'],
          party: ['partie', 'Partie'],
          rank: ['rang', 'Rang'],
        },
        where: sql<boolean>`t.person_id = ${id} and t.signing_id in
          (select s.id from agreements.signing s join agreements.agreement a on a.id = s.agreement_id
           where ${inside('a.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'preuves-de-signature',
        title: 'Preuves de vos signatures en ligne',
        table: 'agreements.signature_evidence',
        columns: {
          code_typed_at: ['signe_le', 'Signé le'],
          person_id: ['personne', 'Personne'],
          signer_name: ['nom', 'Nom'],
          signer_quality: ['qualite', 'Qualité'],
          organisation_name: ['structure', 'Pour'],
          address: ['reseau', 'Partie réseau de l’adresse'],
          user_agent: ['navigateur', 'Navigateur'],
          fingerprint: ['empreinte', 'Empreinte du texte'],
        },
        where: sql<boolean>`t.person_id = ${id} and t.text_id in
          (select x.id from agreements.signing_text x join agreements.agreement a on a.id = x.agreement_id
           where ${inside('a.network_id', within)})`,
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
  /** Acts are append-only: an account without a name stands behind those it recorded. What a calendar follows goes. */
  async erase(tx, { id }) {
    await tx.deleteFrom('agreements.feed').where('person_id', '=', id).execute()
  },
}
