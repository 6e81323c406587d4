import { folded } from '../fold.ts'
import type { StandardColumn } from '../standard/standard-columns.ts'
import * as vocabulary from '../vocabulary.ts'

/** Columns whose words are those of a list. */
export const TERM_COLUMNS = [
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
  'itinerance',
] as const satisfies readonly StandardColumn[]
export type TermColumn = (typeof TERM_COLUMNS)[number]

export const TERMS: Readonly<Record<TermColumn, readonly vocabulary.Term[]>> = {
  services: vocabulary.services,
  publics_specifiquement_adresses: vocabulary.publics,
  prise_en_charge_specifique: vocabulary.specialCare,
  frais_a_charge: vocabulary.fees,
  dispositif_programmes_nationaux: vocabulary.programmes,
  formations_labels: vocabulary.trainings,
  modalites_acces: vocabulary.accessModes,
  modalites_accompagnement: vocabulary.supportModes,
  itinerance: vocabulary.itinerance,
}

export function isTermColumn(column: StandardColumn): column is TermColumn {
  return (TERM_COLUMNS as readonly string[]).includes(column)
}

const PROCEDURES = 'Aide aux démarches administratives'
const TOOLS = 'Maîtrise des outils numériques du quotidien'
const UNDERSTANDING = 'Compréhension du monde numérique'
const WORK = 'Insertion professionnelle via le numérique'
const ACCESS = 'Accès internet et matériel informatique'
const BUYING = 'Acquisition de matériel informatique à prix solidaire'
const MAKING = 'Loisirs et créations numériques'
const PARENTS = 'Parentalité et éducation avec le numérique'

/** Words of the standard before 1.0, and of data.inclusion, in those of 1.0. DIR-15. */
const FORMER: Readonly<Record<TermColumn, Readonly<Record<string, string>>>> = {
  services: {
    'Devenir autonome dans les démarches administratives': PROCEDURES,
    'Réaliser des démarches administratives avec un accompagnement': PROCEDURES,
    'Accompagner les démarches de santé': PROCEDURES,
    'Prendre en main un smartphone ou une tablette': TOOLS,
    'Prendre en main un ordinateur': TOOLS,
    'Utiliser le numérique au quotidien': TOOLS,
    'Approfondir ma culture numérique': UNDERSTANDING,
    'Promouvoir la citoyenneté numérique': UNDERSTANDING,
    'Favoriser mon insertion professionnelle': WORK,
    'Créer et développer mon entreprise': WORK,
    'Accéder à une connexion internet': ACCESS,
    'Accéder à du matériel': ACCESS,
    'S’équiper en matériel informatique': BUYING,
    'Créer avec le numérique': MAKING,
    'numerique--acceder-a-des-services-en-ligne': PROCEDURES,
    'numerique--acceder-a-une-connexion-internet': ACCESS,
    'numerique--acquerir-un-equipement': BUYING,
    'numerique--maitriser-les-fondamentaux-du-numerique': TOOLS,
    'Soutenir la parentalité et l’éducation avec le numérique': PARENTS,
  },
  publics_specifiquement_adresses: {
    'Jeunes (16-26 ans)': 'Jeunes',
    'Jeunes (16/26 ans)': 'Jeunes',
    'Jeunes 16-26': 'Jeunes',
    'Seniors (+ 65 ans)': 'Seniors',
    'Seniors 65': 'Seniors',
    'Familles/enfants': 'Familles et/ou enfants',
    'Familles/enfant': 'Familles et/ou enfants',
    'familles-enfants': 'Familles et/ou enfants',
    Familles: 'Familles et/ou enfants',
    'Uniquement femmes': 'Femmes',
  },
  prise_en_charge_specifique: {
    'Handicaps moteurs : aménagements pour personnes à mobilité réduite': 'Handicaps moteurs',
    'Handicaps mentaux : déficiences limitant les activités d’une personne': 'Handicaps mentaux',
    'Handicaps psychiques : troubles psychiatriques donnant lieu à des atteintes comportementales':
      'Handicaps mentaux',
    'Handicaps psychiques': 'Handicaps mentaux',
    'Personnes en situation d’illettrisme': 'Illettrisme',
    'Personnes en situation illettrisme': 'Illettrisme',
    'Public langues étrangères': 'Langues étrangères (autres)',
  },
  frais_a_charge: {
    'Gratuit sous conditions': 'Gratuit sous condition',
    Adhésion: 'Payant',
  },
  dispositif_programmes_nationaux: {
    CNFS: 'Conseillers numériques',
    'conseiller-numerique': 'Conseillers numériques',
    'Conseiller numérique France services': 'Conseillers numériques',
    'France Service': 'France Services',
    'Aidant Connect': 'Aidants Connect',
    'Point d’accès numérique CAF': "Point d'accès numérique CAF",
    GEN: 'Grande école du numérique',
  },
  formations_labels: {
    'Fabrique de Territoire': 'Fabriques de Territoire',
    'Étapes numériques (La Poste)': 'Étapes numériques(La Poste)',
    'SUD LABS': 'SUD LABS (PACA)',
    SudLabs: 'SUD LABS (PACA)',
  },
  modalites_acces: {
    'Sans rendez-vous': 'Se présenter',
    'envoyer-un-courriel': 'Contacter par mail',
    'envoyer-un-courriel-avec-une-fiche-de-prescription': 'Envoyer un mail avec une fiche de prescription',
  },
  modalites_accompagnement: {
    Seul: 'En autonomie',
    'Seul : j’ai accès à du matériel et une connexion': 'En autonomie',
    autonomie: 'En autonomie',
    'Avec de l’aide': 'Accompagnement individuel',
    'Avec de l’aide : je suis accompagné seul dans l’usage du numérique': 'Accompagnement individuel',
    accompagnement: 'Accompagnement individuel',
    'Dans un atelier': 'Dans un atelier collectif',
    'Dans un atelier : j’apprends collectivement à utiliser le numérique': 'Dans un atelier collectif',
    atelier: 'Dans un atelier collectif',
    'a-distance': 'À distance',
  },
  itinerance: { oui: 'Itinérant', non: 'Fixe', true: 'Itinérant', false: 'Fixe', itinerante: 'Itinérant' },
}

