import type { HttpBindings } from '@hono/node-server'
import type { Context as HonoContext } from 'hono'
import type { Context } from '../context.ts'
import type { Services } from '../services.ts'
import type { Actor, Network } from '../session/actor.ts'
import type { NavigationEntry } from './navigation.ts'

/** Origins such as `https://data.geopf.fr`. */
export interface Openings {
  /** Whose images the page shows. */
  images?: readonly string[]
  /** Whose pages may hold this one in a frame. */
  frames?: readonly string[]
}

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
    /** Other sites that this answer alone has to do with: see `openTo`. */
    opens?: Openings
  }
}

/**
 * What pages and helpers see of a request. Hono's own type also takes part in setting variables, which would make
 * the context of a route with a form another type than that of a route without.
 */
export type AppContext = Pick<
  HonoContext<AppEnv>,
  'var' | 'req' | 'res' | 'env' | 'html' | 'body' | 'text' | 'status' | 'header' | 'redirect'
>

/** For Hono's own functions (cookies, addresses), which ask for the whole context. */
export function whole(c: AppContext): HonoContext<AppEnv> {
  return c as HonoContext<AppEnv>
}
