import type { Context } from '../../../platform/context.ts'
import type { Services } from '../../../platform/services.ts'
import type { Network } from '../../../platform/session/actor.ts'

/** The program itself, in one network. */
export function instructionContext({ db, clock }: Services, network: Network): Context {
  return {
    db,
    today: clock.today(),
    now: clock.now(),
    actor: { kind: 'system' },
    network,
    reach: { kind: 'all', network: network.id },
    requestId: null,
    origin: null,
    journalled: new Set(),
  }
}
