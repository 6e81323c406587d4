import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { campaignsRoutes } from './campaigns.routes.tsx'
import { comparisonRoutes } from './comparison.routes.tsx'
import { deliberationRoutes } from './deliberation.routes.tsx'
import { publicationRoutes } from './publication.routes.tsx'
import { readingsRoutes } from './readings.routes.tsx'

/** The jury of a campaign: its secretary, its chair, its readers, then its applicants once all is public. */
export const juryRoutes = new Hono<AppEnv>()
  .route('/', campaignsRoutes)
  .route('/', deliberationRoutes)
  .route('/', publicationRoutes)
  .route('/', readingsRoutes)
  .route('/', comparisonRoutes)
