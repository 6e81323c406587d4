import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { borrowingRoutes } from './borrowing/borrowing.routes.ts'
import { deskRoutes } from './desk/desk.routes.tsx'
import { labelRoutes } from './desk/label.routes.tsx'
import { reportRoutes } from './desk/report.routes.tsx'
import { managingRoutes } from './managing/managing.routes.ts'

export const equipmentRoutes = new Hono<AppEnv>()
  .route('/', managingRoutes)
  .route('/', borrowingRoutes)
  .route('/', deskRoutes)
  .route('/', reportRoutes)
  .route('/', labelRoutes)
