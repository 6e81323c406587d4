import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** Initiatives are declared by organisations; only who wrote them is a person. */
export const initiativesRegister: readonly Processing[] = [
  {
    id: 'initiatives',
    name: 'Les initiatives numériques locales',
    purpose: 'Savoir qui a écrit chaque révision d’une initiative, et garder ce qu’un jury a lu.',
    basis: 'public-task',
    people: 'Les membres des structures qui déclarent une initiative ; les personnes que leur texte nomme.',
    data: 'La personne qui a écrit une révision, et quand ; le texte de l’initiative.',
    recipients:
      'La structure qui déclare et la tête du réseau ; tout le monde, pour le texte d’une initiative publiée, sans le nom de qui l’a écrit.',
    retention:
      'Aussi longtemps que l’initiative est dans l’atlas ; la copie lue par un jury, autant que sa décision.',
    rules: [],
    columns: columnsOf({
      'initiatives.initiative': ['created_by'],
      'initiatives.revision': ['content', 'saved_by'],
      'initiatives.frozen_initiative': ['content', 'frozen_by'],
    }),
  },
]
