import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { inside, type Section, sectionFrom, type Within } from '../../../../platform/privacy/personal-data.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** What a person opened to other sites and programs, and what their own program sent. */
export async function openDataSections(db: Database, id: PersonId, within: Within): Promise<Section[]> {
  return [
    await sectionFrom(db, {
      key: 'cartes-sur-d-autres-sites',
      title: 'Sites que vous avez laissés montrer la carte des lieux',
      table: 'places.embed_key',
      columns: {
        created_at: ['le', 'Le'],
        name: ['site', 'Site'],
        created_by: ['par', 'Autorisé par'],
      },
      where: sql<boolean>`t.created_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'avis-de-changement',
      title: 'Services que vous avez fait prévenir des changements de lieux',
      table: 'places.webhook',
      columns: {
        created_at: ['le', 'Le'],
        name: ['service', 'Service'],
        created_by: ['par', 'Demandé par'],
      },
      where: sql<boolean>`t.created_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'demandes-de-vos-programmes',
      title: 'Demandes que vos programmes ont faites à l’annuaire',
      table: 'places.sent_request',
      columns: {
        at: ['le', 'Le'],
        key: ['cle', 'Clé'],
        answer: ['reponse', 'Réponse'],
        person_id: ['personne', 'Personne'],
      },
      where: sql<boolean>`t.person_id = ${id}`,
    }),
  ]
}

/** What a program sent goes with the person; a key and a webhook stay, under an account without a name. */
export async function forgetSentBy(tx: Database, id: PersonId): Promise<void> {
  await tx.deleteFrom('places.sent_request').where('person_id', '=', id).execute()
}
