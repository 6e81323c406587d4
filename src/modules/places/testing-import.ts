import { beforeAll } from 'vitest'
import { type Id, newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import { stoppedClock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { useTestDatabase } from '../../platform/db/testing.ts'
import type { NetworkId } from '../../platform/session/actor.ts'

/** A database with one empty network, and the context of its program. Imports commit: each test file has its own. */
export function useDirectory() {
  const database = useTestDatabase()
  const clock = stoppedClock('2026-06-17T10:00:00.000Z' as Instant)
  const network: NetworkId = newId<'network'>()
  beforeAll(async () => {
    await database.db
      .insertInto('identity.network')
      .values({
        id: network,
        slug: 'essai',
        name: 'Réseau d’essai',
        head_name: 'Région',
        theme: '{}',
        created_at: clock.now(),
      })
      .execute()
  })
  return {
    database,
    clock,
    context: (change: Partial<Context> = {}): Context => ({
      db: database.db,
      today: clock.today(),
      now: clock.now(),
      actor: { kind: 'system' },
      network: {
        id: network,
        slug: 'essai',
        name: 'Réseau d’essai',
        headName: 'Région',
        tagline: '',
        base: '',
        themeSheet: '',
        host: null,
        logo: null,
      },
      reach: { kind: 'all', network },
      requestId: null,
      origin: null,
      journalled: new Set(),
      ...change,
    }),
    /** Everything a second import must leave as it is. */
    places: () =>
      database.db
        .selectFrom('places.place')
        .selectAll()
        .where('network_id', '=', network as Id<'network'>)
        .orderBy('id')
        .execute(),
  }
}
