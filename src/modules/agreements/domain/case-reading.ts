import { type Day, isDay } from '../../../kernel/day.ts'
import { type Instant, parseInstant } from '../../../kernel/instant.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { parseAct } from './acts.schema.ts'
import type { Act } from './acts.ts'
import { withOverrides } from './overrides.ts'
import type { Profile } from './profile.ts'
import { parseTerms } from './terms.schema.ts'
import type { Terms } from './terms.ts'

/** Raw terms by template id. */
export type Templates = Readonly<Record<string, unknown>>

export type CaseErrorCode =
  | 'invalid_case'
  | 'unknown_template'
  | 'invalid_terms'
  | 'unknown_event_type'
  | 'invalid_event'
  | 'ambiguous_date'

/** One case cannot be computed; the others still are. The message is in French, for whoever wrote the case. */
export class CaseError extends Error {
  readonly code: CaseErrorCode
  constructor(code: CaseErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** What the product knows of a template and a case file does not say: its articles, its rules of communication. */
export type ReferenceTerms = Readonly<Record<string, Terms>>

/**
 * The terms of the template the case names, with its overrides, read by `profile`. Members the file never states
 * come from the product's own template of the same id (AGR-104, AGR-144).
 */
export function termsOf(
  one: Record<string, unknown>,
  templates: Templates,
  reference: ReferenceTerms = {},
  profile?: Profile,
): Terms {
  const id = String(one.template)
  if (!Object.hasOwn(templates, id)) throw new CaseError('unknown_template', `Modèle inconnu : ${id}.`)
  const raw = templates[id]
  const overrides = one.overrides ?? {}
  if (!isRecord(raw) || !isRecord(overrides)) {
    throw new CaseError(
      'invalid_terms',
      'Les termes du modèle et leurs remplacements doivent être des objets.',
    )
  }
  const { articles, communication, governance } = reference[id] ?? {}
  const known = {
    ...(articles && { articles }),
    ...(communication && { communication }),
    ...(governance && { governance }),
  }
  const terms = parseTerms(withOverrides({ ...known, ...raw, ...(profile && { profile }) }, overrides))
  if (!isRefusal(terms)) return terms
  throw new CaseError('invalid_terms', `Terme « ${terms.details.path} » invalide.`)
}

export function actsOf(one: Record<string, unknown>): Act[] {
  const events = one.events ?? []
  if (!Array.isArray(events)) throw new CaseError('invalid_case', 'La liste « events » manque.')
  return events.map(actFrom)
}

/** In a case file the position of an event is its rank, and its day is called `date`. */
function actFrom(event: unknown, position: number): Act {
  if (!isRecord(event)) throw new CaseError('invalid_event', `L’acte n° ${position} n’est pas un objet.`)
  const { date, at, ...rest } = withoutNulls(event)
  const act = parseAct({
    ...rest,
    ...(date === undefined ? {} : { occurredOn: date }),
    ...(at === undefined ? {} : { at: parseInstant(at) ?? at }),
    seq: position,
  })
  if (!isRefusal(act)) return act
  const { path } = act.details
  if (path === 'type') {
    throw new CaseError('unknown_event_type', `Type d’acte inconnu : ${String(event.type)} (n° ${position}).`)
  }
  const field = path === 'occurredOn' ? 'date' : path
  throw new CaseError('invalid_event', `Champ « ${field} » invalide dans l’acte n° ${position}.`)
}

/** A member without a value is a member that is not there. */
function withoutNulls(event: Record<string, unknown>): Record<string, unknown> {
  const stated = Object.entries(event).filter(([, value]) => value !== null)
  return Object.fromEntries(
    stated.map(([name, value]) => [name, isRecord(value) ? withoutNulls(value) : value]),
  )
}

export function dateOf(one: Record<string, unknown>): Day {
  const date = isRecord(one.query) ? one.query.date : undefined
  if (isDay(date)) return date
  throw new CaseError(
    'invalid_case',
    `La date « query.date » n’existe pas dans le calendrier : ${String(date)}.`,
  )
}

/** What was known at that instant only, where the case asks for it (AGR-85). */
export function knownAtOf(one: Record<string, unknown>): Instant | null {
  return isRecord(one.query) ? parseInstant(one.query.knownAt) : null
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
