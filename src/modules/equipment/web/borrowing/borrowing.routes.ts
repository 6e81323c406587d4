import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { catalogueRoutes } from './catalogue.routes.tsx'
import { earlyReturnRoutes } from './early-return.routes.tsx'
import { insuranceRoutes } from './insurance.routes.tsx'
import { lineRoutes } from './lines.routes.tsx'
import { requestRoutes } from './request.routes.tsx'
import { tellingRoutes } from './telling.routes.tsx'

export const borrowingRoutes = new Hono<AppEnv>()
  .route('/', catalogueRoutes)
  .route('/', requestRoutes)
  .route('/', lineRoutes)
  .route('/', insuranceRoutes)
  .route('/', tellingRoutes)
  .route('/', earlyReturnRoutes)
