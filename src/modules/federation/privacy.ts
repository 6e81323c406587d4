import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** Networks follow one another; only who declared, answered or noted is a person. */
export const federationRegister: readonly Processing[] = [
  {
    id: 'federation',
    name: 'Les réseaux suivis',
    purpose:
      'Savoir qui a déclaré un autre réseau, répondu à un rapprochement, proposé ou repris un lieu, ou écrit une note.',
    basis: 'public-task',
    people: 'Les chargées et chargés de mission du réseau.',
    data: 'La personne et l’instant.',
    recipients: 'Les chargées et chargés de mission du réseau.',
    retention: 'Aussi longtemps que l’autre réseau est déclaré, et que la fiche existe.',
    rules: [],
    columns: columnsOf({
      'federation.peer': ['declared_by'],
      'federation.note': ['by'],
      'federation.same_offer': ['answered_by'],
      'federation.transfer': ['offered_by'],
      'federation.offered_place': ['answered_by'],
    }),
  },
]
