import type { Section, WrittenField } from '../../domain/life/sections.ts'
import type { StandardColumn } from '../../domain/standard/standard-columns.ts'
import type { Term } from '../../domain/vocabulary.ts'
import * as vocabulary from '../../domain/vocabulary.ts'

/** A field of a form about a place: its name is the column of the national standard. */
export interface FieldOfSection {
  readonly field: WrittenField
  readonly column: StandardColumn | 'communes_desservies'
  readonly label: string
  /** Why it matters, to whoever reads the sheet. DIR-73. */
  readonly why: string
  /** `lines`: one value a line. */
  readonly kind: 'line' | 'prose' | 'lines' | 'terms'
  readonly terms?: readonly Term[]
  readonly width?: 'short' | 'medium'
}

/** What kind of house it is, for the most common ones; a code of data.inclusion. */
const typologies: readonly Term[] = [
  ['ASSO', 'Association'],
  ['BIB', 'Bibliothèque, médiathèque'],
  ['MUNI', 'Mairie, service municipal'],
  ['CCAS', 'Centre communal d’action sociale'],
  ['CS', 'Centre social'],
  ['EPN', 'Espace public numérique'],
  ['ESS', 'Entreprise de l’économie sociale et solidaire'],
  ['EVS', 'Espace de vie sociale'],
  ['FABLAB', 'Atelier de fabrication (fablab)'],
  ['MDS', 'Maison des solidarités du Département'],
  ['MJC', 'Maison des jeunes et de la culture'],
  ['ML', 'Mission locale'],
  ['PIJ_BIJ', 'Point ou bureau information jeunesse'],
  ['PIMMS', 'Point information médiation (Pimms)'],
  ['RFS', 'France services'],
  ['TIERS_LIEUX', 'Tiers-lieu'],
].map(([code = '', plain = '']) => ({ code, standard: code, plain }))

