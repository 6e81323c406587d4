import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { stockRoutes } from '../catalogue/stock.routes.tsx'
import { unitRoutes } from '../catalogue/unit.routes.tsx'
import { decisionRoutes } from './decisions.routes.tsx'
import { desksRoutes } from './desks.routes.tsx'
import { queueRoutes } from './queue.routes.tsx'
import { setupRoutes } from './setup.routes.tsx'

/** The side of those who lend. */
export const managingRoutes = new Hono<AppEnv>()
  .route('/', setupRoutes)
  .route('/', desksRoutes)
  .route('/', stockRoutes)
  .route('/', unitRoutes)
  .route('/', decisionRoutes)
  .route('/', queueRoutes)
