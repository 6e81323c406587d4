import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** Labels are given to places; only who recorded them is a person. */
export const labelsRegister: readonly Processing[] = [
  {
    id: 'labels',
    name: 'Les labels',
    purpose: 'Savoir qui a enregistré l’attribution d’un label, et ce qui lui est arrivé depuis.',
    basis: 'contract',
    people: 'Les chargées et chargés de mission du réseau.',
    data: 'La personne qui a enregistré le label, et quand.',
    recipients: 'Les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention: 'Aussi longtemps que la convention qui porte le label.',
    rules: [],
    columns: columnsOf({ 'labels.award': ['recorded_by'], 'labels.award_act': ['recorded_by'] }),
  },
]
