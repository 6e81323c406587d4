import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'
import { negotiationSections } from './negotiation-personal-data.ts'
import { eraseOffices, officeSections, officesHeld } from './offices-personal-data.ts'

/** Agreements a person drafted, and the acts they recorded. An act is never rewritten: erasure keeps them all. */
export const agreementsPersonalData: PersonalData = {
  module: 'agreements',
  title: 'Conventions',
  read: (db, { id, email }, within) =>
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
        key: 'modeles',
        title: 'Modèles de convention que vous avez préparés, publiés ou retirés',
        table: 'agreements.template',
        columns: {
          created_at: ['prepare_le', 'Préparé le'],
          version: ['version', 'Version'],
          created_by: ['par', 'Préparé par'],
          published_by: ['publie_par', 'Publié par'],
          retired_by: ['retire_par', 'Retiré par'],
        },
        where: sql<boolean>`${id} in (t.created_by, t.published_by, t.retired_by) and ${inside('t.network_id', within)}`,
      }),
      sectionFrom(db, {
        key: 'modele-de-reference',
        title: 'Modèle de référence que vous avez choisi',
        table: 'agreements.reference_template',
        columns: {
          chosen_at: ['choisi_le', 'Choisi le'],
          template_id: ['modele', 'Modèle'],
          chosen_by: ['par', 'Choisi par'],
        },
        where: sql<boolean>`t.chosen_by = ${id} and ${inside('t.network_id', within)}`,
      }),
      sectionFrom(db, {
        key: 'lettres-preparees',
        title: 'Lettres que vous avez préparées',
        table: 'agreements.prepared_letter',
        columns: {
          prepared_at: ['preparee_le', 'Préparée le'],
          kind: ['nature', 'Nature'],
          prepared_by: ['par', 'Préparée par'],
          asked: ['demande', 'Ce qui a été demandé'],
          written: ['texte', 'Texte'],
          abandoned_by: ['abandonnee_par', 'Abandonnée par'],
        },
        where: sql<boolean>`(t.prepared_by = ${id} or t.abandoned_by = ${id}) and t.agreement_id in
          (select a.id from agreements.agreement a where ${inside('a.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'documents-emis',
        title: 'Documents de conventions que vous avez fait émettre',
        table: 'agreements.issued_document',
        columns: {
          issued_at: ['emis_le', 'Émis le'],
          kind: ['nature', 'Nature'],
          issued_by: ['par', 'Émis par'],
          data: ['contenu', 'Contenu'],
        },
        where: sql<boolean>`t.issued_by = ${id} and t.agreement_id in
          (select a.id from agreements.agreement a where ${inside('a.network_id', within)})`,
      }),
      ...negotiationSections(db, { id, email }, within),
      ...officeSections(db, { id, email }, within),
      sectionFrom(db, {
        key: 'conventions-reprises',
        title: 'Conventions que vous avez reprises',
        table: 'agreements.takeover',
        columns: {
          taken_over_at: ['reprise_le', 'Reprise le'],
          taken_over_by: ['par', 'Reprise par'],
          kept_by_head: ['original_tete', 'Original de la tête de réseau'],
          kept_by_partner: ['original_partenaire', 'Original du co-contractant'],
        },
        where: sql<boolean>`t.taken_over_by = ${id} and t.agreement_id in
          (select a.id from agreements.agreement a where ${inside('a.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'tableaux-repris',
        title: 'Tableaux de conventions que vous avez envoyés',
        table: 'agreements.takeover_import',
        columns: {
          received_at: ['recu_le', 'Reçu le'],
          received_by: ['par', 'Envoyé par'],
          file_name: ['fichier', 'Fichier'],
        },
        where: sql<boolean>`t.received_by = ${id} and ${inside('t.network_id', within)}`,
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
      sectionFrom(db, {
        key: 'preuves-declarees',
        title: 'Preuves que vous avez déclarées ou retirées',
        table: 'agreements.declared_evidence',
        columns: {
          recorded_at: ['declaree_le', 'Déclarée le'],
          recorded_by: ['par', 'Déclarée par'],
          happened_on: ['fait_le', 'Fait le'],
          statement: ['declaration', 'Déclaration'],
        },
        where: sql<boolean>`t.recorded_by = ${id} and t.agreement_id in
          (select a.id from agreements.agreement a where ${inside('a.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'presences',
        title: 'Réunions dont vous avez enregistré les présences',
        table: 'agreements.meeting_attendance',
        columns: { attendees: ['presents', 'Présents'] },
        where: sql<boolean>`t.act_id in (select x.id from agreements.act x
          join agreements.agreement a on a.id = x.agreement_id
          where x.recorded_by = ${id} and ${inside('a.network_id', within)})`,
      }),
    ]),
  async preview(db, { id, email }) {
    const held = await officesHeld(db, { email })
    const gone = held > 0 ? [`Ses coordonnées d’interlocuteur sur les conventions (${held})`] : []
    const { acts } = await db
      .selectFrom('agreements.act')
      .select((of) => of.fn.countAll<number>().as('acts'))
      .where('recorded_by', '=', id)
      .executeTakeFirstOrThrow()
    if (acts === 0) return { gone, kept: [] }
    return {
      gone,
      kept: [
        {
          what: `Les actes de conventions enregistrés par la personne (${acts}), avec le nom du signataire tel qu’il est écrit sur le papier`,
          why: 'Ils prouvent la convention : un acte signé n’est jamais réécrit.',
        },
      ],
    }
  },
  /** Acts are append-only: an account without a name stands behind those it recorded. What a calendar follows goes. */
  async erase(tx, { id, email }) {
    await tx.deleteFrom('agreements.feed').where('person_id', '=', id).execute()
    await eraseOffices(tx, { email })
  },
}
