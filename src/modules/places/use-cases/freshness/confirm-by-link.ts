import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { actingOn } from '../../../identity/index.ts'
import { addConfirmation, takeClick } from '../../data/freshness/confirmations.store.ts'
import { lockPlace } from '../../data/life/place.store.ts'
import { findPlaces, type PlaceSummary } from '../../data/places.queries.ts'
import { placeConfirmed } from '../../jobs/freshness/follow-confirmation.ts'
import { presentPeriod } from './freshness-of.ts'
import { type OneClickLink, readLink } from './one-click-link.ts'

export type LinkRefusal = 'no-such-link' | 'link-expired' | 'not-a-keeper-any-more' | 'place-gone'
export type ClickRefusal = LinkRefusal | 'already-confirmed'

/** The place a link is about, while it is good; opening the page does nothing. DIR-58. */
export async function placeOfLink(
  { db, network, today }: Pick<Context, 'db' | 'network' | 'today'>,
  config: Pick<Config, 'secret'>,
  token: string,
): Promise<{ link: OneClickLink; place: PlaceSummary } | Refusal<LinkRefusal>> {
  const link = readLink(config, token)
  if (!link) return refuse('no-such-link')
  if (link.lastDay < today) return refuse('link-expired')
  const [place] = await findPlaces(db, network.id, [link.place])
  if (!place) return refuse('no-such-link')
  const acting = await actingOn(db, network.id, { organisations: [], people: [link.person] }, today)
  return acting.length === 0 ? refuse('not-a-keeper-any-more') : { link, place }
}

/** « Rien n’a changé », from the mail: in the name of whom it was sent to, once per place and period. DIR-58. */
export async function confirmByLink(
  context: Context,
  config: Pick<Config, 'secret'>,
  token: string,
): Promise<PlaceSummary | Refusal<ClickRefusal>> {
  const { network, today: on, now: at } = context
  try {
    return await inTransaction<PlaceSummary | Refusal<ClickRefusal>>(context.db, async (tx) => {
      const found = await placeOfLink({ ...context, db: tx }, config, token)
      if (isRefusal(found)) return found
      const { place, link } = found
      const held = await lockPlace(tx, network.id, place.id)
      if (held?.status !== 'published') return refuse('place-gone')
      const { start: semester } = await presentPeriod({ ...context, db: tx })
      await takeClick(tx, { place: place.id, semester, by: link.person, at })
      await addConfirmation(tx, place.id, { on, at, by: link.person, saidBy: 'owner' })
      await writeJournal(tx, context, 'place.confirmed', place.id, { on, by: link.person, from: 'mail' })
      await enqueue(tx, placeConfirmed, { place: place.id }, { once: place.id })
      return place
    })
  } catch (error) {
    if (refusedBy(error) === 'one_click_per_semester') return refuse('already-confirmed')
    throw error
  }
}
