import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { findOffer, lockOffer, type Offer, saveOffer } from '../../data/organisations/offers.store.ts'

export type OfferRefusal = 'changed-meanwhile' | 'offers-nothing'

/** What an organisation offers, and whether the directory shows it. `seen`: the version that the page showed. DIR-80. */
export function keepOffer(
  context: Context,
  { organisation, seen }: { organisation: OrganisationId; seen: number },
  offer: Offer,
): Promise<null | Refusal<OfferRefusal>> {
  return inTransaction<null | Refusal<OfferRefusal>>(context.db, async (tx) => {
    if (offer.isListed && offer.competences.length === 0) return refuse('offers-nothing')
    await lockOffer(tx, organisation)
    const known = await findOffer(tx, organisation)
    if (known.version !== seen) return refuse('changed-meanwhile')
    await saveOffer(tx, context, organisation, offer)
    await writeJournal(tx, context, 'organisation-offer.changed', organisation, { listed: offer.isListed })
    return null
  })
}
