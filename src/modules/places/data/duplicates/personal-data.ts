import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { inside, type Section, sectionFrom, type Within } from '../../../../platform/privacy/personal-data.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** What a person decided of duplicates. */
export async function duplicateSections(db: Database, id: PersonId, within: Within): Promise<Section[]> {
  return [
    await sectionFrom(db, {
      key: 'fusions',
      title: 'Fiches de lieux que vous avez fusionnées, ou séparées',
      table: 'places.merge',
      columns: {
        merged_at: ['le', 'Le'],
        reason: ['motif', 'Motif'],
        changes: ['pris', 'Ce que la fiche gardée a pris'],
        merged_by: ['par', 'Fusionnées par'],
        undone_by: ['annulee_par', 'Séparées par'],
      },
      where: sql<boolean>`(t.merged_by = ${id} or t.undone_by = ${id}) and ${inside('t.network_id', within)}`,
    }),
    await sectionFrom(db, {
      key: 'lieux-distingues',
      title: 'Lieux que vous avez distingués',
      table: 'places.distinction',
      columns: {
        decided_at: ['le', 'Le'],
        reason: ['raison', 'Raison'],
        decided_by: ['par', 'Dit par'],
      },
      where: sql<boolean>`t.decided_by = ${id} and ${inside('t.network_id', within)}`,
    }),
  ]
}
