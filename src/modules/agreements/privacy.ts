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
      'agreements.amendment': ['created_by'],
    }),
  },
  {
    id: 'signatures-en-ligne',
    name: 'Les signatures en ligne et les originaux',
    purpose: 'Appeler à signer, et prouver qui a signé, pour qui, en quelle qualité, quand et quel texte.',
    basis: 'contract',
    people: 'Les personnes appelées à signer, et celles qui ouvrent la signature ou joignent un original.',
    data: 'Nom, qualité et compte du signataire, phrases déclarées, instants du code, partie réseau de l’adresse et nom du navigateur ; qui garde l’original.',
    recipients:
      'Les deux parties à la convention, les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention:
      'Aussi longtemps que la convention peut être invoquée. La preuve d’une signature n’est jamais réécrite, même si le compte de la personne est effacé.',
    rules: [],
    columns: columnsOf({
      'agreements.signing': ['opened_by', 'closed_by'],
      'agreements.signing_call': ['person_id'],
      'agreements.signature_evidence': [
        'person_id',
        'signer_name',
        'signer_quality',
        'address',
        'user_agent',
      ],
      'agreements.signature_document': ['kept_by_head', 'kept_by_partner', 'added_by'],
    }),
  },
  {
    id: 'echeances-agenda',
    name: 'Les agendas qui suivent les échéances',
    purpose: 'Montrer à une personne, dans son propre agenda, les échéances des conventions qu’elle lit.',
    basis: 'contract',
    people: 'Les membres qui ont créé une adresse d’agenda.',
    data: 'La personne, le jour de création de l’adresse, celui où elle l’a retirée. Le secret de l’adresse n’est pas gardé.',
    recipients: 'La personne elle-même ; la tête du réseau pour l’adresse de tout le réseau.',
    retention: 'Jusqu’à l’effacement du compte.',
    rules: [],
    columns: columnsOf({ 'agreements.feed': ['person_id', 'created_by'] }),
  },
]
