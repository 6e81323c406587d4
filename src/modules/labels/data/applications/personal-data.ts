import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { inside, type Section, sectionFrom, type Within } from '../../../../platform/privacy/personal-data.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** What a person wrote, proved and sent in the files of applications. */
export async function applicationSections(db: Database, id: PersonId, within: Within): Promise<Section[]> {
  const here = sql<boolean>`t.application_id in
    (select a.id from labels.application a where ${inside('a.network_id', within)})`
  return [
    await sectionFrom(db, {
      key: 'dossiers-de-labels',
      title: 'Dossiers de labels que vous avez commencés',
      table: 'labels.application',
      columns: {
        created_at: ['commence_le', 'Commencé le'],
        reference: ['numero', 'Numéro'],
        sent_because: ['motif', 'Motif d’envoi'],
        created_by: ['par', 'Commencé par'],
      },
      where: sql<boolean>`t.created_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'etapes-de-dossiers',
      title: 'Étapes que vous avez fait passer à un dossier de label',
      table: 'labels.application_event',
      columns: { at: ['le', 'Le'], to_state: ['etape', 'Étape'], by: ['par', 'Par'] },
      where: sql<boolean>`t.by = ${id} and ${here}`,
    }),
    await sectionFrom(db, {
      key: 'rubriques',
      title: 'Rubriques que vous avez remplies en dernier',
      table: 'labels.application_section',
      columns: {
        changed_at: ['le', 'Le'],
        name: ['rubrique', 'Rubrique'],
        changed_by: ['par', 'Par'],
      },
      where: sql<boolean>`t.changed_by = ${id} and ${here}`,
    }),
    await sectionFrom(db, {
      key: 'reponses',
      title: 'Réponses que vous avez écrites',
      table: 'labels.application_answer',
      columns: {
        changed_at: ['le', 'Le'],
        code: ['critere', 'Critère'],
        value: ['reponse', 'Réponse'],
        contested: ['contestation', 'Contestation'],
        changed_by: ['par', 'Par'],
      },
      where: sql<boolean>`t.changed_by = ${id} and ${here}`,
    }),
    await sectionFrom(db, {
      key: 'pieces',
      title: 'Pièces justificatives que vous avez déposées',
      table: 'labels.proof',
      columns: {
        added_at: ['deposee_le', 'Déposée le'],
        name: ['nom', 'Nom'],
        words: ['texte', 'Texte'],
        added_by: ['par', 'Déposée par'],
      },
      where: sql<boolean>`t.added_by = ${id} and ${inside('t.network_id', within)}`,
    }),
  ]
}
