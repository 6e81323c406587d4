import { systemContext } from '../../../platform/context.ts'
import type { EndFollower } from '../../agreements/index.ts'
import { networkById } from '../../identity/index.ts'
import { linesOutUnder } from '../data/moving/recalls.store.ts'
import { recallLine } from '../use-cases/moving/recall-line.ts'

/** The end of an agreement moved: what is out under it is called back, or no longer is, without waiting for the night. EQP-204. */
export const recallUnder: EndFollower = async (services, agreement) => {
  for (const { id, networkId } of await linesOutUnder(services.db, agreement)) {
    const network = await networkById(services.db, networkId)
    if (network) await recallLine(systemContext(services, network), id)
  }
}
