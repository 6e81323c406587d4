import { addMonths } from '../../src/kernel/day.ts'
import { startOfDay } from '../../src/kernel/instant.ts'
import {
  confirmPlace,
  exemptPlace,
  followPlace,
  keepPlace,
  openList,
  type PlaceId,
  reportError,
  semesterOf,
} from '../../src/modules/places/index.ts'
import type { Config } from '../../src/platform/config.ts'
import type { Context } from '../../src/platform/context.ts'
import { inTransaction } from '../../src/platform/db/transaction.ts'
import type { OrganisationId, PersonId } from '../../src/platform/session/actor.ts'
import { actingAs } from './negotiation.ts'
import { sure } from './sure.ts'

interface Kept {
  organisation: OrganisationId
  places: readonly PlaceId[]
}

/** As far back as the oldest label of the demonstration. */
const SEMESTERS = 10

/**
 * A place that confirmed its sheet, one that waits for a click and was let off a semester, one that is late and was
 * called; two people who say that a place has closed, and a list that its owner may give. DIR-57 to 60, 74, 75.
 */
export async function seedFreshness(
  context: Context,
  config: Pick<Config, 'secret'>,
  { manager, valDeMer, ateliers }: { manager: PersonId; valDeMer: Kept; ateliers: Kept },
): Promise<void> {
  const partner: Context = {
    ...(await actingAs(context, manager)),
    reach: { kind: 'these', network: context.network.id, organisations: [valDeMer.organisation] },
  }
  const [late, reported] = valDeMer.places
  for (const place of valDeMer.places) await confirmSince(partner, place, place === late ? 2 : 0)
  if (late) {
    const note = 'Le répondeur annonce de nouveaux horaires. Rappeler jeudi.'
    await followPlace(context, late, { kind: 'phone', note, until: null })
  }
  // Closed for works a year ago, and let off that semester; it waits for a click in this one.
  const letOff = semesterOf(addMonths(context.today, -12)).start
  for (const place of ateliers.places) {
    await confirmSince(partner, place, 1, 2)
    await exemptPlace(context, place, { semester: letOff, reason: 'Fermé six mois pour travaux.' })
  }
  if (reported) await seedReports(context, config, reported)
  const list = sure(await openList(partner, 'Pour apprendre à envoyer un courriel'))
  for (const place of valDeMer.places.slice(0, 2)) sure(await keepPlace(partner, { place, list }))
}

/** A word each semester, up to so many semesters ago, but one of them. */
async function confirmSince(
  partner: Context,
  place: PlaceId,
  since: number,
  silent: number | null = null,
): Promise<void> {
  for (let ago = since; ago < SEMESTERS; ago += 1) {
    if (ago === silent) continue
    const today = addMonths(partner.today, -6 * ago)
    const said = { ...partner, today, now: ago === 0 ? partner.now : startOfDay(today) }
    await inTransaction(partner.db, async (tx) => sure(await confirmPlace(tx, { ...said, db: tx }, place)))
  }
}

/** Two people, from two connections. */
async function seedReports(context: Context, config: Pick<Config, 'secret'>, place: PlaceId): Promise<void> {
  for (const [address, words] of [
    ['192.0.2.10', 'Le rideau était baissé samedi matin.'],
    ['192.0.2.11', ''],
  ] as const) {
    const visitor: Context = {
      ...context,
      actor: { kind: 'visitor' },
      origin: { address, userAgent: 'demonstration' },
    }
    sure(await reportError(visitor, config, { place, kind: 'closed', words, email: null }))
  }
}
