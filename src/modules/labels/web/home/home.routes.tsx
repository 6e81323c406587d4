import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { policy } from '../policy.ts'
import { homeRoutesOf as routes } from './home.paths.ts'
import { homeEntries } from './home-entries.ts'
import { HomePage } from './pages/home-page.tsx'

export const homeRoutes = new Hono<AppEnv>().get(routes.home, may(policy.home), (c) => {
  const view = viewOf(c)
  return page(
    c,
    <HomePage view={view} entries={homeEntries.filter((entry) => opensTo(view, entry.policy))} />,
  )
})
