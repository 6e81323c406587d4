import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { awardRoutes } from '../awards/award.routes.tsx'
import { appealsRoutes } from './appeals.routes.tsx'
import { decideRoutes } from './decide.routes.tsx'
import { decisionsRoutes } from './decisions.routes.tsx'

/** Decisions on labels, what contests them, and the labels they change. */
export const decisionRoutes = new Hono<AppEnv>()
  .route('/', decideRoutes)
  .route('/', decisionsRoutes)
  .route('/', appealsRoutes)
  .route('/', awardRoutes)
