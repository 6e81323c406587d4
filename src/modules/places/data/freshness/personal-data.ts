import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import {
  inside,
  type Section,
  type Subject,
  sectionFrom,
  type Within,
} from '../../../../platform/privacy/personal-data.ts'

/** What a person did about the freshness of places, what they answered to the public, and the lists they keep. */
export async function freshnessSections(
  db: Database,
  { id, email }: Subject,
  within: Within,
): Promise<Section[]> {
  const here = inside('t.network_id', within)
  return [
    await sectionFrom(db, {
      key: 'confirmations-par-courriel',
      title: 'Fiches que vous avez confirmées depuis un courriel',
      table: 'places.one_click',
      columns: { used_at: ['le', 'Le'], place_id: ['lieu', 'Lieu'], person_id: ['par', 'Par'] },
      where: sql<boolean>`t.person_id = ${id} and t.place_id in
        (select p.id from places.place p where ${inside('p.network_id', within)})`,
    }),
    await sectionFrom(db, {
      key: 'dispenses-de-lieux',
      title: 'Dispenses que vous avez données ou levées',
      table: 'places.exemption',
      columns: {
        semester: ['semestre', 'Semestre'],
        place_id: ['lieu', 'Lieu'],
        reason: ['raison', 'Raison'],
        recorded_by: ['donnee_par', 'Donnée par'],
        lifted_by: ['levee_par', 'Levée par'],
      },
      where: sql<boolean>`(t.recorded_by = ${id} or t.lifted_by = ${id}) and ${here}`,
    }),
    await sectionFrom(db, {
      key: 'suivi-de-lieux',
      title: 'Suivi des lieux en retard que vous avez noté',
      table: 'places.follow_up',
      columns: {
        recorded_at: ['le', 'Le'],
        place_id: ['lieu', 'Lieu'],
        kind: ['geste', 'Geste'],
        note: ['note', 'Note'],
        recorded_by: ['par', 'Par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and ${here}`,
    }),
    await sectionFrom(db, {
      key: 'regle-de-fraicheur',
      title: 'Règle de confirmation des fiches que vous avez écrite',
      table: 'places.freshness_rule',
      columns: { changed_at: ['le', 'Le'], changed_by: ['par', 'Par'] },
      where: sql<boolean>`t.changed_by = ${id} and ${here}`,
    }),
    await sectionFrom(db, {
      key: 'signalements',
      title: 'Signalements d’erreur auxquels vous avez répondu, ou laissés avec votre adresse',
      table: 'places.error_report',
      columns: {
        sent_at: ['envoye_le', 'Envoyé le'],
        kind: ['nature', 'Nature'],
        words: ['precisions', 'Précisions'],
        email: ['courriel', 'Courriel'],
        answer: ['reponse', 'Réponse'],
        answered_by: ['repondu_par', 'Répondu par'],
      },
      where: sql<boolean>`${here} and (t.answered_by = ${id}
        or t.email = ${email.toLowerCase()})`,
    }),
    await sectionFrom(db, {
      key: 'listes-de-lieux',
      title: 'Vos listes de lieux',
      table: 'places.favourite_list',
      columns: {
        created_at: ['le', 'Le'],
        name: ['nom', 'Nom'],
        shared_at: ['partagee_le', 'Partagée le'],
        person_id: ['de', 'De'],
      },
      where: sql<boolean>`t.person_id = ${id} and ${here}`,
    }),
  ]
}
