import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  addTerritory,
  endTerritory,
  freeWord,
  type OwnTerritory,
  saveTerritory,
} from '../../data/territories/territories.store.ts'
import { folded } from '../../domain/fold.ts'

export type TerritoryRefusal = 'name-taken' | 'changed-meanwhile'

type Written = Pick<OwnTerritory, 'name' | 'communes' | 'epcis'>

/** Names a part of the network's ground that no code names; returns its word in addresses. DIR-63. */
export function makeTerritory(
  context: Context,
  written: Written,
): Promise<string | Refusal<TerritoryRefusal>> {
  return orTaken(context, async (tx) => {
    const slug = await freeWord(tx, context.network.id, folded(written.name, '-') || 'territoire')
    await addTerritory(tx, context.network.id, { slug, ...written })
    await writeJournal(tx, context, 'territory.made', context.network.id, { territory: slug, ...written })
    return slug
  })
}

/** Lists, maps and figures follow at once; what a semester has counted stays. DIR-81. */
export function changeTerritory(
  context: Context,
  { slug, version }: Pick<OwnTerritory, 'slug' | 'version'>,
  written: Written,
): Promise<string | Refusal<TerritoryRefusal>> {
  return orTaken(context, async (tx) => {
    if (!(await saveTerritory(tx, context.network.id, { slug, version, ...written })))
      return refuse('changed-meanwhile')
    await writeJournal(tx, context, 'territory.changed', context.network.id, { territory: slug, ...written })
    return slug
  })
}

/** It is offered no more, or once more. False: it was so already, or is none of the network's. */
export function offerTerritory(context: Context, slug: string, isOffered: boolean): Promise<boolean> {
  const { db, network, now } = context
  return inTransaction(db, async (tx) => {
    if (!(await endTerritory(tx, network.id, slug, isOffered ? null : now))) return false
    const act = isOffered ? 'territory.reopened' : 'territory.ended'
    await writeJournal(tx, context, act, network.id, { territory: slug })
    return true
  })
}

async function orTaken(
  { db }: Context,
  work: (tx: Database) => Promise<string | Refusal<TerritoryRefusal>>,
): Promise<string | Refusal<TerritoryRefusal>> {
  try {
    return await inTransaction(db, work)
  } catch (error) {
    if (refusedBy(error) === 'one_territory_per_name') return refuse('name-taken')
    throw error
  }
}
