import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { may } from '../../../platform/http/may.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { SettingsPage } from './pages/settings-page.tsx'
import { routes } from './paths.ts'
import { policy } from './policy.ts'

export const settingsRoutes = new Hono<AppEnv>().get(routes.settings, may(policy.settings), (c) =>
  page(c, <SettingsPage view={viewOf(c)} />),
)
