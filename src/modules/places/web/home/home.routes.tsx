import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { policy } from '../policy.ts'
import { homeRoutesOf as routes } from './home.paths.ts'
import { type HomeEntry, homeEntries } from './home-entries.ts'
import { HomePage } from './pages/home-page.tsx'

export const homeRoutes = new Hono<AppEnv>().get(routes.home, may(policy.home), async (c) => {
  const view = viewOf(c)
  const entries: HomeEntry[] = []
  for (const entry of homeEntries)
    if (opensTo(view, entry.policy) && (await (entry.isOpen?.(c.var.context) ?? true))) entries.push(entry)
  return page(c, <HomePage view={view} entries={entries} />)
})
