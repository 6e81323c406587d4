import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { may } from '../../../platform/http/may.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { AccountPage, MenuPage } from './pages/account-page.tsx'
import { routes } from './paths.ts'
import { policy } from './policy.ts'

/** What is a person's own. */
export const accountRoutes = new Hono<AppEnv>()
  .get(routes.account, may(policy.ownAccount), (c) =>
    page(c, <AccountPage view={viewOf(c)} actor={c.var.actor} />),
  )
  .get(routes.menu, may(policy.menu), (c) => page(c, <MenuPage view={viewOf(c)} />))
