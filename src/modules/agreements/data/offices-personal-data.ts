import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import {
  inside,
  type Section,
  type Subject,
  sectionFrom,
  type Within,
} from '../../../platform/privacy/personal-data.ts'

/** The offices a person holds, known by their address, and what they kept about offices, papers and decisions. */
export function officeSections(db: Database, { id, email }: Subject, within: Within): Promise<Section>[] {
  const here = sql<boolean>`t.agreement_id in
    (select a.id from agreements.agreement a where ${inside('a.network_id', within)})`
  const by = (...columns: string[]): RawBuilder<boolean> =>
    sql<boolean>`${id} in (${sql.join(columns.map((column) => sql.ref(`t.${column}`)))})`
  return [
    sectionFrom(db, {
      key: 'fonctions',
      title: 'Fonctions que vous tenez pour une partie',
      table: 'agreements.office',
      columns: {
        from_day: ['depuis', 'Depuis le'],
        office: ['fonction', 'Fonction'],
        name: ['nom', 'Nom'],
        title: ['qualite', 'Qualité'],
        email: ['courriel', 'Courriel'],
        phone: ['telephone', 'Téléphone'],
      },
      where: sql<boolean>`lower(t.email) = lower(${email}) and ${here}`,
    }),
    sectionFrom(db, {
      key: 'interlocuteurs-enregistres',
      title: 'Interlocuteurs que vous avez enregistrés',
      table: 'agreements.office',
      columns: {
        recorded_at: ['enregistre_le', 'Enregistré le'],
        recorded_by: ['par', 'Enregistré par'],
        ended_by: ['fin_par', 'Fin enregistrée par'],
      },
      where: sql<boolean>`${by('recorded_by', 'ended_by')} and ${here}`,
    }),
    sectionFrom(db, {
      key: 'doubles-fonctions',
      title: 'Doubles fonctions que vous avez déclarées',
      table: 'agreements.linked_office',
      columns: {
        declared_at: ['declaree_le', 'Déclarée le'],
        declared_by: ['par', 'Déclarée par'],
        ended_by: ['fin_par', 'Fin enregistrée par'],
        name: ['nom', 'Nom'],
        office: ['fonction', 'Fonction'],
        role: ['role', 'Rôle ailleurs'],
        measure: ['mesure', 'Ce qui est décidé'],
      },
      where: sql<boolean>`${by('declared_by', 'ended_by')} and ${here}`,
    }),
    sectionFrom(db, {
      key: 'actes-autorite',
      title: 'Actes d’autorité que vous avez joints',
      table: 'agreements.authority_act',
      columns: {
        recorded_at: ['joint_le', 'Joint le'],
        recorded_by: ['par', 'Joint par'],
        set_aside_by: ['mis_de_cote_par', 'Mis de côté par'],
      },
      where: sql<boolean>`${by('recorded_by', 'set_aside_by')} and ${here}`,
    }),
    sectionFrom(db, {
      key: 'demandes-de-dommages',
      title: 'Demandes de dommages que vous avez enregistrées',
      table: 'agreements.damages_claim',
      columns: { recorded_at: ['enregistree_le', 'Enregistrée le'], recorded_by: ['par', 'Enregistrée par'] },
      where: sql<boolean>`${by('recorded_by')} and ${here}`,
    }),
    sectionFrom(db, {
      key: 'actes-a-confirmer',
      title: 'Actes que vous avez préparés ou confirmés',
      table: 'agreements.waiting_act',
      columns: {
        prepared_at: ['prepare_le', 'Préparé le'],
        prepared_by: ['par', 'Préparé par'],
        settled_by: ['confirme_par', 'Confirmé ou abandonné par'],
      },
      where: sql<boolean>`${by('prepared_by', 'settled_by')} and ${here}`,
    }),
    sectionFrom(db, {
      key: 'fondements-de-publication',
      title: 'Textes de publication que vous avez enregistrés',
      table: 'agreements.publication_basis',
      columns: {
        recorded_at: ['enregistre_le', 'Enregistré le'],
        recorded_by: ['par', 'Enregistré par'],
        withdrawn_by: ['retire_par', 'Retiré par'],
      },
      where: sql<boolean>`${by('recorded_by', 'withdrawn_by')} and ${here}`,
    }),
    sectionFrom(db, {
      key: 'decisions',
      title: 'Décisions que vous avez préparées, publiées ou retirées',
      table: 'agreements.decision',
      columns: {
        prepared_at: ['preparee_le', 'Préparée le'],
        reference: ['reference', 'Référence'],
        prepared_by: ['par', 'Préparée par'],
        published_by: ['publiee_par', 'Publiée par'],
        withdrawn_by: ['retiree_par', 'Retirée par'],
      },
      where: sql<boolean>`${by('prepared_by', 'published_by', 'withdrawn_by')} and ${inside('t.network_id', within)}`,
    }),
    sectionFrom(db, {
      key: 'regles-des-conventions',
      title: 'Règles des conventions que vous avez changées',
      table: 'agreements.network_setting',
      columns: { changed_at: ['changees_le', 'Changées le'], changed_by: ['par', 'Changées par'] },
      where: sql<boolean>`${by('changed_by')} and ${inside('t.network_id', within)}`,
    }),
  ]
}

/** How many parties keep their contact details. */
export async function officesHeld(db: Database, { email }: Pick<Subject, 'email'>): Promise<number> {
  const { held } = await db
    .selectFrom('agreements.office')
    .select((of) => of.fn.countAll<number>().as('held'))
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirstOrThrow()
  return held
}

/**
 * A day-to-day contact goes; who represented or signed keeps their name, as the paper does, and loses how to reach
 * them.
 */
export async function eraseOffices(tx: Database, { email }: Pick<Subject, 'email'>): Promise<void> {
  const isTheirs = sql<boolean>`lower(email) = lower(${email})`
  await tx.deleteFrom('agreements.office').where(isTheirs).where('office', '=', 'referent').execute()
  await tx.updateTable('agreements.office').set({ email: '', phone: '' }).where(isTheirs).execute()
}
