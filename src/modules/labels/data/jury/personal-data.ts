import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { inside, type Section, sectionFrom, type Within } from '../../../../platform/privacy/personal-data.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

/** What a person did in juries: sat, declared, marked, or kept their minutes. */
export async function jurySections(db: Database, id: PersonId, within: Within): Promise<Section[]> {
  const here = (
    column: string,
  ) => sql<boolean>`${sql.ref(`t.${column}`)} in (select e.id from labels.edition e
    join labels.scheme s on s.id = e.scheme_id where ${inside('s.network_id', within)})`
  const ofFile = sql<boolean>`t.application_id in
    (select a.id from labels.application a where ${inside('a.network_id', within)})`
  const ofJuror = sql<boolean>`t.juror_id in (select j.id from labels.juror j where j.person_id = ${id})`
  return [
    await sectionFrom(db, {
      key: 'jurys',
      title: 'Jurys où vous avez siégé',
      table: 'labels.juror',
      columns: {
        from_day: ['depuis', 'Depuis'],
        until_day: ['jusqu_au', 'Jusqu’au'],
        kind: ['titre', 'À titre'],
        territories: ['territoires', 'Territoires déclarés'],
        person_id: ['compte', 'Compte'],
      },
      where: sql<boolean>`t.person_id = ${id} and ${here('edition_id')}`,
    }),
    await sectionFrom(db, {
      key: 'liens-declares',
      title: 'Liens que vous avez déclarés',
      table: 'labels.interest_declaration',
      columns: {
        declared_at: ['declare_le', 'Déclaré le'],
        interest: ['lien', 'Lien'],
        words: ['precision', 'Précision'],
      },
      where: sql<boolean>`${ofJuror} and ${ofFile}`,
    }),
    await sectionFrom(db, {
      key: 'notes-de-jury',
      title: 'Notes que vous avez données',
      table: 'labels.mark',
      columns: {
        saved_at: ['le', 'Le'],
        code: ['critere', 'Critère'],
        mark: ['note', 'Note'],
        comment: ['commentaire', 'Commentaire'],
      },
      where: sql<boolean>`t.reading_id in (select r.id from labels.reading r join labels.juror j on j.id = r.juror_id
        where j.person_id = ${id} and r.application_id in
          (select a.id from labels.application a where ${inside('a.network_id', within)}))`,
    }),
    ...(await recordedSections(db, id, { here, ofFile })),
  ]
}

async function recordedSections(
  db: Database,
  id: PersonId,
  {
    here,
    ofFile,
  }: { here: (column: string) => ReturnType<typeof sql<boolean>>; ofFile: ReturnType<typeof sql<boolean>> },
): Promise<Section[]> {
  const recorded: [string, string, string, string, string][] = [
    ['jurys-constitues', 'Jurys que vous avez constitués', 'labels.jury', 'constituted_at', 'constituted_by'],
    ['jures-nommes', 'Membres de jury que vous avez nommés', 'labels.juror', 'named_at', 'named_by'],
    [
      'seances-de-jury',
      'Séances de jury que vous avez ouvertes',
      'labels.deliberation',
      'opened_at',
      'opened_by',
    ],
    [
      'recevabilites',
      'Dossiers dont vous avez vérifié la recevabilité',
      'labels.admission',
      'checked_at',
      'checked_by',
    ],
    ['lectures-confiees', 'Lectures que vous avez confiées', 'labels.reading', 'assigned_at', 'assigned_by'],
    [
      'liens-notes',
      'Liens que vous avez notés en séance',
      'labels.interest_declaration',
      'declared_at',
      'recorded_by',
    ],
    [
      'decisions-de-jury',
      'Décisions de jury que vous avez notées',
      'labels.deliberated',
      'recorded_at',
      'recorded_by',
    ],
    [
      'comparaisons',
      'Comparaisons que vous avez ouvertes',
      'labels.comparison_consent',
      'changed_at',
      'changed_by',
    ],
  ]
  const ofEdition = new Set(['labels.jury', 'labels.juror', 'labels.deliberation'])
  const minutes = { deviation: ['ecart', 'Motif de l’écart'], reasons: ['synthese', 'Synthèse'] } as const
  return Promise.all(
    recorded.map(([key, title, table, at, by]) =>
      sectionFrom(db, {
        key,
        title,
        table,
        columns: {
          [at]: ['le', 'Le'],
          ...(table === 'labels.deliberated' && minutes),
          [by]: ['par', 'Par'],
        },
        where: sql<boolean>`${sql.ref(`t.${by}`)} = ${id} and ${ofEdition.has(table) ? here('edition_id') : ofFile}`,
      }),
    ),
  )
}
