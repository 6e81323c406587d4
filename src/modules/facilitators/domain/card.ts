import type { PersonId } from '../../../platform/session/actor.ts'
import type { Distance } from './skills.ts'

/** A place where somebody works, as its public page is found. */
export interface Workplace {
  slug: string
  name: string
  /** The number of its département and the SIREN of its EPCI; null: its address does not say. */
  department: string | null
  epci: string | null
}

/**
 * A facilitator as they let one reader see them: null, or an empty list, is what they do not show, or did not write.
 * DIR-78.
 */
export interface Card {
  personId: PersonId
  name: string
  jobTitle: string | null
  organisation: string | null
  commune: string | null
  email: string | null
  phone: string | null
  hasPhoto: boolean
  presentation: string | null
  skills: readonly string[]
  themes: readonly string[]
  languages: readonly string[]
  goesTo: Distance | null
  availability: string | null
  takesMessages: boolean
  places: readonly Workplace[]
}

/** What is looked for; an empty text asks nothing. DIR-79. */
export interface AskedCards {
  /** Words of the name, of what they say of themselves, of their organisation or commune, of their places. */
  q: string
  skill: string
  /** Code of a service of the national standard. */
  theme: string
  /** « departement:50 » or « epci:200067205 ». */
  territory: string
  language: string
  /** Only those who go and help elsewhere. */
  isMobile: boolean
}

/** Only what the reader sees is looked at: what is hidden from them is not found either. */
export function isFound(card: Card, asked: AskedCards, fold: (text: string) => string): boolean {
  const { skill, theme, territory, language, isMobile } = asked
  return (
    (skill === '' || card.skills.includes(skill)) &&
    (theme === '' || card.themes.includes(theme)) &&
    (language === '' || card.languages.some((one) => fold(one) === fold(language))) &&
    (territory === '' || card.places.some((place) => isWithin(place, territory))) &&
    (!isMobile || goesElsewhere(card)) &&
    hasWords(card, fold(asked.q).split(' '), fold)
  )
}

export function goesElsewhere({ goesTo }: Pick<Card, 'goesTo'>): boolean {
  return goesTo !== null && goesTo !== 'nowhere'
}

function isWithin({ department, epci }: Workplace, territory: string): boolean {
  return territory === `departement:${department}` || territory === `epci:${epci}`
}

function hasWords(card: Card, words: readonly string[], fold: (text: string) => string): boolean {
  const { name, jobTitle, organisation, commune, presentation, places } = card
  const said = [name, jobTitle, organisation, commune, presentation, ...places.map((place) => place.name)]
  const text = fold(said.filter(Boolean).join(' '))
  return words.every((word) => text.includes(word))
}
