import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { listRoutes } from './list.routes.tsx'
import { listDecisionRoutes } from './list-decision.routes.tsx'
import { listFileRoutes } from './list-file.routes.tsx'
import { listsRoutes } from './lists.routes.tsx'

/** Places proposed together for a label. */
export const bulkRoutes = new Hono<AppEnv>()
  .route('/', listsRoutes)
  .route('/', listRoutes)
  .route('/', listFileRoutes)
  .route('/', listDecisionRoutes)
