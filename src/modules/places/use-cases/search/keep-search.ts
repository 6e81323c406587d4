import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { addSearch, dropSearch, type SearchId } from '../../data/search/saved-searches.store.ts'

/** Keeps a question under a name of one's own. `asked`: the parameters of its address. DIR-65. */
export async function keepSearch(
  context: Context,
  person: PersonId,
  { name, asked }: { name: string; asked: string },
): Promise<SearchId | Refusal<'name-taken'>> {
  const { db, network, now } = context
  try {
    return await inTransaction<SearchId>(db, async (tx) => {
      const id: SearchId = newId()
      await addSearch(tx, { network: network.id, person }, { id, name, asked, createdAt: now })
      await writeJournal(tx, context, 'search.saved', id, {})
      return id
    })
  } catch (error) {
    if (refusedBy(error) === 'one_saved_search_per_name') return refuse('name-taken')
    throw error
  }
}

/** Its link opens nothing from then on. */
export function forgetSearch(
  context: Context,
  person: PersonId,
  id: SearchId,
): Promise<true | Refusal<'no-such-search'>> {
  const { db, network } = context
  return inTransaction<true | Refusal<'no-such-search'>>(db, async (tx) => {
    if (!(await dropSearch(tx, { network: network.id, person }, id))) return refuse('no-such-search')
    await writeJournal(tx, context, 'search.dropped', id, {})
    return true
  })
}