/** Words that say nothing the standard keeps: neither a term nor a fault. */
const SAY_NOTHING: ReadonlySet<string> = new Set(
  [
    'adultes',
    'tout public',
    'numerique',
    'pass numerique',
    'uniquement hommes',
    'autre',
    'aucun',
    'aucune',
    'neant',
    'tous publics',
    'tous',
    'en-presentiel',
  ].map((word) => wordKey(word)),
)

const known = new Map(
  TERM_COLUMNS.map((column) => [
    column,
    new Map([
      ...TERMS[column].map(({ standard }) => [wordKey(standard), standard] as const),
      ...Object.entries(FORMER[column]).map(([former, standard]) => [wordKey(former), standard] as const),
    ]),
  ]),
)

/** Case, accents, apostrophes, dashes, spaces and final dots put aside. DIR-15. */
export function wordKey(word: string): string {
  return folded(word.replace(/^numerique--/, ''), '')
}

/**
 * The standard's word for one of another time: the whole of it, else what stands before « : » (« Gratuit : je peux… »). '' for
 * a word that says nothing the standard keeps; null when it is not known.
 */
export function formerTerm(column: TermColumn, word: string): string | null {
  const key = wordKey(word)
  const words = known.get(column)
  const found = words?.get(key) ?? words?.get(wordKey(word.split(/\s:\s/)[0] ?? ''))
  if (found !== undefined) return found
  return SAY_NOTHING.has(key) ? '' : null
}

/** `|`, `;`, ` / ` and new lines part words; a comma only when it leaves nothing unknown. */
export function wordsOf(column: TermColumn, text: string, isKnown: (word: string) => boolean): string[] {
  if (text.trim() === '') return []
  if (isKnown(text.trim())) return [text.trim()]
  return split(text, /[|;\n]|\s\/\s|\s\/(?=\s*[A-ZÀÉ])/).flatMap((part) => {
    if (isKnown(part) || formerTerm(column, part) !== null) return [part]
    const smaller = split(part, ',')
    const isList =
      smaller.length > 1 && smaller.every((one) => isKnown(one) || formerTerm(column, one) !== null)
    return isList ? smaller : [part]
  })
}

function split(text: string, separator: RegExp | string): string[] {
  return text
    .split(separator)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
}