export const FIELDS: Readonly<Record<Section, readonly FieldOfSection[]>> = {
  identity: [
    {
      ...{ field: 'name', column: 'nom', kind: 'line', label: 'Nom du lieu' },
      why: 'Celui de l’enseigne ou de la porte : c’est lui que l’on cherche en arrivant.',
    },
    {
      ...{ field: 'itinerance', column: 'itinerance', kind: 'terms', terms: vocabulary.itinerance },
      label: 'Où recevez-vous ?',
      why: 'Un lieu qui se déplace se cherche par ses dates, pas par son adresse. Cochez les deux s’il fait les deux.',
    },
    {
      ...{ field: 'typologies', column: 'typologie', kind: 'terms', terms: typologies },
      label: 'Genre de lieu',
      why: 'Il aide à deviner ce qu’on y trouve, et à ne pas confondre deux lieux voisins.',
    },
    {
      ...{ field: 'pivot', column: 'pivot', kind: 'line', width: 'medium' },
      label: 'SIRET de l’établissement',
      why: 'Il relie votre fiche aux fichiers nationaux, et évite qu’elle soit créée deux fois. À défaut : RNA, RIDET ou numéro TAHITI.',
    },
    {
      ...{ field: 'parentOrganisation', column: 'structure_parente', kind: 'line' },
      label: 'Structure dont le lieu dépend',
      why: 'Elle dit qui répond du lieu quand son nom ne le dit pas.',
    },
  ],
  hours: [
    {
      ...{ field: 'openingHours', column: 'horaires', kind: 'prose', label: 'Horaires d’ouverture' },
      why: 'C’est la première chose que l’on cherche : sans horaires, le lieu n’apparaît pas dans « ouvert maintenant ».',
    },
  ],
  services: [
    {
      ...{ field: 'services', column: 'services', kind: 'terms', terms: vocabulary.services },
      label: 'Ce que l’on peut y faire',
      why: 'Les besoins cochés ici sont ceux par lesquels on vous trouve.',
    },
    {
      ...{ field: 'supportModes', column: 'modalites_accompagnement', kind: 'terms' },
      ...{ terms: vocabulary.supportModes, label: 'Comment on y est aidé' },
      why: 'Qui n’ose pas se débrouiller cherche un tête-à-tête ; qui veut apprendre cherche un atelier.',
    },
    {
      ...{ field: 'accessModes', column: 'modalites_acces', kind: 'terms', terms: vocabulary.accessModes },
      label: 'Comment on y est reçu',
      why: 'Une personne qui vient sans prévenir et trouve porte close ne revient pas.',
    },
  ],
  contact: [
    {
      ...{ field: 'phone', column: 'telephone', kind: 'line', width: 'medium', label: 'Téléphone du lieu' },
      why: 'Beaucoup appellent avant de venir. Un seul numéro, celui de l’accueil.',
    },
    {
      ...{ field: 'emails', column: 'courriels', kind: 'lines', label: 'Courriels' },
      why: 'Une adresse du lieu plutôt que celle d’une personne : elle survit aux départs. Une par ligne.',
    },
    {
      ...{ field: 'websites', column: 'site_web', kind: 'lines', label: 'Sites' },
      why: 'Votre site ou votre page. Une adresse par ligne.',
    },
    {
      ...{ field: 'bookingUrl', column: 'prise_rdv', kind: 'line', label: 'Prise de rendez-vous en ligne' },
      why: 'L’adresse de la page où l’on réserve, si vous en avez une.',
    },
  ],
  address: [
    {
      ...{ field: 'address', column: 'adresse', kind: 'line', label: 'Numéro et rue' },
      why: 'Sans le code postal ni la commune, qui ont leur champ.',
    },
    {
      ...{ field: 'addressExtra', column: 'complement_adresse', kind: 'line' },
      label: 'Complément d’adresse',
      why: 'Bâtiment, étage, entrée par la cour : ce qui évite de chercher.',
    },
    {
      ...{ field: 'postalCode', column: 'code_postal', kind: 'line', width: 'short', label: 'Code postal' },
      why: 'Cinq chiffres.',
    },
    {
      ...{ field: 'commune', column: 'commune', kind: 'line', width: 'medium', label: 'Commune' },
      why: 'On vous cherche d’abord par elle.',
    },
    {
      ...{ field: 'latitude', column: 'latitude', kind: 'line', width: 'medium', label: 'Latitude' },
      why: 'Le point exact de la porte, en degrés : 49.1156. Il place le lieu sur la carte et donne les distances.',
    },
    {
      ...{ field: 'longitude', column: 'longitude', kind: 'line', width: 'medium', label: 'Longitude' },
      why: 'Par exemple -1.0906.',
    },
    {
      ...{ field: 'serves', column: 'communes_desservies', kind: 'lines' },
      label: 'Communes desservies',
      why: 'Pour un lieu qui se déplace : là où on peut l’attendre. Une commune par ligne.',
    },
  ],
  presentation: [
    {
      ...{ field: 'summary', column: 'presentation_resume', kind: 'prose', label: 'En deux phrases' },
      why: '280 signes au plus : c’est ce qu’on lit en premier, avant de décider de venir.',
    },
    {
      ...{ field: 'detail', column: 'presentation_detail', kind: 'prose', label: 'Présentation' },
      why: 'Tout le reste : l’ambiance, l’équipe, ce qu’il faut apporter.',
    },
  ],
  publics: [
    {
      ...{ field: 'publics', column: 'publics_specifiquement_adresses', kind: 'terms' },
      ...{ terms: vocabulary.publics, label: 'Publics auxquels le lieu s’adresse d’abord' },
      why: 'Laissez tout vide si vous recevez tout le monde.',
    },
    {
      ...{ field: 'specialCare', column: 'prise_en_charge_specifique', kind: 'terms' },
      ...{ terms: vocabulary.specialCare, label: 'Accueil adapté' },
      why: 'Une personne sourde, ou qui lit mal, cherche les lieux où elle sera comprise.',
    },
    {
      ...{ field: 'fees', column: 'frais_a_charge', kind: 'terms', terms: vocabulary.fees, label: 'Prix' },
      why: 'Beaucoup renoncent faute de savoir si c’est gratuit.',
    },
    {
      ...{ field: 'accesLibreUrl', column: 'fiche_acces_libre', kind: 'line' },
      label: 'Fiche d’accessibilité (Acceslibre)',
      why: 'Entrée, circulation, sanitaires : elle répond à qui se déplace difficilement. Collez l’adresse de la fiche.',
    },
  ],
  programmes: [
    {
      ...{ field: 'programmes', column: 'dispositif_programmes_nationaux', kind: 'terms' },
      ...{ terms: vocabulary.programmes, label: 'Programmes nationaux' },
      why: 'Ils disent à quelles aides on a droit chez vous.',
    },
    {
      ...{ field: 'trainings', column: 'formations_labels', kind: 'terms', terms: vocabulary.trainings },
      label: 'Formations et labels nationaux',
      why: 'Ce que votre équipe a suivi, ou ce que le lieu a reçu.',
    },
    {
      ...{ field: 'otherLabels', column: 'autres_formations_labels', kind: 'lines' },
      label: 'Autres labels déclarés',
      why: 'Un par ligne. Les labels du réseau n’ont pas à être écrits ici : ils s’affichent seuls.',
    },
  ],
}

const BY_FIELD = new Map<string, FieldOfSection>(
  Object.values(FIELDS)
    .flat()
    .map((one) => [one.field, one]),
)

/** The words of a field; null for what nobody types. */
export function fieldNamed(field: string): FieldOfSection | null {
  return BY_FIELD.get(field) ?? null
}
