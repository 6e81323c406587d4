import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { chargesRoutes } from './charges.routes.ts'
import { incidentsRoutes } from './incidents.routes.tsx'
import { loanEndRoutes } from './loan-end.routes.ts'
import { ownIncidentsRoutes } from './own-incidents.routes.tsx'

/** What happens to lent things, what it costs, and how a loan ends. The accounts come before the incident they resemble. */
export const incidentRoutes = new Hono<AppEnv>()
  .route('/', chargesRoutes)
  .route('/', incidentsRoutes)
  .route('/', ownIncidentsRoutes)
  .route('/', loanEndRoutes)
