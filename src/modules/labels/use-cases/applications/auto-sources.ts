import { type Day, daysBetween } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { facilitatorsOf } from '../../../identity/index.ts'
import { findPlaces, lastSheetDay, placePath } from '../../../places/index.ts'
import type { Known } from '../../data/applications/answers.store.ts'
import type { Holder } from '../../data/awards/awards.store.ts'
import type { AutoSource, Criterion } from '../../domain/schemes/scheme.ts'

type Reader = Pick<Context, 'db' | 'network' | 'today'>

/** Whom a file is about, and who applies. */
interface About {
  readonly holder: Holder
  readonly applicantId: OrganisationId
}

/** What another part of the network holds of it: in words, and under each shape a criterion may ask. */
interface Fact {
  readonly says: string
  readonly isSo: boolean
  readonly number: number | null
  readonly on: Day | null
  readonly link: string | null
}

/** How long an update counts as one of the semester: the civil half-year and its delay. */
const SEMESTER_DAYS = 184

/** One reader per source; null: nothing is known of it here. LAB-2. */
const SOURCES: Readonly<Record<AutoSource, (reader: Reader, about: About) => Promise<Fact | null>>> = {
  async opening_hours(reader, about) {
    const place = await placeOf(reader, about.holder)
    if (!place?.openingHours) return null
    const on = await lastConfirmation(reader, about.holder)
    return { says: place.openingHours, isSo: true, number: null, on, link: linkOf(reader, place.slug) }
  },
  async last_update(reader, about) {
    const place = await placeOf(reader, about.holder)
    const on = await lastConfirmation(reader, about.holder)
    if (!place || !on) return null
    const isRecent = daysBetween(on, reader.today) <= SEMESTER_DAYS
    return { says: '', isSo: isRecent, number: null, on, link: linkOf(reader, place.slug) }
  },
  async facilitator_listed({ db, network, today }, { applicantId }) {
    const found = await facilitatorsOf(db, network.id, applicantId, today)
    if (!found) return null
    return {
      says: String(found.count),
      isSo: found.count > 0,
      number: found.count,
      on: found.since,
      link: null,
    }
  },
  // No agenda yet: said as it is, never guessed.
  workshops_12_months: async () => null,
}

/** What is known of the criteria that say where to look, by code. */
export async function knownOf(
  reader: Reader,
  about: About,
  criteria: readonly Criterion[],
): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>()
  for (const { code, kind, autoSource } of criteria) {
    const fact = autoSource && (await SOURCES[autoSource](reader, about))
    const value = fact ? valueFor(kind, fact) : null
    if (fact && value !== null) known.set(code, { value, says: fact.says, on: fact.on, link: fact.link })
  }
  return known
}

function valueFor(kind: Criterion['kind'], { says, isSo, number, on }: Fact): Known['value'] | null {
  if (kind === 'yes_no') return isSo
  if (kind === 'number') return number
  return kind === 'date' ? on : says || on
}

async function placeOf({ db, network }: Reader, holder: Holder) {
  if (holder.kind !== 'place') return null
  return (await findPlaces(db, network.id, [holder.id]))[0] ?? null
}

async function lastConfirmation({ db, today }: Reader, holder: Holder): Promise<Day | null> {
  if (holder.kind !== 'place') return null
  return lastSheetDay(db, holder.id, today)
}

function linkOf({ network }: Reader, slug: string): string {
  return placePath(network.base, slug)
}
