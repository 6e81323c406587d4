import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** What is kept of those who help residents, and of who writes for an organisation. */
export const facilitatorsRegister: readonly Processing[] = [
  {
    id: 'annuaire-des-animateurs',
    name: 'L’annuaire des animatrices et animateurs',
    purpose:
      'Faire connaître les personnes qui aident les habitants, comme chacune l’a choisi : aux habitants, aux collègues, à la tête du réseau, ou à personne.',
    basis: 'consent',
    people: 'Les animatrices et animateurs du réseau.',
    data: 'Présentation, photo, compétences, langues, disponibilités pour intervenir.',
    recipients:
      'Pour chaque partie de la fiche, ceux à qui la personne la montre, et personne d’autre. Un choix retiré agit tout de suite.',
    retention:
      'Jusqu’à ce que la personne l’efface, ou douze mois après qu’elle n’anime plus aucun lieu du réseau.',
    rules: ['facilitators.profiles'],
    columns: columnsOf({
      'facilitators.profile': [
        'person_id',
        'presentation',
        'skills',
        'themes',
        'languages',
        'goes_to',
        'availability',
        'photo_file_id',
        'updated_at',
      ],
    }),
  },
  {
    id: 'annuaire-des-structures',
    name: 'L’annuaire des structures et de leurs compétences',
    purpose: 'Savoir qui a écrit ce qu’une structure propose, et qui a ouvert l’annuaire.',
    basis: 'public-task',
    people: 'Les personnes qui gèrent une structure, les chargées et chargés de mission du réseau.',
    data: 'La personne qui a changé la page, et quand.',
    recipients: 'La structure concernée et la tête du réseau.',
    retention: 'Aussi longtemps que la page de la structure.',
    rules: [],
    columns: columnsOf({
      'facilitators.organisation_directory': ['changed_by'],
      'facilitators.organisation_offer': ['changed_by'],
    }),
  },
]
