import { type Day, parseDay } from '../../../../kernel/day.ts'
import { readSiret } from '../../../../kernel/organisation-numbers.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { ORGANISATION_KINDS } from '../../../identity/index.ts'
import { placesNamed } from '../../../places/index.ts'
import { knownReferences } from '../../data/takeover.store.ts'
import type { PlaceId } from '../../domain/agreement.ts'
import { actsOf } from '../../domain/takeover.ts'
import { UNKNOWN } from '../../templates/render.ts'
import { type Template, termsWithArticles } from '../../templates/template.ts'
import { followedTemplatesOf } from '../templates/catalogue.ts'
import type { TableRow } from './read-table.ts'
import { type PlaceNameRefusal, placeOf, subListsOf } from './read-takeover.ts'
import { nextActId, type TakenOver, type TakeoverRefusal, whyNotTakenOver } from './take-over.ts'

export type RowRefusal =
  | 'row-without-reference'
  | 'row-reference-twice'
  | 'row-without-partner'
  | 'row-wrong-siret'
  | 'row-wrong-kind'
  | 'row-unknown-template'
  | 'row-wrong-day'
  | PlaceNameRefusal
  | TakeoverRefusal

/** What would become of a row: recorded, left alone because its reference is there, or refused with every reason. */
export type Judged = { readonly row: TableRow } & (
  | { readonly verdict: 'new'; readonly taken: TakenOver }
  | { readonly verdict: 'known' }
  | { readonly verdict: 'wrong'; readonly refusals: readonly Refusal<RowRefusal>[] }
)

/** Judges a whole table with a handful of statements; nothing is written. A row taken over before is left alone. */
export async function judgeRows(context: Context, rows: readonly TableRow[]): Promise<Judged[]> {
  const { db, network, today } = context
  const names = [...new Set(rows.flatMap(({ cells }) => namesOf(cells.lieux)))]
  const known = await knownReferences(
    db,
    network.id,
    rows.map(({ cells }) => cells.reference),
  )
  const look: LookUps = {
    today,
    templates: await followedTemplatesOf(db, network.id),
    places: await placesNamed(db, network.id, names),
  }
  const seen = new Set<string>()
  return rows.map((row): Judged => {
    const { reference } = row.cells
    const isTwice = reference !== '' && seen.has(reference)
    seen.add(reference)
    if (isTwice) return { row, verdict: 'wrong', refusals: [refuse('row-reference-twice', { reference })] }
    if (known.has(reference)) return { row, verdict: 'known' }
    const read = takenOverFrom(row, look)
    return Array.isArray(read)
      ? { row, verdict: 'wrong', refusals: read }
      : { row, verdict: 'new', taken: read }
  })
}

interface LookUps {
  readonly today: Day
  readonly templates: readonly Template[]
  readonly places: ReadonlyMap<string, readonly PlaceId[]>
}

function takenOverFrom({ cells }: TableRow, look: LookUps): TakenOver | Refusal<RowRefusal>[] {
  const refusals: Refusal<RowRefusal>[] = []
  const kept = <T>(read: T | Refusal<RowRefusal>): T | null => {
    if (!isRefusal(read)) return read
    refusals.push(read)
    return null
  }
  if (cells.reference === '') refusals.push(refuse('row-without-reference'))
  if (cells.structure === '') refusals.push(refuse('row-without-partner'))
  const template = kept(templateOf(cells.modele, look.templates))
  const siret = kept(siretOf(cells.siret))
  const kind = kept(kindOf(cells.nature))
  const [lead, partner] = [cells.signe_le_chef_de_file, cells.signe_le_partenaire].map((text) =>
    kept(dayOf(text)),
  )
  const found = namesOf(cells.lieux).map((name) => kept(placeOf(name, look.places.get(name) ?? [])))
  if (!template || refusals.length > 0) return refusals
  const terms = termsWithArticles(template)
  const [subList] = subListsOf(template)
  const places = found.flatMap((id) => (id ? [{ id, subList }] : []))
  const signatures = [lead, partner].flatMap((on, rank) =>
    on ? [{ party: terms.parties[rank] ?? '', on, capacity: '' }] : [],
  )
  const acts = actsOf(terms, { places, signatures, since: [] }, nextActId)
  const late = whyNotTakenOver({ reference: cells.reference, acts }, look.today)
  if (late) return [late]
  return {
    ...{ reference: cells.reference, template, terms, places, acts, partnerId: null },
    partner: { name: cells.structure, kind: kind ?? 'autre', siret, commune: cells.commune },
    representative: { name: UNKNOWN, title: '' },
    ...{ document: null, keptByHead: '', keptByPartner: '', importId: null },
    unknown: [
      'representant',
      ...(lead ? [] : ['signe_tete']),
      ...(partner ? [] : ['signe_partenaire']),
      ...(places.length > 0 ? [] : ['lieux']),
    ],
  }
}

/** By its id or its title, whatever the capitals. */
function templateOf(
  text: string,
  templates: readonly Template[],
): Template | Refusal<'row-unknown-template'> {
  const asked = text.toLowerCase()
  const found = templates.find(({ id, title }) => id === asked || title.toLowerCase() === asked)
  return found ?? refuse('row-unknown-template', { text })
}

function siretOf(text: string): string | null | Refusal<'row-wrong-siret'> {
  if (text === '') return null
  const read = readSiret(text)
  return isRefusal(read) ? refuse('row-wrong-siret', { text }) : read
}

function kindOf(text: string): string | Refusal<'row-wrong-kind'> {
  const kind = text.toLowerCase() || 'autre'
  const kinds: readonly string[] = ORGANISATION_KINDS
  return kinds.includes(kind) ? kind : refuse('row-wrong-kind', { text })
}

function dayOf(text: string): Day | null | Refusal<'row-wrong-day'> {
  if (text === '') return null
  return parseDay(text) ?? refuse('row-wrong-day', { text })
}

/** Several places in one cell stand between bars. */
function namesOf(cell: string): string[] {
  const names = cell.split('|').map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}
