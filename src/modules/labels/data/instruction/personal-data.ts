import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { inside, type Section, sectionFrom, type Within } from '../../../../platform/privacy/personal-data.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

type Table = Parameters<typeof sectionFrom>[1]

/** What a person did as an instructor, an expert or an applicant while files were examined. */
export async function instructionSections(db: Database, id: PersonId, within: Within): Promise<Section[]> {
  const sections: Section[] = []
  for (const asked of asks(id, within)) sections.push(await sectionFrom(db, asked))
  return sections
}

function asks(id: PersonId, within: Within): Table[] {
  const inNetwork = inside('n.network_id', within)
  const files = sql`(select n.id from labels.application n where ${inNetwork})`
  const groups = sql`(select n.id from labels.instructor_group n where ${inNetwork})`
  const requests = sql`(select r.id from labels.completion_request r where r.application_id in ${files})`
  const visits = sql`(select v.id from labels.visit v where v.application_id in ${files})`
  return [
    {
      key: 'groupes-ouverts',
      title: 'Groupes d’instruction que vous avez ouverts',
      table: 'labels.instructor_group',
      columns: {
        opened_at: ['ouvert_le', 'Ouvert le'],
        name: ['nom', 'Nom'],
        opened_by: ['par', 'Ouvert par'],
      },
      where: sql<boolean>`t.opened_by = ${id} and t.id in ${groups}`,
    },
    {
      key: 'groupes-d-instruction',
      title: 'Groupes d’instruction dont vous êtes, ou où vous avez placé quelqu’un',
      table: 'labels.instructor',
      columns: {
        from_day: ['depuis', 'Depuis'],
        until_day: ['jusqu_a', 'Jusqu’à'],
        person_id: ['personne', 'Personne'],
        added_by: ['par', 'Placée par'],
      },
      where: sql<boolean>`(t.person_id = ${id} or t.added_by = ${id}) and t.group_id in ${groups}`,
    },
    {
      key: 'dossiers-confies',
      title: 'Dossiers qui vous ont été confiés, ou que vous avez envoyés ailleurs',
      table: 'labels.routing',
      columns: {
        at: ['le', 'Le'],
        person_id: ['a', 'Confié à'],
        reason: ['motif', 'Motif'],
        by: ['par', 'Par'],
      },
      where: sql<boolean>`(t.person_id = ${id} or t.by = ${id}) and t.application_id in ${files}`,
    },
    {
      key: 'rubriques-examinees',
      title: 'Rubriques de dossiers que vous avez examinées en dernier',
      table: 'labels.review_section',
      columns: { changed_at: ['le', 'Le'], name: ['rubrique', 'Rubrique'], changed_by: ['par', 'Par'] },
      where: sql<boolean>`t.changed_by = ${id} and t.application_id in ${files}`,
    },
    {
      key: 'constats',
      title: 'Constats écrits dans les rubriques que vous avez examinées en dernier',
      table: 'labels.review_mark',
      columns: { code: ['critere', 'Critère'], message: ['message', 'Message'] },
      where: sql<boolean>`exists (select from labels.review_section s where s.application_id = t.application_id
        and s.changed_by = ${id}) and t.application_id in ${files}`,
    },
    {
      key: 'demandes-de-complements',
      title: 'Demandes de compléments que vous avez faites, ou closes par votre réponse',
      table: 'labels.completion_request',
      columns: {
        asked_at: ['demandee_le', 'Demandée le'],
        message: ['message', 'Message'],
        asked_by: ['par', 'Demandée par'],
        answered_by: ['repondue_par', 'Répondue par'],
      },
      where: sql<boolean>`(t.asked_by = ${id} or t.answered_by = ${id}) and t.application_id in ${files}`,
    },
    {
      key: 'complements',
      title: 'Compléments que vous avez apportés',
      table: 'labels.completion_item',
      columns: {
        answered_at: ['le', 'Le'],
        message: ['demande', 'Demandé'],
        answer: ['reponse', 'Réponse'],
        answered_by: ['par', 'Par'],
      },
      where: sql<boolean>`t.answered_by = ${id} and t.request_id in ${requests}`,
    },
    {
      key: 'avis',
      title: 'Avis que vous avez demandés ou rendus',
      table: 'labels.opinion',
      columns: {
        asked_at: ['demande_le', 'Demandé le'],
        person_id: ['expert', 'Expert'],
        body: ['avis', 'Avis'],
        asked_by: ['par', 'Demandé par'],
      },
      where: sql<boolean>`(t.person_id = ${id} or t.asked_by = ${id}) and t.application_id in ${files}`,
    },
    {
      key: 'visites',
      title: 'Visites que vous avez proposées, racontées, ou commentées',
      table: 'labels.visit',
      columns: {
        proposed_at: ['proposee_le', 'Proposée le'],
        visitors: ['visiteurs', 'Visiteurs'],
        report: ['compte_rendu', 'Compte rendu'],
        findings: ['constats', 'Constats'],
        reply: ['reponse', 'Réponse'],
        proposed_by: ['par', 'Proposée par'],
        reported_by: ['racontee_par', 'Racontée par'],
        replied_by: ['commentee_par', 'Commentée par'],
      },
      where: sql<boolean>`(t.proposed_by = ${id} or t.reported_by = ${id} or t.replied_by = ${id})
        and t.application_id in ${files}`,
    },
    {
      key: 'photos-de-visites',
      title: 'Photos des visites que vous avez racontées',
      table: 'labels.visit_photo',
      columns: { caption: ['legende', 'Légende'] },
      where: sql<boolean>`t.visit_id in (select v.id from labels.visit v where v.reported_by = ${id} and v.id in ${visits})`,
    },
    {
      key: 'propositions',
      title: 'Décisions que vous avez proposées',
      table: 'labels.proposal',
      columns: {
        proposed_at: ['le', 'Le'],
        reasons: ['motifs', 'Motifs'],
        by_criterion: ['par_critere', 'Motifs par critère'],
        proposed_by: ['par', 'Par'],
      },
      where: sql<boolean>`t.proposed_by = ${id} and t.application_id in ${files}`,
    },
    {
      key: 'presence',
      title: 'Dossiers de label que vous consultez en ce moment',
      table: 'labels.presence',
      columns: { seen_at: ['vu_le', 'Vu le'], person_id: ['personne', 'Personne'] },
      where: sql<boolean>`t.person_id = ${id} and t.application_id in ${files}`,
    },
  ]
}
