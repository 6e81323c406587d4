import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'

type Read = PersonalData['read']

/** What a person did in the negotiation of a draft: shared it, wrote a clause, spoke, decided, approved. */
export function negotiationSections(db: Database, { id }: Parameters<Read>[1], within: Parameters<Read>[2]) {
  const ofReachedAgreement = sql`t.agreement_id in
    (select a.id from agreements.agreement a where ${inside('a.network_id', within)})`
  return [
    sectionFrom(db, {
      key: 'projets-partages',
      title: 'Projets de convention que vous avez partagés',
      table: 'agreements.agreement',
      columns: {
        shared_at: ['partage_le', 'Partagé le'],
        reference: ['reference', 'Référence'],
        shared_by: ['par', 'Partagé par'],
      },
      where: sql<boolean>`t.shared_by = ${id} and ${inside('t.network_id', within)}`,
    }),
    sectionFrom(db, {
      key: 'articles-de-projet',
      title: 'Articles de projet que vous avez écrits en dernier',
      table: 'agreements.draft_clause',
      columns: {
        written_at: ['ecrit_le', 'Écrit le'],
        clause_key: ['article', 'Article'],
        written_by: ['par', 'Écrit par'],
      },
      where: sql<boolean>`t.written_by = ${id} and ${ofReachedAgreement}`,
    }),
    sectionFrom(db, {
      key: 'fils-de-projet',
      title: 'Ce que vous avez dit ou décidé dans un projet de convention',
      table: 'agreements.draft_remark',
      columns: {
        written_at: ['ecrit_le', 'Écrit le'],
        clause_key: ['article', 'Article'],
        words: ['mots', 'Vos mots'],
        written_by: ['par', 'Écrit par'],
        answer: ['motif', 'Motif du refus'],
        decided_by: ['decide_par', 'Décidé par'],
      },
      where: sql<boolean>`(t.written_by = ${id} or t.decided_by = ${id}) and ${ofReachedAgreement}`,
    }),
    sectionFrom(db, {
      key: 'approbations-de-projet',
      title: 'Projets de convention que vous avez approuvés pour signature',
      table: 'agreements.draft_approval',
      columns: {
        approved_at: ['approuve_le', 'Approuvé le'],
        party: ['partie', 'Partie'],
        approved_by: ['par', 'Approuvé par'],
      },
      where: sql<boolean>`t.approved_by = ${id} and ${ofReachedAgreement}`,
    }),
  ]
}
