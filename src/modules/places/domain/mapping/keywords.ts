import { misspelling } from '../duplicates/likeness.ts'
import { folded } from '../fold.ts'
import { TERMS, type TermColumn, wordKey } from './former-terms.ts'

interface Keyword {
  /** In the folded text: no accent, no capital. */
  readonly has: RegExp
  /** What makes it speak of something else. */
  readonly unless?: RegExp
  readonly term: string
}

/** What the words of a free text speak of, with those that would say otherwise: proposed, never applied unseen. DIR-29. */
const KEYWORDS: Readonly<Record<TermColumn, readonly Keyword[]>> = {
  services: [
    { has: /demarche|administratif|papiers|acces aux droits/, term: 'Aide aux démarches administratives' },
    {
      has: /initie|initiation|outils numeriques|bureautique|smartphone|tablette|informatique de base|ordinateur(?!s? a prix)|prise en main/,
      unless: /acces libre|libre acces|acces a un|pret d/,
      term: 'Maîtrise des outils numériques du quotidien',
    },
    {
      unless: /impression 3d/,
      has: /acces (a )?l? ?internet|libre acces|acces libre|connexion|wifi|wi fi|impression|imprimante|scanner|acces a un ordinateur|pret d(e|u) (materiel|tablettes?|ordinateur)/,
      term: 'Accès internet et matériel informatique',
    },
    {
      has: /emploi|insertion|cv\b|entreprise/,
      term: 'Insertion professionnelle via le numérique',
    },
    {
      has: /recreati|creation|creer|fabrication|fab ?lab|jeux|loisir|prototypage|impression 3d/,
      unless: /entreprise/,
      term: 'Loisirs et créations numériques',
    },
    {
      has: /parent|educati|scolaire|enfant/,
      term: 'Parentalité et éducation avec le numérique',
    },
    {
      has: /culture numerique|citoyen|comprendre|desinformation|media/,
      unless: /mediatheque|multimedia|mediation|mediateur|immediat/,
      term: 'Compréhension du monde numérique',
    },
    {
      has: /prix solidaire|vente solidaire|reconditionn|equiper/,
      term: 'Acquisition de matériel informatique à prix solidaire',
    },
    {
      has: /securit|arnaque|donnees personnelles/,
      unless: /securite sociale/,
      term: 'Utilisation sécurisée du numérique',
    },
  ],
  dispositif_programmes_nationaux: [
    {
      has: /france services?|label fs|msap|maison de services? au public/,
      unless: /conseillers? numeriques?/,
      term: 'France Services',
    },
    { has: /conseiller.*numerique/, term: 'Conseillers numériques' },
    { has: /aidants? connect/, term: 'Aidants Connect' },
    { has: /grande ecole du numerique/, term: 'Grande école du numérique' },
    { has: /\bpix\b/, term: 'Certification PIX' },
    { has: /promeneurs? du net/, term: 'Promeneurs du net' },
  ],
  formations_labels: [
    { has: /fabriques? de territoires?/, term: 'Fabriques de Territoire' },
    { has: /sud ?labs?/, term: 'SUD LABS (PACA)' },
    { has: /\barnia\b/, term: 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)' },
  ],
  modalites_accompagnement: [
    { has: /autonomie|seul/, term: 'En autonomie' },
    { has: /atelier|collecti|groupe/, term: 'Dans un atelier collectif' },
    { has: /individu/, term: 'Accompagnement individuel' },
    {
      has: /accompagn/,
      unless: /individu|atelier|collecti|groupe|autonomie|seul/,
      term: 'Accompagnement individuel',
    },
    { has: /a distance|visio/, term: 'À distance' },
  ],
  publics_specifiquement_adresses: [
    { has: /jeune|16.?25|16.?26/, term: 'Jeunes' },
    { has: /senior|aine|retraite|personnes agees/, term: 'Seniors' },
    { has: /famille|enfant|parent/, term: 'Familles et/ou enfants' },
    { has: /etudiant/, term: 'Étudiants' },
    { has: /femme/, term: 'Femmes' },
  ],
  prise_en_charge_specifique: [
    { has: /\bpmr\b|mobilite reduite|fauteuil|handicaps? moteur/, term: 'Handicaps moteurs' },
    { has: /sourd|surdite|malentend|\blsf\b|langue des signes/, term: 'Surdité' },
    { has: /malvoyan|deficien\w* visuel|aveugle|braille/, term: 'Déficience visuelle' },
    { has: /handicaps? (mental|mentaux|psychique)/, term: 'Handicaps mentaux' },
    { has: /illettrisme|illettre/, term: 'Illettrisme' },
    { has: /\banglais/, term: 'Langues étrangères (anglais)' },
    {
      has: /espagnol|arabe|portugais|allemand|italien|langues? etrangere|allophone|\bfle\b/,
      term: 'Langues étrangères (autres)',
    },
  ],
  frais_a_charge: [
    { has: /sous (reserve|condition)/, term: 'Gratuit sous condition' },
    {
      has: /payant|tarif|adhesion|euros?\b/,
      unless: /gratuit/,
      term: 'Payant',
    },
    { has: /gratuit/, unless: /sous condition|pas gratuit|non gratuit/, term: 'Gratuit' },
  ],
  modalites_acces: [
    {
      has: /sans (rdv|rendez vous)|acces libre|libre acces|entree libre|se presenter|sur place/,
      term: 'Se présenter',
    },
    { has: /telephon|par tel\b|appeler/, term: 'Téléphoner' },
    { has: /(par|un) (mail|courriel)/, unless: /prescription/, term: 'Contacter par mail' },
    { has: /(rdv|rendez vous) en ligne/, term: 'Prendre un RDV en ligne' },
  ],
  itinerance: [{ has: /itineran|mobile|\bbus\b/, term: 'Itinérant' }],
}

/** Beyond, a text is a story: what it speaks of says little of what the place offers. */
const LONGEST_GUESSED = 400

/**
 * A word that nobody knows, guessed by its likeness to a term, or by what it speaks of: several terms are joined by `|`. Null
 * when nothing does.
 */
export function guessedTerm(column: TermColumn, word: string): string | null {
  const key = wordKey(word)
  const misspelt = TERMS[column].find(
    ({ standard }) => key.length >= 8 && misspelling(wordKey(standard), key) > 0,
  )?.standard
  // A text that only begins like a term may go on to others.
  if (misspelt !== undefined && key.length <= wordKey(misspelt).length + 3) return misspelt
  const phrases = phrasesOf(word)
  const found = KEYWORDS[column]
    .filter(({ has, unless }) => phrases.some((phrase) => has.test(phrase) && !unless?.test(phrase)))
    .map(({ term }) => term)
  if (misspelt !== undefined && !found.includes(misspelt)) found.unshift(misspelt)
  if (found.length === 0) return null
  return ONE_ONLY.has(column) ? (found[0] ?? null) : [...new Set(found)].join('|')
}

/** What excludes a meaning is said in the same phrase: « accès libre, ateliers d’initiation » says both. */
function phrasesOf(text: string): string[] {
  return text
    .slice(0, LONGEST_GUESSED)
    .replaceAll('€', ' euros ')
    .split(/[,.;()/…\n]|\s-\s/)
    .map((phrase) => folded(phrase))
}

/** Lists of which a text says one: « gratuit sous condition » is not « gratuit » too. */
const ONE_ONLY: ReadonlySet<TermColumn> = new Set(['frais_a_charge', 'itinerance'])
