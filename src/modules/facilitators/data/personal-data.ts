import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'

/** What a facilitator wrote of themselves, and what a person wrote for an organisation. */
export const facilitatorsPersonalData: PersonalData = {
  module: 'facilitators',
  title: 'Annuaire des animatrices et animateurs',
  read: (db, { id }, within) =>
    Promise.all([
      sectionFrom(db, {
        key: 'fiche-animateur',
        title: 'Votre fiche d’animatrice ou d’animateur',
        table: 'facilitators.profile',
        columns: {
          updated_at: ['modifiee_le', 'Modifiée le'],
          person_id: ['personne', 'De'],
          presentation: ['presentation', 'Présentation'],
          skills: ['competences', 'Compétences'],
          themes: ['themes', 'Thèmes'],
          languages: ['langues', 'Langues'],
          goes_to: ['intervient', 'Intervient'],
          availability: ['disponibilite', 'Disponibilité'],
          photo_file_id: ['photo', 'Photo'],
        },
        where: sql<boolean>`t.person_id = ${id} and ${inside('t.network_id', within)}`,
      }),
      sectionFrom(db, {
        key: 'competences-de-structures',
        title: 'Ce que vous avez écrit pour une structure',
        table: 'facilitators.organisation_offer',
        columns: {
          changed_at: ['modifie_le', 'Modifié le'],
          organisation_id: ['structure', 'Structure'],
          changed_by: ['par', 'Par'],
        },
        where: sql<boolean>`t.changed_by = ${id} and ${inside('t.network_id', within)}`,
      }),
      sectionFrom(db, {
        key: 'annuaire-des-structures',
        title: 'Annuaires de structures que vous avez ouverts ou fermés',
        table: 'facilitators.organisation_directory',
        columns: {
          changed_at: ['change_le', 'Changé le'],
          is_open: ['ouvert', 'Ouvert'],
          changed_by: ['par', 'Par'],
        },
        where: sql<boolean>`t.changed_by = ${id} and ${inside('t.network_id', within)}`,
      }),
    ]),
  preview: async () => ({
    gone: [
      'La fiche d’animatrice ou d’animateur : présentation, compétences, langues, disponibilités et photo',
    ],
    kept: [],
  }),
  async erase(tx, { id }) {
    await tx.deleteFrom('facilitators.profile').where('person_id', '=', id).execute()
  },
}
