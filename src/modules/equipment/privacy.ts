import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** What is kept about those who borrow, hand over and take back. EQP-1503. */
export const equipmentRegister: readonly Processing[] = [
  {
    id: 'prets-de-materiel',
    name: 'Les prêts de matériel',
    purpose: 'Savoir qui demande, qui vient chercher, qui remet et qui reprend le matériel prêté.',
    basis: 'contract',
    people:
      'Les membres des structures qui empruntent, la personne qui vient retirer, les agents du guichet.',
    data: 'Nom, fonction et téléphone de la personne qui vient retirer ; auteur et date de chaque acte du prêt. La pièce d’identité montrée au guichet n’est ni copiée ni gardée.',
    recipients: 'La structure qui emprunte, le guichet et les responsables de l’inventaire.',
    retention:
      'Le téléphone de la personne qui vient retirer, un an après la fin du prêt ; les numéros d’envoi du guichet, trente jours ; un envoi arrivé trop tard, un an après avoir été tranché. L’histoire d’un prêt n’est jamais réécrite.',
    rules: ['equipment.collector-phones', 'equipment.act-keys', 'equipment.desk-conflicts'],
    columns: columnsOf({
      'equipment.loan_request': [
        'requested_by',
        'entered_by',
        'collector_name',
        'collector_quality',
        'collector_phone',
      ],
      'equipment.loan_event': ['recorded_by'],
      'equipment.occupancy': ['responsible', 'recorded_by'],
      'equipment.custody': ['entered_by', 'back_entered_by'],
      'equipment.loan_outcome': ['recorded_by'],
      'equipment.reexamination': ['answered_by'],
      'equipment.act_key': ['person_id'],
      'equipment.desk_conflict': ['typed', 'recorded_by', 'settled_by'],
    }),
  },
  {
    id: 'etats-des-lieux-du-materiel',
    name: 'Les états des lieux et les incidents',
    purpose: 'Constater l’état du matériel au départ et au retour, et ce qui lui est arrivé.',
    basis: 'contract',
    people: 'Les personnes qui signent, leurs témoins, celles qui signalent ou traitent un incident.',
    data: 'Nom, fonction et signature ; témoin d’un refus de signer ; auteur d’un signalement, d’une intervention d’urgence.',
    recipients: 'La structure qui emprunte, le guichet et les responsables de l’inventaire.',
    retention:
      'Les noms et les signatures d’un état des lieux, avec son document, cinq ans après la fin du prêt. Ce qui fut constaté reste, sans nom.',
    rules: ['equipment.signatures'],
    columns: columnsOf({
      'equipment.condition_report': ['drawn_by'],
      'equipment.report_signature': [
        'signer_name',
        'signer_quality',
        'person_id',
        'drawing_file_id',
        'witness_name',
      ],
      'equipment.incident': ['reported_by', 'witness_name', 'emergency'],
      'equipment.incident_event': ['recorded_by'],
    }),
  },
  {
    id: 'tenue-de-l-inventaire',
    name: 'La tenue de l’inventaire du matériel',
    purpose: 'Savoir qui tient l’inventaire, le règle et l’entretient.',
    basis: 'contract',
    people: 'Les agents de la tête de réseau.',
    data: 'La personne et son rôle, auteur et date des changements, des mises à jour et des inventaires.',
    recipients: 'Les responsables de l’inventaire, les personnes chargées du contrôle.',
    retention: 'Aussi longtemps que l’inventaire ; un rôle s’efface avec le compte.',
    rules: [],
    columns: columnsOf({
      'equipment.policy_version': ['recorded_by'],
      'equipment.inventory_role': ['person_id'],
      'equipment.lifecycle_event': ['recorded_by'],
      'equipment.consumable_move': ['recorded_by'],
      'equipment.unit_transfer': ['planned_by'],
      'equipment.import_run': ['created_by'],
      'equipment.maintenance_job': ['done_by'],
      'equipment.software_update': ['recorded_by'],
      'equipment.stock_taking': ['began_by', 'signed_by'],
      'equipment.feed': ['created_by'],
    }),
  },
]
