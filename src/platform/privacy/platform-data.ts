import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from './personal-data.ts'

/** Lines of the journal, mails and files, whatever module they came from. */
export const platformPersonalData: PersonalData = {
  module: 'platform',
  title: 'Journal, courriels et fichiers',
  read: (db, person, within) =>
    Promise.all([
      sectionFrom(db, {
        key: 'journal',
        title: 'Lignes du journal qui vous concernent',
        table: 'platform.journal',
        columns: {
          at: ['le', 'Le'],
          action: ['acte', 'Acte'],
          subject_id: ['sujet', 'Sujet'],
          person_id: ['personne', 'Faite par'],
          impersonator_id: ['aide', 'À votre place'],
          details: ['precisions', 'Précisions'],
          changes: ['changements', 'Changements'],
        },
        where: sql<boolean>`${sql.val(person.id)} in (t.person_id::text, t.impersonator_id::text, t.subject_id)
          and ${inside('t.network_id', within)}`,
      }),
      sectionFrom(db, {
        key: 'origines',
        title: 'D’où vous avez agi',
        table: 'platform.journal_origin',
        columns: {
          at: ['le', 'Le'],
          address: ['adresse', 'Adresse réseau'],
          user_agent: ['navigateur', 'Navigateur'],
        },
        where: sql<boolean>`t.line in (select l.id from platform.journal l
          where l.person_id = ${person.id} and ${inside('l.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'courriels',
        title: 'Courriels qui vous ont été écrits',
        table: 'platform.mail',
        // Not the text: it may hold a link that opens the account.
        columns: {
          written_at: ['ecrit_le', 'Écrit le'],
          recipient: ['adresse', 'Adresse'],
          subject: ['objet', 'Objet'],
        },
        where: sql<boolean>`t.recipient = ${person.email}`,
      }),
      sectionFrom(db, {
        key: 'fichiers',
        title: 'Fichiers que vous avez déposés',
        table: 'platform.file',
        columns: {
          added_at: ['depose_le', 'Déposé le'],
          name: ['nom', 'Nom'],
          added_by: ['par', 'Déposé par'],
        },
        where: sql<boolean>`t.added_by = ${person.id} and ${inside('t.network_id', within)}`,
      }),
    ]),
  async preview() {
    return {
      gone: [
        'Les courriels gardés',
        'Les adresses réseau et les navigateurs depuis lesquels la personne a agi',
      ],
      kept: [
        {
          what: 'Les lignes du journal, sans le nom de la personne',
          why: 'Elles prouvent les actes, et sont scellées les unes aux autres : en retirer une les rendrait toutes douteuses.',
        },
      ],
    }
  },
  async erase(tx, person) {
    await tx.deleteFrom('platform.mail').where('recipient', '=', person.email).execute()
    await tx
      .deleteFrom('platform.journal_origin')
      .where('line', 'in', (from) =>
        from.selectFrom('platform.journal').select('id').where('person_id', '=', person.id),
      )
      .execute()
  },
}
