/** The 32 columns of the national standard 1.0.2, in their order. */
export const standardColumns = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'longitude',
  'typologie',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'presentation_resume',
  'presentation_detail',
  'source',
  'itinerance',
  'structure_parente',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
  'fiche_acces_libre',
  'prise_rdv',
] as const

export type StandardColumn = (typeof standardColumns)[number]

/** Without one of these a file does not speak of places: it is of another shape. */
export const indispensableColumns: readonly StandardColumn[] = ['nom', 'commune', 'code_postal', 'adresse']

/** One row of a standard file: every column, the absent ones empty. */
export type StandardRow = Readonly<Record<StandardColumn, string>>
