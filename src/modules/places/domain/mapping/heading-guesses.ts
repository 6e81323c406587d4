import type { StandardColumn } from '../standard/standard-columns.ts'
import { areTicks, type CellKind, shareOf } from './cell-kinds.ts'
import { headingKey, headingText } from './known-headings.ts'

/** What a heading that nobody listed speaks of, in a sentence or in a question; and what its cells must look like. */
interface Guess {
  readonly has: RegExp
  readonly unless?: RegExp
  readonly cells?: readonly [kind: CellKind, least: number]
}

/** Somebody, or somewhere else: such a column is never taken for the place's own. */
export const SOMEBODY =
  /priv|referent|responsable|directeur|directrice|agent|interne|personnel|conseiller|animateur|mediateur|prenom|interlocuteur|president|elu\b|maire\b/

const GUESSES: Readonly<Partial<Record<StandardColumn, Guess>>> = {
  pivot: { has: /\bsiret\b/, cells: ['siret', 0.3] },
  nom: {
    has: /\bnom\b.*\b(structure|lieu|etablissement|site|organisme|association|espace|epn|point|centre|tiers lieu|permanence|service)|^(lib|nom|name|intitule|denomination|designation|enseigne|raison sociale)\b|(location|place|venue|structure) name/,
    unless:
      /contact|commune|ville|voie|rue|reseau|epci|region|departement|groupe|usager|porteu|parent|gestionnaire|charge|canton|territoire/,
    cells: ['name', 0.8],
  },
  adresse: {
    has: /\b(adresse|address|rue|voie|street)\b/,
    unless:
      /mail|\bmel\b|electronique|\bsite\b|web|internet|\bip\b|url|courriel|complement|siege|facturation|type|numero de voie/,
    cells: ['name', 0.6],
  },
  code_postal: {
    has: /\b(code postal|codepostal|cp|postcode|postal code|zip)\b/,
    cells: ['postal-code', 0.5],
  },
  commune: {
    has: /\b(commune|ville|localite|city|town)\b/,
    unless:
      /code|insee|nombre|population|taille|epci|communaute|politique|quartier|qpv|intervention|rayonnement|adresse/,
    cells: ['town', 0.7],
  },
  code_insee: { has: /\binsee\b|code commune/, cells: ['insee', 0.5] },
  latitude: { has: /\b(lat|latitude)\b|(^| )y( |$)/, cells: ['number', 0.8] },
  longitude: { has: /\b(lon|lng|longitude)\b|(^| )x( |$)/, cells: ['number', 0.8] },
  typologie: {
    has: /\b(type|typologie|nature|categorie)\b.*\b(structure|lieu|etablissement|espace|organisme|site)\b/,
  },
  telephone: { has: /\b(tel|telephone|telephonique|phone)\b/, cells: ['phone', 0.5] },
  courriels: { has: /\b(mails?|emails?|courriels?|mel|courrier electronique)\b/, cells: ['mail', 0.5] },
  site_web: { has: /\b(site|web|url|website|internet)\b/, cells: ['web', 0.4] },
  horaires: {
    has: /\b(horaires?|ouverture|opening hours|permanences?)\b/,
    unless: /commentaire|date|exceptionn|vacances|fermeture|nombre/,
    cells: ['hours', 0.3],
  },
  presentation_detail: { has: /\b(description|presentation|descriptif)\b/, cells: ['name', 0.5] },
  date_maj: {
    has: /mise a jour|\bmaj\b|modifi|updated|actualis/,
    unless: /\bpar\b|auteur|\bby\b/,
    cells: ['date', 0.5],
  },
  services: {
    has: /\b(services?|ateliers?|activites|actions|accompagnements?|thematiques?|prestations|competences)\b/,
    unless: /date|nombre|horaire|\bnom\b|jour|public|type de structure|modalite/,
  },
  publics_specifiquement_adresses: {
    has: /\bpublics?\b/,
    unless: /ouvert|accueil du public|nombre|services?/,
  },
  frais_a_charge: { has: /\b(tarif\w*|gratuit\w*|payant|cout|frais|prix)\b/ },
  modalites_acces: { has: /modalites?.*(acces|accueil)/ },
  modalites_accompagnement: { has: /(modalites?|formes?).*accompagnement|\bactions\b|\bateliers\b/ },
}

/** Cells of a column that say something. */
export type CellsOf = (heading: string) => readonly string[]

/** The headings that seem to speak of a column, the shortest first. */
export function headingsGuessed(column: StandardColumn, free: readonly string[], cellsOf: CellsOf): string[] {
  const guess = GUESSES[column]
  if (!guess) return []
  return free
    .filter((heading) => {
      const name = headingKey(headingText(heading))
      if (!guess.has.test(name) || guess.unless?.test(name) || SOMEBODY.test(name)) return false
      const cells = cellsOf(heading)
      return !areTicks(cells) && (!guess.cells || shareOf(guess.cells[0], cells) >= guess.cells[1])
    })
    .sort((one, other) => one.length - other.length)
}

/** What cells must look like for a known heading to be believed: one of them at least. */
const NEEDED: Readonly<Partial<Record<StandardColumn, CellKind>>> = {
  courriels: 'mail',
  site_web: 'web',
  fiche_acces_libre: 'web',
  prise_rdv: 'web',
}
const NEVER_TICKS: ReadonlySet<StandardColumn> = new Set([
  'telephone',
  'horaires',
  'presentation_resume',
  'presentation_detail',
])

/** « RDV », « Téléphone » may be columns to tick. Without any row, the heading is believed. */
export function standsFor(column: StandardColumn, cells: readonly string[]): boolean {
  const kind = NEEDED[column]
  if (cells.length > 0 && kind && shareOf(kind, cells) === 0) return false
  return !(NEVER_TICKS.has(column) && areTicks(cells))
}
