import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import {
  inside,
  type Section,
  type Subject,
  sectionFrom,
  type Within,
} from '../../../../platform/privacy/personal-data.ts'

/** Decisions a person recorded, how they were notified and contested, and what a holder answered. */
export async function decisionSections(
  db: Database,
  { id }: Pick<Subject, 'id'>,
  within: Within,
): Promise<Section[]> {
  const inNetwork = inside('t.network_id', within)
  const ofDecision = sql<boolean>`t.decision_id in
    (select d.id from labels.decision d where ${inside('d.network_id', within)})`
  const ofAward = sql<boolean>`t.award_id in (select a.id from labels.award a
    join labels.scheme s on s.id = a.scheme_id where ${inside('s.network_id', within)})`
  return [
    await sectionFrom(db, {
      key: 'decisions-sur-les-labels',
      title: 'Décisions sur des labels que vous avez enregistrées',
      table: 'labels.decision',
      columns: {
        decided_on: ['prise_le', 'Prise le'],
        kind: ['sens', 'Décision'],
        signer_name: ['signataire', 'Signataire'],
        signer_title: ['qualite', 'Qualité'],
        reasons: ['motifs', 'Motifs'],
        criteria: ['criteres', 'Motifs par critère'],
        correction: ['rectification', 'Pourquoi elle en remplace une autre'],
        until_condition: ['condition', 'Condition attendue'],
        recorded_by: ['par', 'Enregistrée par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and ${inNetwork}`,
    }),
    await sectionFrom(db, {
      key: 'notifications-de-decisions',
      title: 'Décisions sur des labels que vous avez ouvertes, ou dont vous avez noté la lettre',
      table: 'labels.notification_fact',
      columns: {
        on_day: ['le', 'Le'],
        kind: ['fait', 'Fait'],
        recorded_by: ['par', 'Noté par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and ${ofDecision}`,
    }),
    await sectionFrom(db, {
      key: 'observations-demandees',
      title: 'Observations que vous avez demandées sur des labels',
      table: 'labels.hearing',
      columns: {
        asked_on: ['demandees_le', 'Demandées le'],
        grounds: ['griefs', 'Ce qui est reproché'],
        recorded_by: ['par', 'Demandées par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and ${ofAward}`,
    }),
    await sectionFrom(db, {
      key: 'observations-donnees',
      title: 'Observations que vous avez données sur des labels',
      table: 'labels.hearing_answer',
      columns: {
        answered_on: ['donnees_le', 'Données le'],
        words: ['observations', 'Observations'],
        recorded_by: ['par', 'Données par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and t.hearing_id in (select h.id from labels.hearing h
        join labels.award a on a.id = h.award_id join labels.scheme s on s.id = a.scheme_id
        where ${inside('s.network_id', within)})`,
    }),
    await sectionFrom(db, {
      key: 'recours-sur-les-labels',
      title: 'Recours que vous avez déposés contre des décisions sur des labels',
      table: 'labels.appeal',
      columns: {
        filed_on: ['depose_le', 'Déposé le'],
        grounds: ['motifs', 'Ce qui est contesté'],
        recorded_by: ['par', 'Déposé par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and ${inNetwork}`,
    }),
    await sectionFrom(db, {
      key: 'recours-examines',
      title: 'Recours sur des labels que vous examinez ou avez fait avancer',
      table: 'labels.appeal_event',
      columns: {
        on_day: ['le', 'Le'],
        to_state: ['etat', 'État'],
        reason: ['motif', 'Motif'],
        reviewer_id: ['examine_par', 'Examiné par'],
        recorded_by: ['par', 'Enregistré par'],
      },
      where: sql<boolean>`(t.recorded_by = ${id} or t.reviewer_id = ${id}) and t.appeal_id in
        (select r.id from labels.appeal r where ${inside('r.network_id', within)})`,
    }),
  ]
}
