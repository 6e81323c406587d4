import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { may } from '../../../platform/http/may.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { PrivacyPage } from './pages/privacy-page.tsx'
import { routes } from './paths.ts'
import { policy } from './policy.ts'

export const privacyRoutes = new Hono<AppEnv>().get(routes.privacy, may(policy.publicPages), (c) =>
  page(c, <PrivacyPage view={viewOf(c)} />),
)
