import {
  accessories,
  type Column,
  dayColumn,
  euros,
  flag,
  identifier,
  moment,
  oneWordOf,
  several,
  text,
  type ValuesOf,
  whole,
} from './column.ts'

/** The three tables a file may hold, and the names of their sheets. */
export const TABLES = ['modeles', 'exemplaires', 'prets'] as const
export type TableName = (typeof TABLES)[number]

export const SHEET_NAMES: Readonly<Record<TableName, string>> = {
  modeles: 'Modèles',
  exemplaires: 'Exemplaires',
  prets: 'Prêts',
}

const MINUTES: readonly [number, number] = [0, 43_200]

/** Its key is its name in the inventory. */
export const MODEL = {
  name: text(
    {
      name: 'nom',
      expected: 'Le nom du modèle, 120 signes au plus. C’est lui qui retrouve un modèle déjà connu.',
      example: 'Casque de réalité virtuelle',
      isRequired: true,
    },
    120,
  ),
  maker: text({ name: 'fabricant', expected: 'Le fabricant, 120 signes au plus.', example: 'Méridien' }, 120),
  category: text(
    {
      name: 'categorie',
      expected: 'La catégorie, 80 signes au plus. Obligatoire pour un nouveau modèle.',
      example: 'Image et son',
    },
    80,
  ),
  description: text(
    { name: 'description', expected: 'Ce que c’est, 2 000 signes au plus.', example: 'Casque autonome' },
    2000,
  ),
  prerequisites: text(
    {
      name: 'prerequis',
      expected: 'Ce qu’il faut savoir ou détenir, 300 signes au plus.',
      example: 'Attestation de télépilote',
    },
    300,
  ),
  software: several(
    {
      name: 'logiciels',
      expected: 'Les logiciels installés, séparés par une barre |.',
      example: 'Visite | Atelier',
    },
    120,
  ),
  caseWeight: whole(
    {
      name: 'poids_grammes',
      expected: 'Le poids de la caisse, en grammes : un nombre entier.',
      example: '2400',
    },
    [1, 1_000_000],
    null,
  ),
  caseVolume: whole(
    {
      name: 'volume_litres',
      expected: 'Le volume de la caisse, en litres : un nombre entier.',
      example: '30',
    },
    [1, 100_000],
    null,
  ),
  replacementCents: euros({
    name: 'valeur_euros',
    expected: 'La valeur de remplacement en euros : 450 ou 449,90.',
    example: '449,90',
  }),
  prepMinutes: whole(
    {
      name: 'preparation_minutes',
      expected: 'La préparation avant un départ, en minutes, de 0 à 43 200.',
      example: '30',
    },
    MINUTES,
    0,
  ),
  turnaroundMinutes: whole(
    {
      name: 'remise_en_etat_minutes',
      expected:
        'La remise en état après un retour, en minutes, de 10 à 43 200 ; au moins un créneau du guichet.',
      example: '120',
    },
    [10, 43_200],
    120,
  ),
  accessories: accessories({
    name: 'accessoires',
    expected: 'Ce qui va avec, séparé par une barre | : « 2 × Manette | 1 × Chargeur (indispensable) ».',
    example: '2 × Manette | 1 × Chargeur (indispensable)',
  }),
} as const

export const LIFECYCLE_WORDS = {
  in_service: 'en service',
  quarantine: 'mis de côté',
  in_repair: 'en réparation',
  lost: 'perdu',
  stolen: 'volé',
  retired: 'réformé',
} as const

