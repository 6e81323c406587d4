import type { HttpBindings } from '@hono/node-server'
import type { Context as HonoContext } from 'hono'
import type { Context } from '../context.ts'
import type { Services } from '../services.ts'
import type { Actor, Network } from '../session/actor.ts'
import type { NavigationEntry } from './navigation.ts'

export interface AppEnv {
  Bindings: Partial<HttpBindings>
  Variables: {
    services: Services
    requestId: string
    network: Network
    actor: Actor
    /** Entries this actor may open. */
    navigation: readonly NavigationEntry[]
    /** Set by `may(policy)`: handed to use cases and stores. */
    context: Context
    /** A sentence left by the previous act, shown once. */
    notice: string | null
  }
}

export type AppContext = HonoContext<AppEnv>
