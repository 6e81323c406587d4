import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { shownCards } from '../../data/cards/cards.queries.ts'
import type { Card } from '../../domain/card.ts'

/**
 * What each person lets the head of the network see, for a file: nothing of it that they do not show it. Who took how
 * many is a line of the journal. DIR-79.
 */
export function exportCards(context: Context, isAsked: (card: Card) => boolean): Promise<Card[]> {
  return inTransaction(context.db, async (tx) => {
    const cards = (await shownCards({ ...context, db: tx }, { kind: 'staff' })).filter(isAsked)
    await writeJournal(tx, context, 'facilitators.exported', context.network.id, { people: cards.length })
    return cards
  })
}
