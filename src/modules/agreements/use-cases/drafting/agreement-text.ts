import type { Database } from '../../../../platform/db/database.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { findPlaces, type PlaceSummary } from '../../../places/index.ts'
import { annexOf } from '../../data/annex.store.ts'
import { draftClausesOf } from '../../data/negotiation.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { withDraftClauses } from '../../templates/draft-clauses.ts'
import { type RenderedClause, renderClauses, type VariableValues } from '../../templates/render.ts'
import { type Template, type Variable, variablesOf } from '../../templates/template.ts'
import { templateOf } from '../templates/catalogue.ts'

export interface ListedPlace extends PlaceSummary {
  /** The list of the annex it stands in: name of a `place_list` variable, or empty. */
  subList: string
}

export interface AgreementText {
  template: Template
  clauses: RenderedClause[]
  places: ListedPlace[]
  /** Blanks a person must fill before anybody signs. AGR-9. */
  missing: Variable[]
}

/** The text as it is read and signed: the pinned template, the agreement's own terms, and what fills its blanks. */
export async function textOf(db: Database, network: Network, agreement: Agreement): Promise<AgreementText> {
  const template = await writtenTemplate(db, agreement)
  const places = await listedPlaces(db, agreement)
  const values = valuesOf(template, agreement, network, places)
  const clauses = renderClauses(template, agreement.terms, values)
  const missing = clauses.flatMap((clause) => clause.missingVariables)
  return { template, clauses, places, missing: [...new Map(missing.map((one) => [one.name, one])).values()] }
}

/** The pinned template, with the clauses the parties wrote anew while it was a draft. */
export async function writtenTemplate(db: Database, agreement: Agreement): Promise<Template> {
  const written = await draftClausesOf(db, agreement.id)
  const sources = new Map([...written].map(([key, { source }]) => [key, source]))
  return withDraftClauses(await templateOf(db, agreement), sources)
}

/** The blanks the platform fills by itself: parties and places. The others are the draft's own. */
export const KNOWN_VARIABLES: ReadonlySet<string> = new Set([
  'partenaire.nom',
  'partenaire.representant',
  'chef_de_file.nom',
])

/** The lists of the annex, in the order of the text; none: one list without a name. */
export function placeListsOf(template: Template): Variable[] {
  return variablesOf(template).filter((variable) => variable.type === 'place_list')
}

/** Its text lists places, and none is chosen yet: an agreement whose text lists none is signed without (001, 004). */
export function lacksPlaces({ template, places }: AgreementText): boolean {
  return placeListsOf(template).length > 0 && places.length === 0
}

/** What the draft's form asks for. */
export function askedVariables(template: Template): Variable[] {
  return variablesOf(template).filter(({ name, type }) => type !== 'place_list' && !KNOWN_VARIABLES.has(name))
}

/** The places as they were signed: those an amendment brought belong to the consolidated text. */
async function listedPlaces(db: Database, agreement: Agreement): Promise<ListedPlace[]> {
  const brought = new Set(
    agreement.acts.flatMap((act) =>
      act.type === 'amendment_signed' ? (act.changes?.addedPlaces ?? []) : [],
    ),
  )
  return (await everyListedPlace(db, agreement)).filter(({ id }) => !brought.has(id))
}

/** The places the agreement lists or ever listed, whatever the day. */
export async function everyListedPlace(db: Database, agreement: Agreement): Promise<ListedPlace[]> {
  const annex = await annexOf(db, agreement.id)
  const places = await findPlaces(
    db,
    agreement.networkId,
    annex.map((line) => line.placeId),
  )
  const listOf = new Map(annex.map((line) => [line.placeId, line.subList]))
  return places.map((place) => ({ ...place, subList: listOf.get(place.id) ?? '' }))
}

export function valuesOf(
  template: Template,
  agreement: Agreement,
  network: Network,
  places: readonly ListedPlace[],
): VariableValues {
  const lists = placeListsOf(template).map(({ name }) => [
    name,
    places
      .filter((place) => place.subList === name)
      .map((place) => `${place.name}, ${place.address}, ${place.postalCode ?? ''} ${place.commune}`),
  ])
  return {
    ...agreement.variables,
    'partenaire.nom': agreement.partner.name,
    'partenaire.representant': [agreement.representative.name, agreement.representative.title]
      .filter(Boolean)
      .join(', '),
    'chef_de_file.nom': network.headName,
    ...Object.fromEntries(lists),
  }
}
