import { type Day, isDay } from '../../../kernel/day.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { parseAct } from './acts.schema.ts'
import type { Act } from './acts.ts'
import { withOverrides } from './overrides.ts'
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
  | 'rule_not_available'

/** One case cannot be computed; the others still are. The message is in French, for whoever wrote the case. */
export class CaseError extends Error {
  readonly code: CaseErrorCode
  constructor(code: CaseErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** The terms of the template the case names, with its overrides. */
export function termsOf(one: Record<string, unknown>, templates: Templates): Terms {
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
  const terms = parseTerms(withOverrides(raw, overrides))
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
  const { date, ...rest } = event
  const act = parseAct({ ...rest, ...(date === undefined ? {} : { occurredOn: date }), seq: position })
  if (!isRefusal(act)) return act
  const { path } = act.details
  if (path === 'type') {
    throw new CaseError('unknown_event_type', `Type d’acte inconnu : ${String(event.type)} (n° ${position}).`)
  }
  const field = path === 'occurredOn' ? 'date' : path
  throw new CaseError('invalid_event', `Champ « ${field} » invalide dans l’acte n° ${position}.`)
}

export function dateOf(one: Record<string, unknown>): Day {
  const date = isRecord(one.query) ? one.query.date : undefined
  if (isDay(date)) return date
  throw new CaseError(
    'invalid_case',
    `La date « query.date » n’existe pas dans le calendrier : ${String(date)}.`,
  )
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
