import { folded } from '../fold.ts'

/** Words that tie others together, and tell nothing of a place. */
const TIES = new Set('a au aux avec d de des du en et l la le les o ou par pour s sur un une'.split(' '))

/** What is written short in the names of the field, in the words it stands for. */
const SHORT: Readonly<Record<string, string>> = {
  asso: 'association',
  assoc: 'association',
  ass: 'association',
  biblio: 'bibliotheque',
  ca: 'communaute agglomeration',
  cc: 'communaute communes',
  ccas: 'centre communal action sociale',
  cdc: 'communaute communes',
  cias: 'centre intercommunal action sociale',
  cms: 'centre medico social',
  com: 'communal',
  commune: 'mairie',
  cs: 'centre social',
  csc: 'centre social culturel',
  ctre: 'centre',
  dep: 'departement',
  edn: 'espace numerique',
  efs: 'espace france services',
  epn: 'espace public numerique',
  fed: 'federation',
  fs: 'france services',
  mds: 'maison solidarites',
  mediatheq: 'mediatheque',
  mfs: 'maison france services',
  mjc: 'maison jeunes culture',
  msap: 'maison services public',
  municipale: 'mairie',
  pimms: 'point information mediation multi services',
  prim: 'principale',
  st: 'saint',
  ste: 'sainte',
  ville: 'mairie',
}

/** The kinds of ways, and the titles of those they are named after. */
const SHORT_IN_STREETS: Readonly<Record<string, string>> = {
  all: 'allee',
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  bis: '',
  boul: 'boulevard',
  bvd: 'boulevard',
  ch: 'chemin',
  che: 'chemin',
  chem: 'chemin',
  crs: 'cours',
  dr: 'docteur',
  fbg: 'faubourg',
  fg: 'faubourg',
  gal: 'general',
  gen: 'general',
  imp: 'impasse',
  ld: 'lieu dit',
  lot: 'lotissement',
  mal: 'marechal',
  mte: 'montee',
  pas: 'passage',
  pdt: 'president',
  pl: 'place',
  pte: 'porte',
  r: 'rue',
  res: 'residence',
  rpt: 'rond point',
  rte: 'route',
  sq: 'square',
  st: 'saint',
  ste: 'sainte',
}

/** Words many places bear: they tell them apart less than the others. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'mairie france services espace maison centre social sociale public publics publique point numerique association ' +
    'communal intercommunal communautaire action accueil antenne agence annexe local municipal service relais poste cyber base ' +
    'communaute communes agglomeration departement mediatheque bibliotheque pole site itinerant bus'
  ).split(' '),
)

/** The kinds of ways tell less than their names. */
export const WAY_KINDS: ReadonlySet<string> = new Set(
  (
    'allee avenue boulevard chemin cours faubourg impasse lieu dit lotissement montee passage place porte quai residence rond point ' +
    'route rue square zone'
  ).split(' '),
)

/** The words of a folded text, long forms for short ones, none twice, as `numberOf` numbers them. */
export type WordReader = (text: string) => number[]

export function nameReader(numberOf: (word: string) => number): WordReader {
  return reader(SHORT, numberOf)
}

export function streetReader(numberOf: (word: string) => number): WordReader {
  return reader(SHORT_IN_STREETS, numberOf)
}

/** A word met again costs one look-up. */
function reader(short: Readonly<Record<string, string>>, numberOf: (word: string) => number): WordReader {
  const known = new Map<string, readonly number[]>()
  const idsOf = (word: string) => {
    const long = Object.hasOwn(short, word) ? (short[word] ?? '') : word
    return long
      .split(' ')
      .filter((part) => part !== '' && !TIES.has(part))
      .map(numberOf)
  }
  return (text) => {
    const ids: number[] = []
    for (const word of text.split(' ')) {
      let found = known.get(word)
      if (!found) {
        found = idsOf(word)
        known.set(word, found)
      }
      for (const id of found) if (!ids.includes(id)) ids.push(id)
    }
    return ids
  }
}

/** Two places of different kinds are two places, though they share a name and a door. */
const KINDS: Readonly<Record<string, string>> = {
  bibliotheque: 'mediatheque',
  college: 'college',
  creche: 'creche',
  ecole: 'ecole',
  ehpad: 'ehpad',
  ludotheque: 'ludotheque',
  lycee: 'lycee',
  mairie: 'mairie',
  mediatheque: 'mediatheque',
  musee: 'musee',
  poste: 'poste',
}

export function kindOf(word: string): string | null {
  return Object.hasOwn(KINDS, word) ? (KINDS[word] ?? null) : null
}

export interface Street {
  /** `12`, or null: an address may have none. `12 bis` and `12 ter` are 12. */
  readonly number: string | null
  /** What follows it, folded. */
  readonly way: string
}

/** A number, maybe a second one of a range (`2 - 4`), maybe a letter, then the way. */
const STREET = /^(?:(\d{1,5})(?:[a-z]{1,3})? )(?:\d{1,4} )?(?:(?:bis|ter|quater|[a-d]) )?(?=.)/

export function streetOf(address: string): Street {
  const text = folded(address)
  const found = STREET.exec(text)
  return { number: found?.[1] ?? null, way: found ? text.slice(found[0].length) : text }
}
