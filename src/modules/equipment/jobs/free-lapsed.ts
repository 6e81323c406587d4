import { type Context, systemContext } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { listNetworks, networkById } from '../../identity/index.ts'
import { awaitedUnits, leavePast } from '../data/borrowing/waitlist.store.ts'
import { listDesks } from '../data/desks.store.ts'
import { type Inventory, listInventories, policyOn } from '../data/inventory.store.ts'
import { lapsedUnits } from '../data/moving/lapsed.queries.ts'
import { lockUnits } from '../data/occupancy.store.ts'
import { rulesFrom } from '../domain/rules.ts'
import { offerUnit } from '../use-cases/borrowing/waiting-list.ts'
import { endUnanswered, releaseLapsed } from '../use-cases/moving/release-lapsed.ts'

/**
 * Frees what time has ended and offers it to whoever waits. Twice or late, the outcome is the same: a loan reads the same
 * constraints whether this ran or not. EQP-405.3, EQP-1202.
 */
export const freeLapsed: Job = {
  name: 'equipment/free-lapsed',
  schedule: '*/10 * * * *',
  async work(services) {
    for (const { id } of await listNetworks(services.db)) {
      const network = await networkById(services.db, id)
      if (network) await freeIn(services, network)
    }
  },
}

async function freeIn(services: Services, network: Network): Promise<void> {
  const context = systemContext(services, network)
  await inTransaction(context.db, async (tx) => {
    const units = await lapsedUnits(tx, network.id, context.now)
    await lockUnits(tx, units)
    await releaseLapsed(tx, context, units)
    await leavePast(tx, network.id, context.now)
    await endUnanswered(tx, context)
  })
  for (const inventory of await listInventories(context.db, context.reach)) await offerIn(context, inventory)
}

async function offerIn(context: Context, inventory: Inventory): Promise<void> {
  const awaited = await awaitedUnits(context.db, inventory.id)
  if (awaited.length === 0) return
  const rules = rulesFrom({}, await policyOn(context.db, inventory.id, context.today))
  const desks = await listDesks(context.db, inventory.id)
  for (const { unitId, modelId, deskId } of awaited) {
    const desk = desks.find(({ id }) => id === deskId)
    if (desk) await offerUnit(context, { inventory, desk, rules }, { unitId, modelId })
  }
}
