import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { inside, type Section, sectionFrom, type Within } from '../../../../platform/privacy/personal-data.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** What a person changed in the directory, and the places they work at. */
export async function lifeSections(db: Database, id: PersonId, within: Within): Promise<Section[]> {
  return [
    await sectionFrom(db, {
      key: 'lieux-ou-vous-travaillez',
      title: 'Lieux où vous travaillez',
      table: 'places.person_place',
      columns: {
        from_day: ['du', 'Du'],
        until_day: ['au', 'Au'],
        place_id: ['lieu', 'Lieu'],
        function: ['fonction', 'Fonction'],
        person_id: ['personne', 'Personne'],
      },
      where: sql<boolean>`t.person_id = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'personnes-rattachees',
      title: 'Personnes que vous avez rattachées à un lieu',
      table: 'places.person_place',
      columns: {
        recorded_at: ['enregistre_le', 'Enregistré le'],
        place_id: ['lieu', 'Lieu'],
        recorded_by: ['par', 'Enregistré par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'structures-rattachees',
      title: 'Structures que vous avez rattachées à un lieu',
      table: 'places.organisation_place',
      columns: {
        recorded_at: ['enregistre_le', 'Enregistré le'],
        place_id: ['lieu', 'Lieu'],
        recorded_by: ['par', 'Enregistré par'],
      },
      where: sql<boolean>`t.recorded_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'brouillons-de-fiches',
      title: 'Vos brouillons de fiches de lieux',
      table: 'places.section_draft',
      columns: {
        saved_at: ['le', 'Le'],
        place_id: ['lieu', 'Lieu'],
        section: ['rubrique', 'Rubrique'],
        typed: ['contenu', 'Contenu'],
        person_id: ['personne', 'Personne'],
      },
      where: sql<boolean>`t.person_id = ${id} and t.place_id in
        (select p.id from places.place p where ${inside('p.network_id', within)})`,
    }),
    await sectionFrom(db, {
      key: 'changements-proposes',
      title: 'Changements de lieux que vous avez proposés, ou sur lesquels vous avez décidé',
      table: 'places.awaited_change',
      columns: {
        proposed_at: ['le', 'Le'],
        place_id: ['lieu', 'Lieu'],
        changes: ['changements', 'Changements'],
        proposed_by: ['par', 'Proposé par'],
        decided_by: ['decide_par', 'Décidé par'],
        reason: ['motif', 'Motif'],
      },
      where: sql<boolean>`(t.proposed_by = ${id} or t.decided_by = ${id}) and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'relecture-des-fiches',
      title: 'Réseaux dont vous avez choisi si les fiches sont relues',
      table: 'places.editing_rule',
      columns: {
        changed_at: ['le', 'Le'],
        changed_by: ['par', 'Choisi par'],
      },
      where: sql<boolean>`t.changed_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'fiches-modifiees',
      title: 'Fiches de lieux que vous avez modifiées',
      table: 'places.revision',
      columns: {
        at: ['le', 'Le'],
        place_id: ['lieu', 'Lieu'],
        act: ['acte', 'Acte'],
        changes: ['changements', 'Changements'],
        made_by: ['par', 'Fait par'],
      },
      where: sql<boolean>`t.made_by = ${id} and t.place_id in
        (select p.id from places.place p where ${inside('p.network_id', within)})`,
    }),
  ]
}

/** Where the person works at a place is theirs; what they wrote of a place is the place's. */
export async function forgetWork(tx: Database, id: PersonId): Promise<void> {
  await tx.deleteFrom('places.section_draft').where('person_id', '=', id).execute()
  await tx.deleteFrom('places.person_place').where('person_id', '=', id).execute()
}
