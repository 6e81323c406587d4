import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** What is kept about those who sign and record agreements. */
export const agreementsRegister: readonly Processing[] = [
  {
    id: 'conventions',
    name: 'Les conventions',
    purpose: 'Préparer les conventions, garder la preuve de qui les a signées, et suivre leurs échéances.',
    basis: 'contract',
    people: 'Les représentants des parties, et les personnes qui enregistrent les actes.',
    data: 'Nom et qualité du représentant et du signataire, jour de la signature, personne qui a enregistré l’acte.',
    recipients:
      'Les deux parties à la convention, les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention:
      'Aussi longtemps que la convention peut être invoquée. Un acte signé n’est jamais réécrit, même si le compte de la personne est effacé.',
    rules: [],
    columns: columnsOf({
      'agreements.agreement': ['representative_name', 'representative_title', 'created_by'],
      'agreements.act': ['recorded_by', 'payload'],
    }),
  },
]
