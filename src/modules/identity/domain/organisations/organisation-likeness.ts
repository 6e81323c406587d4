import { sirenOf } from '../../../../kernel/organisation-numbers.ts'
import type { OrganisationDetails } from './organisation.ts'

/** What is compared: of the organisation being typed, and of one already known. */
export type Compared = Pick<OrganisationDetails, 'name' | 'kind' | 'siret' | 'rna' | 'ridet' | 'commune'>

export type Reason = 'same-siret' | 'same-rna' | 'same-ridet' | 'same-siren' | 'close-name' | 'same-commune'

export interface Likeness {
  /** From 0 to 1; 1 for the same number. */
  score: number
  /** How close the two names are, from 0 to 1, legal forms put aside. */
  nameScore: number
  reasons: Reason[]
}

/** From this score on, an organisation is proposed as « peut-être la même ». */
export const WORTH_SHOWING = 0.6

const CLOSE_NAME = 0.6
/** A commune says little by itself: it lifts a name that is nearly close. */
const SAME_COMMUNE = 0.15
/** « Commune de Honfleur » and « Association de Honfleur » are not the same body. */
const OTHER_KIND = 0.3

/** How likely the two are one organisation, and why. */
export function likeness(typed: Compared, known: Compared): Likeness {
  const nameScore = nameLikeness(typed, known)
  const number = sameNumber(typed, known)
  const commune = folded(typed.commune)
  const isThere = commune !== '' && commune === folded(known.commune)
  const isOther = isAnotherCompany(typed, known)
  const byName = isOther && nameScore < 1 ? 0 : Math.min(1, nameScore + (isThere ? SAME_COMMUNE : 0))
  const score = Math.max(number ? (number === 'same-siren' ? 0.9 : 1) : 0, byName)
  const reasons: Reason[] = [
    ...(number ? [number] : []),
    ...(nameScore >= CLOSE_NAME - SAME_COMMUNE ? ['close-name' as const] : []),
    ...(isThere ? ['same-commune' as const] : []),
  ]
  return { score: rounded(score), nameScore: rounded(nameScore), reasons }
}

function sameNumber(typed: Compared, known: Compared): Reason | null {
  if (typed.siret && typed.siret === known.siret) return 'same-siret'
  if (typed.rna && typed.rna === known.rna) return 'same-rna'
  if (typed.ridet && typed.ridet === known.ridet) return 'same-ridet'
  if (typed.siret && known.siret && sirenOf(typed.siret) === sirenOf(known.siret)) return 'same-siren'
  return null
}

/** Both give a SIREN, and it is not the same: only a name written alike still makes one look. */
function isAnotherCompany(typed: Compared, known: Compared): boolean {
  return Boolean(typed.siret && known.siret && sirenOf(typed.siret) !== sirenOf(known.siret))
}

function nameLikeness(typed: Compared, known: Compared): number {
  const whole = similarity(folded(typed.name), folded(known.name))
  const core = similarity(coreName(typed.name), coreName(known.name))
  return Math.max(whole, core - (typed.kind === known.kind ? 0 : OTHER_KIND))
}

/** Words that say a legal form, not who: « Commune de Valmer », « Mairie de Valmer » and « Valmer » are one name. */
const LEGAL_FORMS = new Set(
  `commune mairie ville villes association asso loi 1901 departement conseil departemental region regional communaute
  communes agglomeration agglo urbaine metropole epci syndicat mixte societe sas sarl sa scop scic eurl centre communal
  intercommunal ccas cias de des du d la le les l et en a au aux`.split(/\s+/),
)

/** The name without case, accents, punctuation and legal forms; the whole name when nothing else remains. */
export function coreName(name: string): string {
  const words = folded(name).split(' ')
  const telling = words.filter((word) => !LEGAL_FORMS.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Shares of three letters, as pg_trgm counts them: the common ones over all of them. */
export function similarity(one: string, other: string): number {
  const mine = trigrams(one)
  const theirs = trigrams(other)
  const common = [...mine].filter((trigram) => theirs.has(trigram)).length
  const all = mine.size + theirs.size - common
  return all === 0 ? 0 : common / all
}

function trigrams(text: string): Set<string> {
  const words = text.split(' ').filter(Boolean)
  return new Set(
    words.flatMap((word) => {
      const padded = `  ${word} `
      return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
    }),
  )
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100
}
