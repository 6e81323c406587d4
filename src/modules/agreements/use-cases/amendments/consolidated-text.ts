import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { amendmentNumber } from '../../domain/amendment-draft.ts'
import type { AmendmentState } from '../../domain/amendments.ts'
import { type Consolidated, consolidated } from '../../domain/consolidation.ts'
import { placeStandings } from '../../domain/standing.ts'
import { stateOn } from '../../domain/state.ts'
import type { Terms } from '../../domain/terms.ts'
import { type Block, type RenderedClause, renderClauses } from '../../templates/render.ts'
import type { Clause } from '../../templates/template.ts'
import {
  type AgreementText,
  everyListedPlace,
  type ListedPlace,
  textOf,
  valuesOf,
  writtenTemplate,
} from '../drafting/agreement-text.ts'

/** A clause as it reads on the day, with what changed it since it was signed. AGR-61. */
export interface AmendedClause extends RenderedClause {
  readonly amendedBy: readonly { readonly number: string; readonly effectiveOn: Day }[]
  /** The paragraphs that were signed first; null where they read the same. */
  readonly original: readonly Block[] | null
}

export interface ConsolidatedText extends Omit<AgreementText, 'clauses'> {
  clauses: AmendedClause[]
  terms: Terms
}

/** The text, the terms and the places in force on `on`: the signed original is never altered. AGR-60, AGR-61. */
export async function consolidatedText(
  db: Database,
  network: Network,
  agreement: Agreement,
  on: Day,
): Promise<ConsolidatedText> {
  const signed = await textOf(db, network, agreement)
  const { termsInForce, amendments } = stateOn(agreement.terms, agreement.acts, on)
  const effective = inEffect(amendments, on)
  if (effective.length === 0) return unchanged(signed, agreement, await placesOn(db, agreement, on, signed))
  const places = await placesOn(db, agreement, on, signed)
  const sources = consolidated(signed.template.clauses, amendments, on)
  const values = valuesOf(signed.template, agreement, network, places)
  const texts = renderClauses({ ...signed.template, clauses: sources }, termsInForce, values)
  const clauses = texts.map((text, index) => amended(text, sources[index], signed.clauses[index], effective))
  return { ...signed, clauses, places, terms: termsInForce }
}

/** The clauses as they are written on that day, with the marks of their terms: what an amendment writes anew. */
export async function clausesInForce(db: Database, agreement: Agreement, on: Day): Promise<Clause[]> {
  const { clauses } = await writtenTemplate(db, agreement)
  return consolidated(clauses, stateOn(agreement.terms, agreement.acts, on).amendments, on)
}

function unchanged(signed: AgreementText, { terms }: Agreement, places: ListedPlace[]): ConsolidatedText {
  const clauses = signed.clauses.map((clause) => ({ ...clause, amendedBy: [], original: null }))
  return { ...signed, clauses, places, terms }
}

/** Before the entry into force, the places that were signed. */
async function placesOn(
  db: Database,
  agreement: Agreement,
  on: Day,
  signed: AgreementText,
): Promise<ListedPlace[]> {
  const standings = placeStandings(agreement.terms, agreement.acts)
  const entry = standings.find(({ from }) => from !== null)?.from
  if (!entry || on < entry) return signed.places
  const gone = new Set(
    standings.filter(({ until }) => until !== null && until <= on).map(({ place }) => place),
  )
  const toCome = new Set(standings.filter(({ from }) => from === null || on < from).map(({ place }) => place))
  const { status } = stateOn(agreement.terms, agreement.acts, on)
  const every = await everyListedPlace(db, agreement)
  // Once the agreement is over all its places have left: those it had on its last day are shown.
  return every.filter(({ id }) => !toCome.has(id) && (status === 'ended' || !gone.has(id)))
}

function inEffect(amendments: readonly AmendmentState[], on: Day) {
  return amendments.flatMap((one) => {
    const { effectiveOn, status } = one
    const counts = effectiveOn !== null && effectiveOn <= on && status !== 'never_effective'
    return counts ? [{ ...one, effectiveOn }] : []
  })
}

function amended(
  text: RenderedClause,
  source: Consolidated<Clause> | undefined,
  signed: RenderedClause | undefined,
  effective: ReturnType<typeof inEffect>,
): AmendedClause {
  const amendedBy = effective
    .filter((one) => source !== undefined && touches(one, source))
    .map(({ id, effectiveOn }) => ({ number: amendmentNumber(id), effectiveOn }))
  const reads = JSON.stringify(text.paragraphs)
  const original = signed && JSON.stringify(signed.paragraphs) !== reads ? signed.paragraphs : null
  return { ...text, amendedBy, original }
}

/** By its text, by a term it writes, or by the places it lists. */
function touches({ changes, newLastDay }: AmendmentState, { key, binds, variables }: Clause): boolean {
  if (changes.clauses?.[key] !== undefined) return true
  if (newLastDay !== null && binds.includes('initialYears')) return true
  const movesPlaces = (changes.addedPlaces ?? []).length + (changes.removedPlaces ?? []).length > 0
  if (movesPlaces && variables.some(({ type }) => type === 'place_list')) return true
  const paths = Object.keys(changes.terms ?? {})
  return paths.some((path) => binds.some((bound) => path === bound || path.startsWith(`${bound}.`)))
}
