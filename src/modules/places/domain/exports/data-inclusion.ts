import type { Day } from '../../../../kernel/day.ts'
import type { Place } from '../place.ts'
import type { StandardRow } from '../standard/standard-columns.ts'
import type { AccessMode, Programme, Public, Service, SpecialCare } from '../vocabulary.ts'

/** A place as data.inclusion's schema v1 knows it: the structure that receives, and what it offers there. DIR-82. */
export interface Inclusion {
  readonly structure: Readonly<Record<string, unknown>>
  /** Null: the place says nothing of what it offers. */
  readonly service: Readonly<Record<string, unknown>> | null
}

const FUNDAMENTALS = 'numerique--maitriser-les-fondamentaux-du-numerique'
/** Version 1 keeps four digital themes. */
const THEMES: Readonly<Record<Service, string>> = {
  'administrative-procedures': 'numerique--acceder-a-des-services-en-ligne',
  'everyday-tools': FUNDAMENTALS,
  'job-seeking': FUNDAMENTALS,
  'safe-use': FUNDAMENTALS,
  'parenting-and-education': FUNDAMENTALS,
  'leisure-and-creation': FUNDAMENTALS,
  'understanding-digital': FUNDAMENTALS,
  'internet-and-equipment-access': 'numerique--acceder-a-une-connexion-internet',
  'affordable-equipment': 'numerique--acquerir-un-equipement',
}
const PUBLICS: Readonly<Record<Public, string>> = {
  'young-people': 'jeunes',
  students: 'etudiants',
  families: 'familles',
  seniors: 'seniors',
  women: 'femmes',
}
const DISABILITIES: readonly SpecialCare[] = [
  'deafness',
  'motor-disability',
  'mental-disability',
  'visual-impairment',
]
const CARRIERS: Readonly<Partial<Record<Programme, string>>> = {
  'aidants-connect': 'aidants-connect',
  'conseillers-numeriques': 'conseillers-numeriques',
  'emmaus-connect': 'emmaus',
  'relais-numerique': 'emmaus',
  'france-services': 'france-service',
  'grande-ecole-du-numerique': 'grandes-ecoles-du-numerique',
  'croix-rouge': 'croix-rouge',
  'point-numerique-caf': 'caf',
}
const WAYS: Readonly<Partial<Record<AccessMode, string>>> = {
  'walk-in': 'se-presenter',
  phone: 'telephoner',
  email: 'envoyer-un-courriel',
  referral: 'envoyer-un-courriel',
  'online-booking': 'utiliser-lien-mobilisation',
}

/** `source`: who publishes; `row`: the place as the national standard writes it, labels and public addresses settled. */
export function toInclusion(place: Place, row: StandardRow, source: string): Inclusion {
  const where = present({
    commune: row.commune,
    code_postal: row.code_postal,
    code_insee: row.code_insee,
    adresse: row.adresse,
    complement_adresse: row.complement_adresse,
    longitude: place.longitude,
    latitude: place.latitude,
    telephone: row.telephone,
    courriel: row.courriels.split('|')[0],
    horaires_accueil: row.horaires,
  })
  const date = row.date_maj as Day
  const structure = present({
    source,
    id: place.id,
    nom: nameOf(row.nom),
    description: descriptionOf(row),
    date_maj: date,
    siret: /^(?!0{14})\d{14}$/.test(row.pivot) ? row.pivot : null,
    ...where,
    site_web: row.site_web.split('|')[0],
    accessibilite_lieu: row.fiche_acces_libre,
    reseaux_porteurs: distinct(place.programmes.map((programme) => CARRIERS[programme])),
  })
  return { structure, service: serviceOf(place, row, source, where) }
}

function serviceOf(place: Place, row: StandardRow, source: string, where: object): Inclusion['service'] {
  if (place.services.length === 0) return null
  const ways = distinct(place.accessModes.map((mode) => WAYS[mode])).filter(
    (way) => way !== 'utiliser-lien-mobilisation' || row.prise_rdv !== '',
  )
  return present({
    source,
    structure_id: place.id,
    id: `${place.id}-mediation-numerique`,
    nom: 'Médiation numérique',
    description: descriptionOf(row),
    date_maj: row.date_maj,
    type: place.supportModes.includes('workshop') ? 'atelier' : 'accompagnement',
    thematiques: distinct(place.services.map((service) => THEMES[service])),
    ...feesOf(place),
    publics: publicsOf(place),
    publics_precisions: row.prise_en_charge_specifique.split('|').filter(Boolean).join(', '),
    ...where,
    modes_accueil: receptionOf(place),
    lien_mobilisation: row.prise_rdv,
    modes_mobilisation: ways,
    mobilisable_par: distinct([
      place.accessModes.some((mode) => mode !== 'referral' && mode !== 'no-public') ? 'usagers' : undefined,
      place.accessModes.includes('referral') ? 'professionnels' : undefined,
    ]),
  })
}

function feesOf({ fees }: Place) {
  if (fees.includes('paying')) return { frais: 'payant' }
  if (fees.includes('free')) return { frais: 'gratuit' }
  return fees.length > 0 ? { frais: 'gratuit', frais_precisions: 'Gratuit sous condition' } : {}
}

function publicsOf({ publics, specialCare }: Place): string[] {
  const isAdapted = specialCare.some((care) => DISABILITIES.includes(care))
  return [...publics.map((one) => PUBLICS[one]), ...(isAdapted ? ['personnes-en-situation-de-handicap'] : [])]
}

function receptionOf({ supportModes }: Place): string[] {
  return distinct([
    supportModes.includes('remote') ? 'a-distance' : undefined,
    supportModes.some((mode) => mode !== 'remote') ? 'en-presentiel' : undefined,
  ])
}

/** Between 3 and 150 signs, without a final point. */
function nameOf(name: string): string {
  const short = [...name]
    .slice(0, 150)
    .join('')
    .replace(/[\s.]+$/, '')
  return short.length >= 3 ? short : `Lieu ${short}`
}

/** Between 50 and 2,000 signs: what the place says of itself, else what the standard says of it. */
function descriptionOf(row: StandardRow): string {
  const said = [row.presentation_detail, row.presentation_resume].find((text) => text.trim().length >= 50)
  const services = row.services === '' ? '' : ` Services : ${row.services.split('|').join(', ')}.`
  const made = `${row.nom}, lieu d’accompagnement aux usages du numérique à ${row.commune}.${services}`
  return [...(said ?? made)].slice(0, 2000).join('')
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))]
}

/** Without what is unknown: the schema has no empty text nor empty list. */
function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )
}
