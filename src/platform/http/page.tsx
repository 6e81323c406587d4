import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Day } from '../../kernel/day.ts'
import type { Instant } from '../../kernel/instant.ts'
import { typographyOfHtml } from '../../kernel/typography.ts'
import type { Assets } from '../assets.ts'
import type { Actor, Network, Policy } from '../session/actor.ts'
import type { AppContext } from './env.ts'
import type { NavigationEntry } from './navigation.ts'
import { takeNotice } from './notice.ts'

/** What every page shows around its own content. */
export interface View {
  network: Network
  actor: Actor
  navigation: readonly NavigationEntry[]
  /** Path asked for, network prefix aside: marks the current section. */
  path: string
  /** A sentence left by the act that led here. */
  notice: string | null
  today: Day
  now: Instant
  assets: Assets
  demo: boolean
}

export function viewOf(c: AppContext): View {
  const { network, actor, navigation, services } = c.var
  return {
    network,
    actor,
    navigation,
    path: c.req.path,
    notice: takeNotice(c),
    today: services.clock.today(),
    now: services.clock.now(),
    assets: services.assets,
    demo: services.config.mode === 'demo',
  }
}

/** Does the policy let in whoever reads this page? An act they may not do is not proposed to them. */
export function opensTo({ actor, network }: Pick<View, 'actor' | 'network'>, policy: Policy): boolean {
  return policy.reach(actor, network.id).kind !== 'nobody'
}

/** Answers with a whole page; its status is set before by `c.status(…)`. */
export async function page(c: AppContext, content: JSX.Element): Promise<Response> {
  return c.html(await htmlOf(content))
}

/** What is drawn, as it leaves for people: here, and nowhere else, a page gets its French typography. */
export async function htmlOf(content: JSX.Element): Promise<string> {
  return typographyOfHtml(await (await content).toString())
}
