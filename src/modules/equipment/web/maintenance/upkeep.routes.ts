import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { stockTakingRoutes } from '../stock-taking/stock-taking.routes.tsx'
import { maintenanceRoutes } from './maintenance.routes.tsx'
import { planRoutes } from './plans.routes.tsx'
import { updateRoutes } from './updates.routes.tsx'

/** What keeps the stock in order: upkeep, updates, counting. */
export const upkeepRoutes = new Hono<AppEnv>()
  .route('/', planRoutes)
  .route('/', maintenanceRoutes)
  .route('/', updateRoutes)
  .route('/', stockTakingRoutes)
