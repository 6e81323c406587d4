import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { inside, type Section, sectionFrom, type Within } from '../../../../platform/privacy/personal-data.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** The sheets that a person gave and that are followed, and whether they chose that they be. */
export async function orientationSections(db: Database, id: PersonId, within: Within): Promise<Section[]> {
  const here = inside('t.network_id', within)
  return [
    await sectionFrom(db, {
      key: 'orientations-suivies',
      title: 'Fiches d’orientation que vous suivez',
      table: 'places.orientation_follow_up',
      columns: {
        given_on: ['le', 'Remise le'],
        first_name: ['prenom', 'Prénom de la personne'],
        prescriber: ['prescripteur', 'Nom donné au prescripteur'],
        given_by: ['par', 'Remise par'],
      },
      where: sql<boolean>`t.given_by = ${id} and ${here}`,
    }),
    await sectionFrom(db, {
      key: 'orientations-repondues',
      title: 'Ce que vous avez dit d’orientations, et pouvez encore corriger',
      table: 'places.orientation_answer',
      columns: {
        answered_at: ['le', 'Répondu le'],
        outcome: ['suite', 'Ce qu’elle est devenue'],
        answered_by: ['par', 'Répondu par'],
      },
      where: sql<boolean>`t.answered_by = ${id} and ${here}`,
    }),
    await sectionFrom(db, {
      key: 'suivi-des-orientations',
      title: 'Réseaux dont vous avez réglé le suivi des orientations',
      table: 'places.orientation_rule',
      columns: { changed_at: ['le', 'Le'], follows: ['suivi', 'Suivi'], changed_by: ['par', 'Par'] },
      where: sql<boolean>`t.changed_by = ${id} and ${here}`,
    }),
  ]
}
