import { plural } from '../../../ui/french.ts'
import type { PlaceSummary } from '../data/places.queries.ts'
import { groundName } from '../data/search/places.gazetteer.ts'
import type { Condition } from '../data/search/places.results.ts'
import type { Asked } from '../domain/search/asked.ts'
import { FACETS } from '../domain/search/facets.ts'
import type { SearchReading } from '../domain/search/search.ts'
import type { Choice } from '../domain/search/search-choices.ts'
import { type Service, services, type Term } from '../domain/vocabulary.ts'
import { openText, PARAMETER_TEXTS, WITHOUT } from './search/search-wording.ts'

const NO_BREAK = '\u00a0'

export function plainService(service: Service): string {
  return termText(services, service)
}

/** The resident's words for a code; the code itself if the list no longer knows it. */
export function termText(list: readonly Term[], code: string): string {
  return list.find((term) => term.code === code)?.plain ?? code
}

/** « 43 lieux pour remplir un papier en ligne à Saint-Lô ». `own`: the territories that the network names itself. */
export function resultsTitle(
  total: number,
  asked: Asked,
  reading: SearchReading | null,
  own: readonly { slug: string; name: string }[] = [],
): string {
  if (total > 0 && !asked.text && asked.services.length === 0 && asked.labels.length === 0) {
    if (asked.box) return `${plural(total, 'lieu', 'lieux')} sur cette partie de la carte`
    const where = groundsText(asked, own)
    if (where) return `${plural(total, 'lieu', 'lieux')} ${where}`
    return `${plural(total, 'lieu vous accueille', 'lieux vous accueillent')}`
  }
  const needed = asked.services.length > 0 ? asked.services : (reading?.need?.services ?? [])
  const [need] = needed
  const parts = [
    total === 0 ? 'Aucun lieu' : plural(total, 'lieu', 'lieux'),
    needed.length === 1 && need ? `pour ${lowerFirst(plainService(need))}` : '',
    reading ? groundText(reading) : '',
    groundsText(asked, own),
    reading && reading.words.length > 0 ? `pour « ${reading.words.join(' ')} »` : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** « à Saint-Lô », « (Manche) », « à moins de 20 km de Saint-Lô », « à moins de 5 km de vous ». */
function groundsText(
  { grounds, radius, position, text }: Asked,
  own: readonly { slug: string; name: string }[],
): string {
  const around = radius ? `à moins de ${radius} km` : ''
  if (position) return around && `${around} de vous`
  const names = grounds.map(
    (ground) => groundName(ground) ?? own.find(({ slug }) => slug === ground.code)?.name ?? ground.code,
  )
  if (around) return names.length > 0 ? `${around} de ${names.join(' ou ')}` : text && around
  const [only] = grounds
  return only?.kind === 'commune' && grounds.length === 1
    ? atTown(names[0] ?? '')
    : names.length > 0
      ? `(${names.join(', ')})`
      : ''
}

/** « à Caen », « au Havre », « aux Sables-d’Olonne », « (Manche) », « (50100) ». */
function groundText({ towns, department, postalCode }: SearchReading): string {
  const names = [...new Set(towns.map(({ name }) => name))]
  if (names.length > 0) return names.slice(0, 2).map(atTown).join(' ou ')
  return postalCode || department ? `(${postalCode ?? department?.name})` : ''
}

export function atTown(name: string): string {
  return `à ${name}`.replace(/^à Le /, 'au ').replace(/^à Les /, 'aux ')
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** What was read in the text, when it is more than words: « une commune (Gap), un besoin (…) ». Null otherwise. */
export function readingText({ towns, department, postalCode, need, choices }: SearchReading): string | null {
  const parts = [
    postalCode && `un code postal (${postalCode})`,
    towns.length > 0 &&
      `une commune (${[...new Set(towns.map(({ name, department: code }) => `${name}, ${code}`))].join(' ou ')})`,
    department && `un département (${department.name})`,
    need && `un besoin (${need.services.map((service) => lowerFirst(plainService(service))).join(' ou ')})`,
    ...choices.map((choice) => lowerFirst(choiceText(choice))),
  ].filter((part) => typeof part === 'string')
  return parts.length > 0 ? parts.join(' et ') : null
}

/** « Ouvert le samedi », « Gratuit », « Personnes sourdes ou malentendantes ». */
function choiceText(choice: Choice): string {
  return choice.condition === 'open'
    ? openText(choice.value)
    : termText(FACETS[choice.condition].terms, choice.value)
}

/** « Aucun lieu ne parle de « sms ». Voici ceux qui répondent au reste. » */
export function unsaidText(words: readonly string[]): string {
  return `Aucun lieu ne parle de « ${words.join(' ')} ». Voici ceux qui répondent au reste.`
}

/** What to try when nothing was found: « Voir tous les lieux à Gap (12 lieux) ». */
export function withoutText(condition: Condition, count: number, reading: SearchReading | null): string {
  const where = condition === 'words' && reading ? ` ${groundText(reading)}` : ''
  return `${WITHOUT[condition]}${where} (${plural(count, 'lieu', 'lieux')})`
}

/** « Le filtre de besoin « xyz » n’existe pas ; il a été ignoré. » (DIR-64) */
export function unknownText({ parameter, value }: { parameter: string; value: string }): string {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value
  return `Le filtre ${PARAMETER_TEXTS[parameter] ?? parameter} « ${shown} » n’existe pas ; il a été ignoré.`
}

/** « 4, quai des Harengs, 50999 Valmer », as much of it as is known. */
export function addressText({
  address,
  postalCode,
  commune,
}: Pick<PlaceSummary, 'address' | 'postalCode' | 'commune'>): string {
  const town = [postalCode, commune].filter(Boolean).join(' ')
  return [address, town].filter((part) => part !== '').join(', ')
}

/** `+33199000000` → « 01 99 00 00 00 »; other numbers stay as they are. */
export function phoneText(phone: string): string {
  const national = /^\+(?:33|262|590|594|596)(\d{9})$/.exec(phone)?.[1]
  return national ? `0${national}`.replace(/(\d{2})(?=\d)/g, `$1${NO_BREAK}`) : phone
}

/** What a mark of the map says: « Médiathèque de Gap », « 42 lieux vers Gap », « 3 lieux à la même adresse, Gap ». */
export function markText({
  count,
  town,
  name,
  apart,
}: {
  count: number
  town: string
  name: string | null
  apart: boolean
}): string {
  if (name) return name
  const where = town ? (apart ? ` vers ${town}` : ` à la même adresse, ${town}`) : ''
  return `${plural(count, 'lieu', 'lieux')}${where}`
}
