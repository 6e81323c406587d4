import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { consumableRoutes } from '../catalogue/consumables.routes.tsx'
import { mediaRoutes } from '../catalogue/media.routes.tsx'
import { sheetRoutes } from '../catalogue/sheets.routes.tsx'
import { stockRoutes } from '../catalogue/stock.routes.tsx'
import { transferRoutes } from '../catalogue/transfer.routes.tsx'
import { unitRoutes } from '../catalogue/unit.routes.tsx'
import { decisionRoutes } from './decisions.routes.tsx'
import { desksRoutes } from './desks.routes.tsx'
import { entryRoutes } from './entry.routes.tsx'
import { peopleActRoutes } from './people-acts.routes.tsx'
import { queueRoutes } from './queue.routes.tsx'
import { setupRoutes } from './setup.routes.tsx'

/** The side of those who lend. */
export const managingRoutes = new Hono<AppEnv>()
  .route('/', setupRoutes)
  .route('/', desksRoutes)
  .route('/', stockRoutes)
  .route('/', unitRoutes)
  .route('/', transferRoutes)
  .route('/', decisionRoutes)
  .route('/', entryRoutes)
  .route('/', mediaRoutes)
  .route('/', sheetRoutes)
  .route('/', consumableRoutes)
  .route('/', peopleActRoutes)
  .route('/', queueRoutes)