/** Its key is its asset number in the inventory. A kit is a unit; its parts name it. */
export const UNIT = {
  assetNumber: identifier(
    {
      name: 'numero',
      expected:
        'Le numéro d’inventaire, 60 signes au plus, au format texte. C’est lui qui retrouve un exemplaire déjà connu.',
      example: 'VR-1',
      isRequired: true,
    },
    60,
  ),
  model: text(
    {
      name: 'modele',
      expected:
        'Le nom d’un modèle de l’inventaire ou du même classeur, écrit pareil. Obligatoire pour un nouvel exemplaire.',
      example: 'Casque de réalité virtuelle',
    },
    120,
  ),
  serialNumber: identifier(
    {
      name: 'numero_serie',
      expected: 'Le numéro de série, 120 signes au plus, au format texte.',
      example: 'SN-0042',
    },
    120,
  ),
  desk: text(
    {
      name: 'guichet',
      expected:
        'Le nom d’un guichet de l’inventaire, écrit pareil. Rien : le seul guichet, s’il n’y en a qu’un.',
      example: 'Guichet principal',
    },
    200,
  ),
  isKit: flag({ name: 'malle', expected: 'oui ou non : est-ce une malle ?', example: 'non' }, false),
  kit: identifier(
    {
      name: 'partie_de',
      expected: 'Le numéro de la malle où il se range, connue ou du même fichier.',
      example: 'MALLE-1',
    },
    60,
  ),
  isCritical: flag(
    { name: 'indispensable', expected: 'oui ou non : sans lui, sa malle ne part pas.', example: 'non' },
    false,
  ),
  lentAlone: flag(
    { name: 'pretable_seul', expected: 'oui ou non : se prête-t-il hors de sa malle ?', example: 'oui' },
    true,
  ),
  isAnonymous: flag(
    {
      name: 'en_nombre',
      expected: 'oui ou non : un parmi plusieurs pareils, demandé en nombre.',
      example: 'non',
    },
    false,
  ),
  acquiredOn: dayColumn({
    name: 'achete_le',
    expected: 'Le jour de l’achat : 17/06/2026.',
    example: '17/06/2026',
  }),
  acquisitionCents: euros({
    name: 'prix_euros',
    expected: 'Le prix d’achat en euros : 450 ou 449,90.',
    example: '449,90',
  }),
  funding: text(
    { name: 'financement', expected: 'Qui l’a financé, 300 signes au plus.', example: 'Région' },
    300,
  ),
  notes: text(
    { name: 'notes', expected: 'Une note pour l’équipe, 2 000 signes au plus.', example: '' },
    2000,
  ),
  accessories: accessories({
    name: 'accessoires',
    expected: 'Pour une malle seulement : ce qu’elle contient sans numéro, séparé par une barre |.',
    example: '',
  }),
  lifecycle: oneWordOf(
    {
      name: 'etat',
      expected: `Pour un nouvel exemplaire : ${Object.values(LIFECYCLE_WORDS).join(', ')}. L’état d’un exemplaire connu se change sur sa fiche.`,
      example: 'en service',
    },
    LIFECYCLE_WORDS,
    'in_service',
  ),
} as const

export const ACTION_WORDS = {
  workshop: 'atelier',
  event: 'évènement',
  training: 'formation',
  loan_to_a_place: 'prêt à un lieu',
  other: 'autre',
} as const

/** Its key is its unit and the moment it left. `pret` and `etat` come from an export. */
export const LOAN = {
  line: identifier(
    { name: 'pret', expected: 'Laissez vide : ce numéro ne vient que d’un export.', example: '' },
    60,
  ),
  unit: identifier(
    {
      name: 'exemplaire',
      expected: 'Le numéro d’inventaire de l’exemplaire prêté, connu ou du même classeur.',
      example: 'VR-1',
      isRequired: true,
    },
    60,
  ),
  siret: identifier(
    {
      name: 'emprunteur_siret',
      expected: 'Le SIRET de la structure, 14 chiffres au format texte. Rien : son nom suffit.',
      example: '21500500000017',
    },
    40,
  ),
  borrower: text(
    {
      name: 'emprunteur_nom',
      expected: 'Le nom exact d’une structure du réseau. Rien : son SIRET suffit.',
      example: 'Médiathèque de Valmer',
    },
    300,
  ),
  outAt: moment({
    name: 'sorti_le',
    expected: 'Le jour du départ, avec l’heure ou sans : 2025-03-10 ou 10/03/2025 14:30. Sans heure, midi.',
    example: '2025-03-10 14:30',
  }),
  backAt: moment({
    name: 'rendu_le',
    expected: 'Le jour du retour, après le départ, écrit pareil.',
    example: '2025-03-21 10:00',
  }),
  dueAt: moment({
    name: 'retour_prevu',
    expected: 'Le retour prévu, écrit pareil. Rien : le retour lui-même.',
    example: '2025-03-20 17:00',
  }),
  actionKind: oneWordOf(
    {
      name: 'usage',
      expected: `À quoi il a servi : ${Object.values(ACTION_WORDS).join(', ')}.`,
      example: 'atelier',
    },
    ACTION_WORDS,
    'other',
  ),
  actions: text(
    { name: 'objet', expected: 'Les actions menées, 2 000 signes au plus.', example: 'Trois ateliers' },
    2000,
  ),
  state: text(
    {
      name: 'etat',
      expected: 'Rien, ou « terminé » : seuls les prêts terminés se reprennent.',
      example: 'terminé',
    },
    60,
  ),
} as const

export type ModelValues = ValuesOf<typeof MODEL>
export type UnitValues = ValuesOf<typeof UNIT>
export type LoanValues = ValuesOf<typeof LOAN>

export const COLUMNS = { modeles: MODEL, exemplaires: UNIT, prets: LOAN } as const

export function columnsOf(table: TableName): readonly Column<never>[] {
  return Object.values(COLUMNS[table]) as unknown as readonly Column<never>[]
}
