import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'

/** What a person chose to show, and what they asked. */
export const privacyPersonalData: PersonalData = {
  module: 'privacy',
  title: 'Vos choix et vos demandes',
  read: (db, { id, email }, within) =>
    Promise.all([
      sectionFrom(db, {
        key: 'diffusion',
        title: 'Ce que vous avez accepté de montrer',
        table: 'privacy.consent',
        columns: {
          given_at: ['donne_le', 'Donné le'],
          person_id: ['personne', 'Par'],
          field: ['champ', 'Champ'],
          audience: ['public', 'À qui'],
          wording: ['phrase', 'Phrase acceptée'],
          withdrawn_at: ['retire_le', 'Retiré le'],
        },
        where: sql<boolean>`t.person_id = ${id} and ${inside('t.network_id', within)}`,
      }),
      sectionFrom(db, {
        key: 'demandes',
        title: 'Vos demandes sur vos données',
        table: 'privacy.request',
        columns: {
          filed_at: ['recue_le', 'Reçue le'],
          kind: ['nature', 'Nature'],
          requester_name: ['nom', 'Nom'],
          email: ['courriel', 'Courriel'],
          person_id: ['personne', 'Compte'],
          message: ['message', 'Message'],
          due_on: ['reponse_due_le', 'Réponse due le'],
          extension_reason: ['motif_du_delai', 'Motif du délai'],
          outcome: ['suite', 'Suite'],
          answer: ['reponse', 'Réponse'],
          answered_by: ['repondue_par', 'Répondue par'],
        },
        where: sql<boolean>`(t.person_id = ${id} or (t.email = ${email} and t.verified_at is not null))
          and ${inside('t.network_id', within)}`,
      }),
    ]),
  preview: async () => ({
    gone: ['Tout ce que la personne montrait dans l’annuaire : il n’en reste rien à l’instant même'],
    kept: [
      {
        what: 'Les demandes sur les données et leurs réponses, 5 ans',
        why: 'Elles prouvent que le réseau a répondu, comme la loi le demande.',
      },
      {
        what: 'La preuve des choix de diffusion retirés, 5 ans, sans le nom',
        why: 'Elle prouve que rien n’a été montré sans accord.',
      },
    ],
  }),
  async erase(tx, { id }, now) {
    await tx
      .updateTable('privacy.consent')
      .set({ withdrawn_at: now })
      .where('person_id', '=', id)
      .where('withdrawn_at', 'is', null)
      .execute()
  },
}
