import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Database } from './db/database.ts'
import type { Services } from './services.ts'
import type { Actor, Network, Reach } from './session/actor.ts'

/** What every use case is given: the world as one request, job or command sees it. */
export interface Context {
  db: Database
  today: Day
  now: Instant
  actor: Actor
  network: Network
  /** Granted by the policy of the route. */
  reach: Reach
  requestId: string | null
  /** From where a person acts; null for the program itself. */
  origin: { address: string; userAgent: string } | null
  /** Actions written in the journal so far: lets the route check that its act left its line. */
  journalled: Set<string>
}

/** The program itself, in all of one network: a job, a command, a seed. */
export function systemContext({ db, clock }: Pick<Services, 'db' | 'clock'>, network: Network): Context {
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
